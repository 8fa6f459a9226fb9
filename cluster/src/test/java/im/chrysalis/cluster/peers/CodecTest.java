package im.chrysalis.cluster.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.cluster.peers.ToPerson.Attendance;
import im.chrysalis.cluster.peers.ToPerson.Letter;
import im.chrysalis.cluster.peers.ToPerson.ReturnAddress;
import im.chrysalis.cluster.peers.ValueModule.Unbound;
import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Hearing;
import im.chrysalis.domain.person.Invitation;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.Origin;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Participation;
import im.chrysalis.domain.person.PersonMessage;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Alias;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import java.io.NotSerializableException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {
  private static final AccountId ANNA = new AccountId(10_001);
  private static final Card CARD = new Card(ANNA, EmailAddress.of("anna@example.test"), "Änna 😀");
  private static final UUID GUID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
  private static final SessionId SESSION = new SessionId("3fbv8gx59hzka", 7);
  private static final Group GROUP = new Group(GUID, 3, "Friends");
  private static final Account ACCOUNT =
      new Account(
          CARD,
          new Alias("anna"),
          GUID,
          Long.MIN_VALUE,
          PrivacyDefault.BLOCK,
          AddNotice.SILENT,
          Map.of(Property.HOME_PHONE, "1 2", Property.MOBILE_PAGES, "Y"),
          5_000_000_000L);
  private static final EndpointId DESK =
      new EndpointId(UUID.fromString("1e9a7d5c-0000-4000-8000-0123456789ab"));
  private static final View VIEW =
      View.of(
          CARD,
          Status.BE_RIGHT_BACK,
          new Capabilities(0xFFFF_FFFFL, 2),
          Optional.of("<msnobj/>"),
          new PersonalMessage("Back at five", "", Map.of("Scene", "0x1")),
          List.of(new Endpoint(DESK, new Capabilities(1, 2))),
          Map.of(Property.WORK_PHONE, "3"));
  private static final View AWAY = View.offline(CARD, Map.of());
  private static final CircleId CIRCLE = new CircleId(0xABCDEFL);
  private static final ConversationId TALK = new ConversationId("3fbv8gx59hzka", Integer.MAX_VALUE);
  private static final List<Notice.Attendance> ATTENDANCE =
      List.of(new Notice.Attendance(CARD, Notice.Attendance.State.INVITED));
  private static final Invitation INVITATION = new Invitation(TALK, CARD, SESSION, "1865 ::1");
  private static final Notice.Resumed RESUMED =
      new Notice.Resumed(
          new Unbound(SESSION),
          Optional.of(DESK),
          Hearing.DIRECTLY,
          false,
          Optional.of(new PersonalMessage("", "\\0Music\\01\\0{0}\\0Song")),
          Optional.of(new Notice.Said(Status.HIDDEN, Capabilities.NONE, Optional.empty())),
          Instant.ofEpochMilli(1_003_968_000_123L));
  private static final OfflineMessage LETTER =
      new OfflineMessage(
          GUID,
          CARD,
          Instant.ofEpochMilli(1_003_968_000_123L),
          Optional.of(new OfflineMessage.Place("{1}", 3)),
          Optional.empty(),
          "Hi 😀");
  private static final Change CHANGE =
      new Change.ContactBecomes(CARD, 1, 11, Optional.of("Sis"), Set.of(GUID), 9);

  static Stream<PersonMessage> messages() {
    return Stream.of(
        new Request.SignIn(new Unbound(SESSION), Optional.of(DESK), Hearing.DIRECTLY),
        new Request.Say(CARD, Optional.of(DESK), Optional.empty(), new byte[] {1, 2}),
        new Request.SetStatus(SESSION, Status.AWAY, Capabilities.of(1), Optional.of("x"), 7),
        new Request.SetStatus(SESSION, Status.ONLINE, Capabilities.NONE, Optional.empty(), 0),
        new Request.TellMessage(SESSION, new PersonalMessage("Back at five", "")),
        new Request.SettlePending(CARD.id()),
        new Request.TellPlace(
            SESSION, Optional.of(Capabilities.of(1)), Optional.of(EndpointDetails.NONE)),
        new Request.TellPlace(SESSION, Optional.empty(), Optional.empty()),
        new Request.PassNote(CARD, Optional.of(DESK), Optional.empty(), 3, new byte[] {1, 2}),
        new Request.EnterCircle(SESSION, CIRCLE, Set.of(ANNA)),
        new Request.LeaveCircle(SESSION, CIRCLE),
        new Request.TalkInCircle(SESSION, CIRCLE, true),
        new Request.SayInCircle(SESSION, CIRCLE, new byte[] {4}),
        new Notice.CircleSeen(CIRCLE, VIEW, true, false),
        new Notice.CircleSaid(CIRCLE, CARD, new byte[] {4}),
        new Notice.CircleChanged(CIRCLE, Set.of(ANNA)),
        new Notice.Attended(TALK, ATTENDANCE),
        new Request.AcceptInvitations(SESSION, false),
        new Request.ReadRoster(),
        new Request.Ring(INVITATION),
        new Request.Introduce(SESSION),
        new Request.EndSessions(SessionEvent.Ended.Why.PASSWORD_CHANGED),
        new Request.AddToList(
            SESSION, CARD, ContactList.FORWARD, Optional.of(new GroupName.Numbered(4)), 3),
        new Request.AddToList(SESSION, CARD, ContactList.BLOCK, Optional.empty(), 3),
        new Request.RemoveFromList(ANNA, ContactList.PENDING),
        new Request.RemoveFromGroup(ANNA, new GroupName.Identified(GUID)),
        new Request.LabelContact(ANNA, "Sis"),
        new Request.AddGroup(GUID, "Friends"),
        new Request.RenameGroup(new GroupName.Numbered(0), "Foes"),
        new Request.RemoveGroup(new GroupName.Identified(GUID)),
        new Request.RemoveGroup(new GroupName.Named("Friends")),
        new Request.WriteNotes(GROUP.id(), Map.of("comment", "tall")),
        new Request.Rename(""),
        new Request.SetPrivacy(PrivacyDefault.ALLOW),
        new Request.SetNotice(AddNotice.ASK),
        new Request.SetProperty(Property.MOBILE_PHONE, Optional.of("+1")),
        new Request.SetProperty(Property.MOBILE_PHONE, Optional.empty()),
        new Request.LeaveMessage(LETTER),
        new Request.TakeMessages(Set.of(GUID)),
        new Request.DeleteAccount(),
        new Request.From(new Origin(-7), new Request.RemoveGroup(new GroupName.Numbered(4))),
        new Notice.SignOut(SESSION),
        new Notice.Watch(
            CARD, Optional.of(new Notice.Occasion(SESSION, OptionalLong.of(1L << 40)))),
        new Notice.Watch(CARD, Optional.of(new Notice.Occasion(SESSION, OptionalLong.empty()))),
        new Notice.Unwatch(ANNA),
        new Notice.LingerOver(2),
        new Notice.Seen(VIEW, Optional.empty()),
        RESUMED,
        new Notice.Reread(),
        new Notice.Forgot(ANNA),
        new Notice.NodeLost("3fbv8gx59hzka"),
        new Notice.AddedBy(CARD),
        new Notice.RemovedBy(CARD),
        new Notice.Gone(CARD));
  }

  static Stream<SessionEvent> events() {
    return Stream.of(
        new SessionEvent.ContactSeen(Optional.of(AWAY), VIEW, OptionalLong.of(0)),
        new SessionEvent.ContactSeen(Optional.empty(), AWAY, OptionalLong.empty()),
        new SessionEvent.AddedBy(CARD, 3),
        new SessionEvent.RemovedBy(CARD, 4),
        new SessionEvent.BookChanged(5, Optional.of(new Origin(-7)), Optional.of(new AccountId(7))),
        new SessionEvent.BookChanged(5_000_000_000L, Optional.empty(), Optional.empty()),
        new SessionEvent.Invited(INVITATION),
        new SessionEvent.MessagesWait(),
        new SessionEvent.CircleSeen(CIRCLE, VIEW, false),
        new SessionEvent.CircleSaid(CIRCLE, CARD, new byte[] {4}),
        new SessionEvent.CircleOver(CIRCLE),
        new SessionEvent.CircleChanged(CIRCLE),
        new SessionEvent.Said(CARD, Optional.of(DESK), new byte[] {3}),
        new SessionEvent.Attended(TALK, ATTENDANCE),
        new SessionEvent.MessageLeft(LETTER),
        new SessionEvent.MessagesTaken(3),
        new SessionEvent.SelfSeen(
            VIEW,
            List.of(
                new SessionEvent.Place(
                    new Endpoint(DESK, new Capabilities(1, 2)),
                    new EndpointDetails("Desk", "1", true, Status.AWAY)))),
        new SessionEvent.Noted(CARD, Optional.of(DESK), 3, new byte[] {1, 2}),
        new SessionEvent.Ended(SessionEvent.Ended.Why.SIGNED_IN_ELSEWHERE));
  }

  static Stream<Reply> replies() {
    return Stream.of(
        new Reply.SignedIn(ACCOUNT),
        new Reply.Done(),
        new Reply.Lists(
            new Request.RosterCopy(
                ACCOUNT,
                List.of(GROUP),
                List.of(new Request.ContactCopy(VIEW, 11, Optional.empty(), Set.of(GUID))))),
        new Reply.Rings(true),
        new Reply.Introduced(Optional.empty()),
        new Reply.Introduced(
            Optional.of(new Request.Introduction(CARD, Capabilities.of(1), Optional.of(DESK)))),
        new Reply.Edited(new Outcome.Refused(Refusal.LIST_FULL)),
        new Reply.Edited(new Outcome.Done(CHANGE)),
        new Reply.Edited(new Outcome.Done(new Change.GroupBecomes(GROUP, 1))),
        new Reply.Edited(new Outcome.Done(new Change.GroupRemoved(GROUP, 1))),
        new Reply.Edited(
            new Outcome.Done(new Change.NotesBecome(GROUP.id(), Map.of("comment", ""), 3))),
        new Reply.Edited(new Outcome.Done(new Change.AccountBecomes(ACCOUNT))),
        new Reply.Edited(new Outcome.Done(new Change.MessageKept(LETTER, 5))),
        new Reply.Edited(new Outcome.Done(new Change.MessagesRemoved(Set.of(GUID), 5))),
        new Reply.Edited(new Outcome.Done(new Change.AccountDeleted(2))),
        new Reply.NobodyThere(ANNA),
        new Reply.Failed("the disk is full"));
  }

  static Stream<Object> frames() {
    return Stream.of(
            messages()
                .map(it -> new Letter(ANNA, it, Optional.of(new ReturnAddress("node", 1L << 50)))),
            events().map(it -> new ToNode.Happened(ANNA, 3, it)),
            Stream.of(
                Letter.of(ANNA, new Notice.Unwatch(ANNA)),
                new Attendance(ANNA, "node", List.of(RESUMED)),
                new Attendance(ANNA, "node", List.of()),
                new ToNode.RollCall(ANNA),
                new ToNode.Moved(ANNA),
                part(new Participation.Comes(CARD, Capabilities.NONE, SESSION)),
                part(new Participation.Says(ANNA, new byte[] {5})),
                part(new Participation.Invites(ANNA, CARD)),
                part(new Participation.Leaves(ANNA, Optional.of(SESSION))),
                part(new Participation.Leaves(ANNA, Optional.empty())),
                new ToNode.SessionOver(SESSION),
                new ToNode.SwitchboardAt("3fbv8gx59hzka", "1865 10.0.0.12 chat.example.org")))
        .flatMap(it -> it);
  }

  private static ToNode.Part part(Participation what) {
    return new ToNode.Part(new ReturnAddress("node", 7), TALK, what);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void whatIsSentArrivesAsItWas(Object frame) throws Exception {
    FrameSerializer serializer = new FrameSerializer();
    Object arrived = serializer.fromBinary(serializer.toBinary(frame), serializer.manifest(frame));
    assertThat(arrived).usingRecursiveComparison().isEqualTo(frame);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void answersArriveAsTheyWere(Reply reply) throws Exception {
    assertThat(Codec.read(Reply.class, Codec.write(Reply.class, reply)))
        .usingRecursiveComparison()
        .isEqualTo(reply);
  }

  @Test
  void piecesOfAnswersKeepTheirBytes() throws Exception {
    FrameSerializer serializer = new FrameSerializer();
    ToNode.Answer piece = new ToNode.Answer(9, true, new byte[] {0, -1, 7});
    Object arrived = serializer.fromBinary(serializer.toBinary(piece), serializer.manifest(piece));
    assertThat(arrived).usingRecursiveComparison().isEqualTo(piece);
  }

  @Test
  void everyMemberOfEveryFamilyHasAName() {
    Set<Class<?>> members = new HashSet<>();
    Vocabulary.FAMILIES.forEach(family -> addMembers(family, members));
    assertThat(Vocabulary.WORDS.values()).containsExactlyInAnyOrderElementsOf(members);
  }

  @Test
  void everyNamedThingIsTriedHere() {
    Set<Class<?>> tried = new HashSet<>();
    messages().forEach(it -> tried.add(it.getClass()));
    events().forEach(it -> tried.add(it.getClass()));
    replies()
        .forEach(it -> {
          tried.add(it.getClass());
          if (it instanceof Reply.Edited(Outcome outcome)) {
            tried.add(outcome.getClass());
            if (outcome instanceof Outcome.Done(Change change)) {
              tried.add(change.getClass());
            }
          }
        });
    tried.addAll(
        List.of(GroupName.Numbered.class, GroupName.Identified.class, GroupName.Named.class));
    tried.addAll(List.of(Participation.class.getPermittedSubclasses()));
    assertThat(tried).containsExactlyInAnyOrderElementsOf(Vocabulary.WORDS.values());
  }

  private static void addMembers(Class<?> family, Set<Class<?>> members) {
    if (family.isSealed()) {
      for (Class<?> member : family.getPermittedSubclasses()) {
        addMembers(member, members);
      }
    } else {
      members.add(family);
    }
  }

  @Test
  void whatANodeOfTheFirstVersionSaidIsStillUnderstood() throws Exception {
    // {"to":10001,"message":{"is":"set-status","session":{"node":"n","serial":7},"status":"AWAY",
    //  "capabilities":{"bits":1,"extended":0},"mark":3},"back":{"node":"n","question":1}}
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "bf62746f192711676d657373616765bf6269736a7365742d737461747573"
                    + "6773657373696f6ebf646e6f6465616e6673657269616c07ff66737461747573644157415"
                    + "96c6361706162696c6974696573bf646269747301686578"
                    + "74656e64656400ff646d61726b03ff646261636bbf646e6f6465616e687175657374696f6e01ffff");
    assertThat(new FrameSerializer().fromBinary(bytes, "1/letter"))
        .isEqualTo(
            new Letter(
                ANNA,
                new Request.SetStatus(
                    new SessionId("n", 7), Status.AWAY, Capabilities.of(1), Optional.empty(), 3),
                Optional.of(new ReturnAddress("n", 1))));
  }

  @Test
  void whatOnlyAnotherVersionUnderstandsIsRefused() {
    FrameSerializer serializer = new FrameSerializer();
    byte[] bytes = serializer.toBinary(new ToNode.RollCall(ANNA));
    assertThatThrownBy(() -> serializer.fromBinary(bytes, "2/roll-call"))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageContaining("2/roll-call");
    assertThatThrownBy(() -> serializer.fromBinary(new byte[] {1, 2}, "1/roll-call"))
        .isInstanceOf(NotSerializableException.class);
  }
}
