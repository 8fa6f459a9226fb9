package im.chrysalis.net.tls;

import java.util.List;

/** The hosts that old clients ask for by names that can't be set, so that they must be led here. */
public final class ServiceNames {
  /** The name clients look up to sign in, before any service. */
  public static final String DISPATCH = "messenger.hotmail.com";

  /**
   * Every name without a wildcard, the most needed first.
   *
   * @see <a href="../../../../../../../../docs/protocol/http.md">docs/protocol/http.md</a>
   */
  public static final List<String> ALL =
      List.of(
          DISPATCH,
          "gateway.messenger.hotmail.com",
          "muser.gateway.messenger.hotmail.com",
          "geo.gateway.messenger.live.com",
          "nexus.passport.com",
          "login.passport.com",
          "loginnet.passport.com",
          "login.passport.net",
          "login.live.com",
          "msnia.login.live.com",
          "clientconfig.passport.net",
          "contacts.msn.com",
          "local-bay.contacts.msn.com",
          "omega.contacts.msn.com",
          "byrdr.omega.contacts.msn.com",
          "storage.msn.com",
          "tkrdr.storage.msn.com",
          "byfiles.storage.msn.com",
          "blufiles.storage.msn.com",
          "rsi.hotmail.com",
          "ows.messenger.msn.com",
          "config.messenger.msn.com",
          "status.messenger.msn.com",
          "messenger.msn.com",
          "svcs.microsoft.com",
          "g.msn.com",
          "rad.msn.com",
          "sup.live.com",
          "directory.services.live.com");

  /** Names with a number in them, of which nobody knows all. A hosts file can't lead these. */
  static final List<String> FAMILIES =
      List.of("*.contacts.msn.com", "*.omega.contacts.msn.com", "*.storage.msn.com");

  private ServiceNames() {}
}
