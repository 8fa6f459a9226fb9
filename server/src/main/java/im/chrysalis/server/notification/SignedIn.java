package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionEvent.ContactSeen;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Property;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.Appearance;
import im.chrysalis.wire.command.ServerEvent.Place;
import im.chrysalis.wire.command.ServerEvents;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that has signed in: each command to its handler, each event to its line. */
final class SignedIn {
  /** When to ping next, in seconds, for clients that are told. */
  private static final int NEXT_PING = 50;

  private static final byte[] NOTHING = new byte[0];

  private final Client client;
  private final Online online;
  private final RosterCommands roster;
  private final ContactCommands contacts;
  private final PersonCommands people;
  private final GroupCommands groups;
  private final SettingCommands settings;
  private final PresenceCommands presence;
  private final InvitationCommands invitations;
  private final Newcomers newcomers;
  private final MembershipCommands memberships;
  private final NoteCommands notes;
  private final SideCommands side;
  private final OfflineNotices offline;
  private final BookNotices book;
  private final Talkers talkers;
  private final CircleDoor door;
  private @Nullable RoutedCommands routed;

  SignedIn(Client client, Online online, Talkers talkers, CircleDoor door) {
    this.client = client;
    this.online = online;
    this.talkers = talkers;
    this.door = door;
    roster = new RosterCommands(client, online);
    people = new PersonCommands(client, online);
    contacts = new ContactCommands(client, online, people);
    groups = new GroupCommands(client, online);
    settings = new SettingCommands(client, online);
    invitations = new InvitationCommands(client, online);
    offline =
        new OfflineNotices(
            client, online, client.backbone().offlineMessages(), invitations::ringFor);
    presence = new PresenceCommands(client, online);
    newcomers = new Newcomers(client, online, this::display);
    memberships =
        new MembershipCommands(client, online, () -> routed().circles(), newcomers::named);
    notes = new NoteCommands(client, online);
    side = new SideCommands(client, online);
    book = new BookNotices(client, online, client.backbone().timer());
  }

  /** Made for the first that needs it: to most clients of older versions nothing is routed. */
  private RoutedCommands routed() {
    if (routed == null) {
      routed = new RoutedCommands(client, online, notes, presence, talkers, door);
    }
    return routed;
  }

  AccountId account() {
    return online.account();
  }

  EmailAddress address() {
    return online.card().address();
  }

  void on(ClientCommand command) {
    switch (command) {
      case ClientCommand.Synchronize it -> roster.synchronize(it);
      case ClientCommand.AskList it -> roster.list(it);
      case ClientCommand.AskGroups it -> roster.groups(it);
      case ClientCommand.AddContact it -> contacts.add(it);
      case ClientCommand.RemoveContact it -> contacts.remove(it);
      case ClientCommand.Rename it -> contacts.rename(it);
      case ClientCommand.AddPerson it -> people.add(it);
      case ClientCommand.SetContact it -> people.set(it);
      case ClientCommand.RenameSelf it -> people.rename(it);
      case ClientCommand.AddGroup it -> groups.add(it);
      case ClientCommand.RenameGroup it -> groups.rename(it);
      case ClientCommand.RemoveGroup it -> groups.remove(it);
      case ClientCommand.SetAddNotice it -> settings.notice(it);
      case ClientCommand.SetPrivacyDefault it -> settings.privacy(it);
      case ClientCommand.SetProperty it -> settings.property(it);
      case ClientCommand.SetStatus it -> presence.status(it);
      case ClientCommand.SetPersonalData it -> presence.tell(it);
      case ClientCommand.AskConfiguration it -> side.configuration(it);
      case ClientCommand.ChangeMemberships it -> memberships.change(it);
      case ClientCommand.FindNetworks it -> memberships.find(it);
      case ClientCommand.SendNote it -> notes.send(it);
      case ClientCommand.SendAcross it -> notes.sendAcross(it);
      case ClientCommand.ShowCircles it -> routed().circles().show(it);
      case ClientCommand.Publish it -> routed().publish(it);
      case ClientCommand.Withdraw it -> routed().withdraw(it);
      case ClientCommand.SendRouted it -> routed().send(it);
      case ClientCommand.AnswerChallenge it -> presence.answer(it);
      case ClientCommand.Ping _ -> client.say(new ServerEvent.Pong(NEXT_PING));
      case ClientCommand.AcceptInvitations it -> invitations.accept(it);
      case ClientCommand.AskSwitchboard it -> invitations.askSwitchboard(it);
      case ClientCommand.AskPage it -> side.page(it);
      case ClientCommand.FindPeople it -> side.find(it);
      case ClientCommand.InviteFriend it -> side.invite(it);
      case ClientCommand.SendPage it -> side.sendPage(it);
      case ClientCommand.SignOut _ -> client.part();
      case ClientCommand.Unknown(Optional<TrId> trId, var _) ->
          trId.ifPresentOrElse(id -> client.refuse(Refusals.DISABLED, id), client::close);
      case ClientCommand.Misplaced _ -> client.close();
      case ClientCommand.OfferVersions _,
          ClientCommand.DescribeClient _,
          ClientCommand.AskSecurityPackage _,
          ClientCommand.StartSignIn _,
          ClientCommand.ProveSignIn _ ->
          client.close(); // the greeting has taken these
    }
  }

