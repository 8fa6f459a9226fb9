package im.chrysalis.server.web.book;

import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.server.referral.CircleTickets;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.List;
import java.util.stream.Stream;

/**
 * Circles in the book of those who are in them, and the books of circles.
 *
 * @see <a href="../../../../../../../../../docs/protocol/circles.md#book">circles.md</a>
 */
final class CircleBooks {
  private static final Template RESULT =
      Template.of(
          """
          <CircleResult>
            <Circles>{circles}</Circles><CircleTicket>{ticket}</CircleTicket>
          </CircleResult>
          """);

  private static final Template RESPONSE =
      Template.of(
          """
          <ABFindContactsPagedResponse xmlns="http://www.msn.com/webservices/AddressBook">
            <ABFindContactsPagedResult>
              <Contacts>{contacts}</Contacts><Ab>{ab}</Ab>
            </ABFindContactsPagedResult>
          </ABFindContactsPagedResponse>
          """);

  private final BookKeeper keeper;
  private final CircleTickets tickets;

  CircleBooks(BookKeeper keeper, CircleTickets tickets) {
    this.keeper = keeper;
    this.tickets = tickets;
  }

  /**
   * What a book says of circles; nothing at all when its owner is in none.
   *
   * @param contacts those that stand for circles
   * @param result the element {@code CircleResult}
   */
  record Extract(Markup contacts, Markup result) {
    static final Extract NONE = new Extract(Markup.NONE, Markup.NONE);
  }

  /**
   * The circles of somebody. COMPAT libpurple: it takes a ticket as a reason to show it at the
   * notification server, so that those who are in no circle get none.
   */
  Extract of(AccountId owner) {
    List<Circle> circles = keeper.circles(owner);
    if (circles.isEmpty()) {
      return Extract.NONE;
    }
    CircleMarkup markup = new CircleMarkup(keeper.cidsIn(circles));
    return new Extract(
        Markup.joined(circles.stream().map(it -> markup.contact(it, member(it, owner)))),
        RESULT.fill(
            Markup.joined(circles.stream().map(it -> markup.inverse(it, member(it, owner)))),
            tickets.issue(owner)));
  }

  /**
   * A circle's own book, for those who are in it or invited. COMPAT MSNPSharp: told to read
   * everything again, it would forget the circle; so it always gets everything.
   */
  Markup paged(Call call, CircleId id) throws Fault.Refused {
    Circle circle = keeper.circle(call.visitor(), id);
    CircleMarkup markup = new CircleMarkup(keeper.cidsIn(List.of(circle)));
    Stream<Markup> members = circle.members().stream().map(it -> markup.member(circle, it));
    return RESPONSE.fill(
        Markup.joined(Stream.concat(members, Stream.of(markup.me(circle)))), markup.book(circle));
  }

  private static CircleMember member(Circle circle, AccountId who) {
    return circle.member(who).orElseThrow();
  }
}
