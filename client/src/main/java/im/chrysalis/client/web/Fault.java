package im.chrysalis.client.web;

import im.chrysalis.wire.xml.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a service does not do something, be it said in SOAP 1.1 or 1.2.
 *
 * @param code the service's own code, such as {@code ContactDoesNotExist}, or else that of SOAP;
 *     without a prefix
 * @param text a sentence
 * @param detail what else there is
 */
public record Fault(String code, String text, Element detail) {
  private static final Set<String> TICKET_CODES =
      Set.of("PassportAuthFail", "BadContextToken", "AuthenticationFailed");

  private static final Element NOTHING = new Element("detail", "", Map.of(), List.of(), "");

  /** What a service means that does not admit the visitor, and says no more. */
  public static final Fault NO_TICKET = new Fault("PassportAuthFail", "not admitted", NOTHING);

  static Fault of(Element fault) {
    Element detail = fault.child("detail").or(() -> fault.child("Detail")).orElse(NOTHING);
    return new Fault(
        detail
            .textOf("errorcode")
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .orElseGet(() -> soapCode(fault)),
        fault.textAt("faultstring").or(() -> fault.textAt("Reason", "Text")).orElse(""),
        detail);
  }

  private static String soapCode(Element fault) {
    String code =
        fault
            .textAt("faultcode")
            .or(() -> fault.textAt("Code", "Subcode", "Value"))
            .or(() -> fault.textAt("Code", "Value"))
            .orElse("");
    return code.substring(code.lastIndexOf(':') + 1);
  }

  /** Whether another ticket would help. */
  public boolean isAboutTicket() {
    return TICKET_CODES.contains(code) && challenge().isEmpty();
  }

  /** What is there already in place of what should be made. */
  public Optional<String> conflict() {
    return detail.textOf("conflictObjectId").map(String::strip).filter(it -> !it.isEmpty());
  }

  /** What has to be answered before anything is taken. */
  public Optional<String> challenge() {
    return detail.textOf("LockKeyChallenge").map(String::strip).filter(it -> !it.isEmpty());
  }
}
