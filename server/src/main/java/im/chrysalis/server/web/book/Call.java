package im.chrysalis.server.web.book;

import im.chrysalis.domain.contact.Roster;
import im.chrysalis.server.web.soap.Envelope;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.wire.xml.Element;
import java.util.List;
import java.util.Locale;

/**
 * An operation that somebody asks for.
 *
 * @param visitor whose book it is about
 * @param body the operation's element
 * @param client by its application id, in upper case; empty when it says none
 * @param scenario what the client is about, in a word of its own; empty when it says none
 */
record Call(AccountId visitor, Element body, String client, String scenario) {
  /** Longer ones are no application ids, and would only fill the log. */
  private static final int MAX_CLIENT = 50;

  private static final String LIBPURPLE = "F6D2794D-501F-443A-ADBE-8F1490FF30FD";

  /** What an envelope says of the client that sent it. */
  static String clientOf(Envelope envelope) {
    return envelope
        .header()
        .textAt("ABApplicationHeader", "ApplicationId")
        .filter(id -> id.length() <= MAX_CLIENT)
        .orElse("")
        .toUpperCase(Locale.ROOT);
  }

  static String scenarioOf(Envelope envelope) {
    return envelope.header().textAt("ABApplicationHeader", "PartnerScenario").orElse("");
  }

  static boolean isLibpurple(String client) {
    return client.equals(LIBPURPLE);
  }

  boolean isLibpurple() {
    return isLibpurple(client);
  }

  /** The contacts that the call is about; no more at once than a list may hold. */
  List<Element> contacts() throws Fault.Refused {
    return atMostAList(body.items("contacts", "Contact"));
  }

  static List<Element> atMostAList(List<Element> items) throws Fault.Refused {
    if (items.size() > Roster.MAX_OTHERS) {
      throw BookFault.LIMIT_REACHED.refused();
    }
    return items;
  }
}
