package im.chrysalis.server.web.book;

import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.wire.xml.Markup;

/** What clients ask for that has nothing to do with anybody's lists. */
final class SideOperations {
  private static final Markup NO_FRIENDS =
      new Markup(
          "<MatchedList/><UnmatchedList/><MatchedCount>0</MatchedCount>"
              + "<UnmatchedCount>0</UnmatchedCount>");

  private SideOperations() {}

  /** {@code ABAdd}: everybody has a book from the start, and this is its id. */
  static Markup addBook(Call call) {
    return Answers.guid(call, Books.OWN);
  }

  /** {@code AddService}: the id of a service as {@link FindMembership} tells it. */
  static Markup addService(Call call) throws Fault.Refused {
    int id =
        switch (call.body().textAt("serviceInfo", "Handle", "Type").orElse("")) {
          case "Messenger" -> 1;
          case "Profile" -> 2;
          default -> throw BookFault.FORBIDDEN.refused();
        };
    return new Markup(
        "<AddServiceResponse xmlns=\"http://www.msn.com/webservices/AddressBook\">"
            + "<AddServiceResult>"
            + id
            + "</AddServiceResult></AddServiceResponse>");
  }

  /** {@code FindFriendsInCommon}: whom somebody knows is nobody else's business. */
  static Markup friendsInCommon(Call call) {
    return Answers.result(call, NO_FRIENDS);
  }

  /** {@code FindMembershipByRole}: nobody has roles in other services than Messenger. */
  static Markup nothing(Call call) {
    return Answers.result(call, Markup.NONE);
  }
}