  void show(SessionEvent event) {
    switch (event) {
      case ContactSeen it -> {
        if (!newcomers.hold(it)) {
          display(it);
        }
      }
      case SessionEvent.AddedBy(Card who, long version) -> {
        online.listVersion(version);
        client.say(addedBy(who, version));
      }
      case SessionEvent.RemovedBy(Card who, long version) -> {
        online.listVersion(version);
        client.say(removedBy(who, version));
      }
      case SessionEvent.BookChanged it -> {
        book.changed(it);
        newcomers.changed(it);
      }
      case SessionEvent.SelfSeen it -> {
        if (hearsDirectly()) {
          routed().presence().self(it);
        } else {
          self(it);
        }
      }
      case SessionEvent.Noted it -> notes.show(it);
      case SessionEvent.Invited(var invitation) -> {
        if (hearsDirectly()) {
          routed().groups().invited(invitation);
        } else {
          invitations.ring(invitation);
        }
      }
      case SessionEvent.Said it -> {
        if (hearsDirectly()) {
          routed().talk().hear(it);
        } else {
          routed().talk().hear(it, invitations);
        }
      }
      case SessionEvent.CircleSeen it -> routed().circles().seen(it);
      case SessionEvent.CircleSaid it -> routed().circles().hear(it);
      case SessionEvent.CircleOver it -> routed().circles().over(it);
      case SessionEvent.CircleChanged(var circle) -> book.changed(circle);
      case SessionEvent.Attended it -> routed().groups().attended(it);
      case SessionEvent.MessagesWait() -> offline.waiting();
      case SessionEvent.MessageLeft(var message) -> offline.left(message);
      case SessionEvent.MessagesTaken(int count) -> offline.taken(count);
      case SessionEvent.Ended _ -> client.close();
    }
  }

  private void display(ContactSeen it) {
    if (hearsDirectly()) {
      routed().presence().seen(it);
    } else {
      seen(it);
    }
  }

  /** Behind the sign-in of a client that is challenged, and told of its owner, before all else. */
  void welcome() {
    if (hearsDirectly()) {
      presence.challenge();
      routed().presence().welcome();
    }
  }

  private boolean hearsDirectly() {
    return online.dialect().has(Trait.ROUTED);
  }

  private ServerEvent addedBy(Card who, long version) {
    EncodedText name = EncodedText.of(who.name());
    return switch (online.dialect().roster()) {
      case LIST_BY_LIST, PERSON_BY_PERSON ->
          new ServerEvent.ContactAdded(
              TrId.UNASKED, ContactList.REVERSE, version, who.address(), name, Optional.empty());
      case ADDRESS_BOOK -> MembershipCommands.addedBy(who);
      case NAMED_WORDS ->
          new ServerEvent.PersonAdded(
              TrId.UNASKED,
              ContactList.REVERSE,
              Optional.of(who.address()),
              Optional.of(name),
              Optional.empty(),
              Optional.empty());
    };
  }

