package im.chrysalis.server.web.book;

import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;

/** The answers that several operations share. */
final class Answers {
  private static final Template EMPTY =
      Template.of(
          """
          <{op}Response xmlns="http://www.msn.com/webservices/AddressBook"></{op}Response>
          """);

  private static final Template GUID =
      Template.of(
          """
          <{op}Response xmlns="http://www.msn.com/webservices/AddressBook">
            <{op}Result><guid>{guid}</guid></{op}Result>
          </{op}Response>
          """);

  private static final Template RESULT =
      Template.of(
          """
          <{op}Response xmlns="http://www.msn.com/webservices/AddressBook">
            <{op}Result>{content}</{op}Result>
          </{op}Response>
          """);

  private Answers() {}

  /** It is done. COMPAT JML: it takes even white space in there for something it must read. */
  static Markup done(Call call) {
    String operation = call.body().name();
    return EMPTY.fill(operation, operation);
  }

  /** It is done, and this is what it was done to. */
  static Markup guid(Call call, Object guid) {
    String operation = call.body().name();
    return GUID.fill(operation, operation, guid, operation, operation);
  }

  static Markup result(Call call, Markup content) {
    String operation = call.body().name();
    return RESULT.fill(operation, operation, content, operation, operation);
  }
}
