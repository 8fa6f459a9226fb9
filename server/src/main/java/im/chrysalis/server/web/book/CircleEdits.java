package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.domain.circle.CircleState;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.List;
import java.util.Optional;

/**
 * Founds circles, and changes who is in them: what the relationship operations do when they are
 * about a circle's book, or about a circle in one's own.
 *
 * @see <a href="../../../../../../../../../docs/protocol/circles.md#changes">circles.md</a>
 */
final class CircleEdits {
  private static final String INVITE_OR_ACCEPT = "1";
  private static final String DECLINE_OR_CANCEL = "2";

  private static final Template FOUNDED = Template.of("<Id>{id}</Id>");
  private static final Template MANAGED = Template.of("<clientErrorData/>{contact}");

  private final BookKeeper keeper;

  CircleEdits(BookKeeper keeper) {
    this.keeper = keeper;
  }

  /** {@code CreateCircle}. */
  Markup create(Call call) throws Fault.Refused {
    String name = call.body().textAt("properties", "DisplayName").orElse("");
    Circle circle = keeper.done(keeper.circles().create(call.visitor(), name));
    return Answers.result(call, FOUNDED.fill(circle.id()));
  }

  /**
   * {@code CreateContact} in a circle's book, the first step of an invitation. Nothing is kept
   * before the second: it only finds out whether there is somebody who can be invited.
   */
  Markup candidate(Call call, CircleId id) throws Fault.Refused {
    Circle circle = managed(call.visitor(), id);
    Card who =
        keeper
            .find(
                call.body()
                    .textAt("contactHandle", "Email")
                    .flatMap(EmailAddress::parse)
                    .orElseThrow(BookFault.BAD_EMAIL::refused))
            .orElseThrow(BookFault.INVALID_PASSPORT_USER::refused);
    if (circle.member(who.id()).isPresent()) {
      throw BookFault.CONTACT_ALREADY_EXISTS.because(new ContactId(who.id()));
    }
    return Answers.result(call, new CircleMarkup(keeper.cids(List.of(who))).outsider(circle, who));
  }

  /** {@code ManageWLConnection} in a circle's book: invites, gives a role, or removes. */
  Markup manage(Call call, CircleId id) throws Fault.Refused {
    Circle circle = managed(call.visitor(), id);
    AccountId whom = person(call);
    Optional<Card> before = circle.member(whom).map(CircleMember::who);
    Circle after =
        switch (call.body().textAt("action").orElse("")) {
          case INVITE_OR_ACCEPT ->
              keeper.done(
                  circle.present(whom).isPresent()
                      ? keeper.circles().setRole(id, call.visitor(), whom, role(call))
                      : keeper.circles().invite(id, call.visitor(), whom, words(call)));
          case DECLINE_OR_CANCEL -> keeper.done(keeper.circles().remove(id, call.visitor(), whom));
          default -> throw BookFault.FORBIDDEN.refused();
        };
    CircleMarkup markup = new CircleMarkup(keeper.cidsIn(List.of(circle, after)));
    Optional<CircleMember> now = after.member(whom);
    return Answers.result(
        call,
        MANAGED.fill(
            now.map(it -> markup.memberContent(after, it))
                .or(() -> before.map(it -> markup.outsider(after, it)))
                .orElse(Markup.NONE)));
  }

  /** {@code ManageWLConnection} in one's own book: accepts an invitation or declines it. */
  Markup answer(Call call, CircleId id) throws Fault.Refused {
    AccountId who = call.visitor();
    Circle circle = keeper.circle(who, id);
    CircleMember invited = circle.member(who).orElseThrow();
    return switch (call.body().textAt("action").orElse("")) {
      case INVITE_OR_ACCEPT -> {
        Circle joined =
            invited.isIn() // COMPAT WLM: it says so again when it heard no answer
                ? circle
                : keeper.done(keeper.circles().answer(id, who, true));
        yield answered(call, joined, joined.member(who).orElse(invited), CircleState.ACCEPTED);
      }
      case DECLINE_OR_CANCEL -> {
        Circle without = keeper.done(keeper.circles().answer(id, who, false));
        yield answered(call, without, invited, CircleState.REJECTED);
      }
      default -> throw BookFault.FORBIDDEN.refused();
    };
  }

  private Markup answered(Call call, Circle circle, CircleMember who, CircleState state) {
    CircleMarkup markup = new CircleMarkup(keeper.cidsIn(List.of(circle)));
    return Answers.result(call, MANAGED.fill(markup.content(circle, who, state)));
  }

  /** {@code BreakConnection} and {@code DeleteContact} in a circle's book: leaves or removes. */
  Markup remove(Call call, CircleId id) throws Fault.Refused {
    keeper.circle(call.visitor(), id);
    keeper.done(keeper.circles().remove(id, call.visitor(), person(call)));
    return Answers.done(call);
  }

  /** The same in one's own book. */
  Markup leave(Call call, CircleId id) throws Fault.Refused {
    keeper.done(keeper.circles().leave(id, call.visitor()));
    return Answers.done(call);
  }

  /** {@code ABContactUpdate} of the {@code Me} in a circle's book: renames. */
  Markup update(Call call, CircleId id) throws Fault.Refused {
    keeper.circle(call.visitor(), id);
    for (Element contact : call.contacts()) {
      boolean isCircle =
          contact.textAt("contactInfo", "contactType").equals(Optional.of("Me"))
              || contact.textAt("contactId").flatMap(CircleId::parse).equals(Optional.of(id));
      if (!isCircle || !NoteChanges.tokens(contact).contains("DisplayName")) {
        throw BookFault.FORBIDDEN.refused();
      }
      String name = contact.textAt("contactInfo", "displayName").orElse("");
      keeper.done(keeper.circles().rename(id, call.visitor(), name));
    }
    return Answers.done(call);
  }

  /** A circle in which the visitor may invite. */
  private Circle managed(AccountId visitor, CircleId id) throws Fault.Refused {
    Circle circle = keeper.circle(visitor, id);
    if (circle.present(visitor).filter(it -> it.role().isManager()).isEmpty()) {
      throw BookFault.FORBIDDEN.refused();
    }
    return circle;
  }

  private static AccountId person(Call call) throws Fault.Refused {
    return call.body()
        .textAt("contactId")
        .flatMap(ContactId::parse)
        .map(ContactId::account)
        .orElseThrow(BookFault.CONTACT_DOES_NOT_EXIST::refused);
  }

  private static CircleRole role(Call call) throws Fault.Refused {
    return switch (call.body().textAt("relationshipRole").orElse("")) {
      case "1" -> CircleRole.ADMIN;
      case "2" -> CircleRole.ASSISTANT;
      case "3" -> CircleRole.MEMBER;
      default -> throw BookFault.FORBIDDEN.refused();
    };
  }

  private static String words(Call call) {
    return call.body().items("annotations", "Annotation").stream()
        .filter(it -> it.textAt("Name").equals(Optional.of(NoteNames.INVITE)))
        .flatMap(it -> it.textAt("Value").stream())
        .findFirst()
        .map(NoteChanges::fit)
        .orElse("");
  }
}