  private ServerEvent removedBy(Card who, long version) {
    return online.dialect().hasLists()
        ? new ServerEvent.ContactRemoved(
            TrId.UNASKED, ContactList.REVERSE, version, who.address().text(), Optional.empty())
        : MembershipCommands.removedBy(who);
  }

  /** The client's owner as they appear, and all their places. */
  private void self(SessionEvent.SelfSeen it) {
    client.say(new ServerEvent.Presence(appearance(it.self())));
    List<PersonalData.OwnPlace> places =
        it.places().stream()
            .map(place -> new PersonalData.OwnPlace(place.endpoint(), place.details()))
            .toList();
    client.say(
        new ServerEvent.PersonalDataIs(
            it.self().card().address(),
            PersonalData.writeOwn(it.self().message(), places, online.dialect())));
  }

  private void seen(ContactSeen it) {
    View now = it.now();
    if (online.dialect().has(Trait.PHONES)) {
      boolean added = it.mark().isPresent() && it.mark().getAsLong() != online.firstStatus();
      if (added || it.before().isEmpty()) {
        RosterCommands.sayProperties(client, online.listVersion(), now, Place.REPLY);
      } else {
        sayChangedProperties(it.before().get().properties(), now);
      }
    }
    if (it.mark().isPresent()) {
      if (now.isOnline()) {
        TrId trId = new TrId(it.mark().getAsLong());
        sayPresence(bytes(new ServerEvent.InitialPresence(trId, appearance(now))));
      }
    } else if (it.before().isEmpty() || isNews(it.before().get(), now)) {
      sayPresence(lines(now).presence());
    }
    if (online.dialect().has(Trait.PERSONAL_MESSAGE) && tellsMore(it)) {
      client.say(lines(now).personal());
    }
  }

  /** Whoever comes tells something, or that there is nothing; later each change is told. */
  private boolean tellsMore(ContactSeen it) {
    View now = it.now();
    boolean comes = it.mark().isPresent() || it.before().isEmpty() || !it.before().get().isOnline();
    return now.isOnline() && (comes || tellsOther(it.before().get(), now));
  }

  private boolean tellsOther(View before, View now) {
    return !now.message().equals(before.message())
        || (online.dialect().has(Trait.ENDPOINTS) && !now.places().equals(before.places()));
  }

  /** What is said of a view, made once per dialect for all who watch. */
  private record Lines(byte[] presence, byte[] personal) {}

  private Lines lines(View contact) {
    return contact.rendered(
        online.dialect(), view -> new Lines(presenceLine(view), personalLine(view)));
  }

  private byte[] personalLine(View contact) {
    return online.dialect().has(Trait.PERSONAL_MESSAGE)
        ? bytes(
            new ServerEvent.PersonalDataIs(
                contact.card().address(),
                PersonalData.write(contact.message(), contact.places(), online.dialect())))
        : NOTHING;
  }

  private static boolean isNews(View before, View now) {
    return !now.looksLike(before) && (now.isOnline() || before.isOnline());
  }

  private void sayPresence(byte[] line) {
    client.backbone().meters().presenceSent();
    client.say(line);
  }

  private byte[] presenceLine(View contact) {
    return bytes(
        contact.isOnline()
            ? new ServerEvent.Presence(appearance(contact))
            : new ServerEvent.WentOffline(contact.card().address()));
  }

  private byte[] bytes(ServerEvent event) {
    return ServerEvents.write(event, online.dialect()).bytes();
  }

  static Appearance appearance(View contact) {
    return new Appearance(
        contact.card().address(),
        EncodedText.of(contact.card().name()),
        contact.status(),
        contact.capabilities(),
        contact.picture());
  }

  private void sayChangedProperties(Map<Property, String> before, View now) {
    if (before.equals(now.properties())) {
      return;
    }
    for (Property property : Property.values()) {
      Optional<EncodedText> value = RosterCommands.value(now.properties(), property);
      if (property.isPublic() && !value.equals(RosterCommands.value(before, property))) {
        client.say(
            new ServerEvent.ContactPropertyIs(
                online.listVersion(),
                Optional.of(now.card().address()),
                property,
                value,
                Place.REPLY));
      }
    }
  }

  void leave() {
    presence.forget();
    if (routed != null) {
      routed.groups().leave();
    }
  }
}
