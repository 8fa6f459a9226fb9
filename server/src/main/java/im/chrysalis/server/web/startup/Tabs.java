package im.chrysalis.server.web.startup;

import im.chrysalis.wire.xml.Markup;

/** The tabs beside the contact list: there are none. */
final class Tabs {
  /** What stands in a configuration, and is the whole answer to older clients. */
  static final Markup NONE =
      new Markup(
          "<msntabsettings><oemdisplaylimit>0</oemdisplaylimit>"
              + "<oemtotallimit>0</oemtotallimit></msntabsettings><msntabdata></msntabdata>");

  private Tabs() {}
}
