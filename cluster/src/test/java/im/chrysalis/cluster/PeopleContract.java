package im.chrysalis.cluster;

import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Invitation;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.Origin;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.domain.person.Person;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionEvent.BookChanged;
import im.chrysalis.domain.person.SessionEvent.ContactSeen;
import im.chrysalis.domain.person.SessionEvent.Ended;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What persons do for those who ask them, wherever they live. Anna and those after her are each at
 * another node, if there are several.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
public abstract class PeopleContract {
  /** Longer than hosts keep a person whom nobody needs. */
  private static final Duration LONG = Duration.ofMinutes(3);

  private static final AccountId NOBODY = new AccountId(999_999_999);
  private static final AtomicLong SERIALS = new AtomicLong();

  private final FakeTimer time = new FakeTimer();
  private final List<Runnable> leaving = Collections.synchronizedList(new ArrayList<>());
  private Store store;
  private HeldStore held;
  private Hosts hosts;
  private int made;
  private Who anna;
  private Who ben;

  protected abstract Hosts.Maker hosts();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    store = Store.open(StoreOptions.in(directory).withHashes(HashStrength.TEST));
    held = new HeldStore(store.people());
    hosts = hosts().on(held, time);
  }

  @AfterAll
  void stop() throws Exception {
    hosts.close();
    store.close();
  }

  @BeforeEach
  void twoPeople() {
    anna = somebody("anna");
    ben = somebody("ben");
  }

  @AfterEach
  void everybodyLeaves() {
    leaving.forEach(Runnable::run);
    leaving.clear();
  }

  private Who somebody(String name) {
    EmailAddress address = EmailAddress.of(name + made + "@example.test");
    Creation made = store.registry().create(NewAccount.of(address, "correct horse"));
    Account account = ((Creation.Made) made).account();
    int node = this.made++;
    return new Who(account, hosts.people(node), new SessionId(hosts.name(node), 0));
  }

  /** A new session of somebody at the node where they are. */
  private Session sessionOf(Who who) {
    Session session = new Session(new SessionId(who.nobody().node(), SERIALS.incrementAndGet()));
    leaving.add(() -> who.leaves(session));
    return session;
  }

  private Session online(Who who) throws Exception {
    Session session = sessionOf(who);
    who.enter(session);
    who.says(session, Status.ONLINE);
    session.isGreetedBy(
        who.ask(new Request.ReadRoster()).contacts().stream()
            .filter(contact -> contact.isOn(FORWARD))
            .map(contact -> contact.view().card().id())
            .collect(Collectors.toSet()));
    return session;
  }

  private void befriend(Who one, Who other) throws Exception {
    one.adds(other, FORWARD);
    other.adds(one, FORWARD);
    one.adds(other, ALLOW);
    other.adds(one, ALLOW);
    awaitLists(one, other, FORWARD.bit() | ALLOW.bit() | REVERSE.bit());
    awaitLists(other, one, FORWARD.bit() | ALLOW.bit() | REVERSE.bit());
  }

  /** Asks until the notices between the two have arrived, which the answers do not wait for. */
  private static void awaitLists(Who owner, Who other, int expected) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    int lists = lists(owner, other);
    while (lists != expected && System.nanoTime() < end) {
      lists = lists(owner, other);
    }
    assertThat(lists).isEqualTo(expected);
  }

  private static int lists(Who owner, Who other) throws Exception {
    return owner.ask(new Request.ReadRoster()).contacts().stream()
        .filter(contact -> contact.view().card().id().equals(other.id()))
        .findFirst()
        .map(ContactCopy::lists)
        .orElse(0);
  }

  // being there

  @Test
  void whoSignsInLearnsWhatIsKeptOfTheAccount() throws Exception {
    assertThat(anna.ask(new Request.SignIn(sessionOf(anna), Optional.empty())))
        .isEqualTo(anna.account());
  }

  @Test
  void nobodyAnswersForAnAccountThatIsNone() {
    CompletableFuture<?> asked =
        hosts.people(0).ask(NOBODY, new Request.ReadRoster()).toCompletableFuture();
    assertThatThrownBy(() -> asked.get(15, TimeUnit.SECONDS))
        .hasCauseInstanceOf(NoSuchPerson.class);
    hosts.people(0).tell(NOBODY, new Notice.Gone(anna.card()));
  }

  @Test
  void friendsSeeEachOtherComeChangeAndGo() throws Exception {
    befriend(anna, ben);
    Session annas = online(anna);

    Session bens = sessionOf(ben);
    ben.enter(bens);
    ben.says(bens, Status.BUSY, 7);
    ContactSeen seen = bens.sees(anna, Status.ONLINE);
    assertThat(seen.mark()).isEqualTo(OptionalLong.of(7));
    assertThat(seen.now().capabilities()).isEqualTo(Capabilities.of(1L << 28));
    assertThat(seen.now().picture()).contains("<msnobj/>");

    assertThat(annas.sees(ben, Status.BUSY).mark()).isEmpty();
    ben.says(bens, Status.AWAY, 8);
    annas.sees(ben, Status.AWAY);
    ben.leaves(bens);
    annas.sees(ben, Status.OFFLINE);
  }

  @Test
  void whoHidesIsOfflineInTheEyesOfFriends() throws Exception {
    befriend(anna, ben);
    Session annas = online(anna);
    Session bens = sessionOf(ben);
    ben.enter(bens);
    ben.says(bens, Status.HIDDEN);
    bens.sees(anna, Status.ONLINE);
    ben.says(bens, Status.ONLINE);
    annas.sees(ben, Status.ONLINE);
    ben.says(bens, Status.HIDDEN);
    annas.sees(ben, Status.OFFLINE);
  }

  @Test
  void severalSessionsStandSideBySideWhenNoneIsExclusive() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    Session desk = sessionOf(anna);
    Who annaElsewhere = anna.at(ben);
    Session phone = sessionOf(annaElsewhere);
    anna.enterBeside(desk);
    annaElsewhere.enterBeside(phone);
    anna.says(desk, Status.ONLINE);
    bens.sees(anna, Status.ONLINE);
    annaElsewhere.says(phone, Status.AWAY);
    bens.sees(anna, Status.AWAY);
    annaElsewhere.leaves(phone);
    bens.sees(anna, Status.ONLINE);
    desk.sees(ben, Status.ONLINE);
    ben.says(bens, Status.BUSY);
    desk.sees(ben, Status.BUSY);
  }

  @Test
  void placesOfOnePersonSeeEachOtherAndFriendsSeeThem() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    Session desk = sessionOf(anna);
    Who annaElsewhere = anna.at(ben);
    Session phone = sessionOf(annaElsewhere);
    anna.enterBeside(desk);
    annaElsewhere.enterBeside(phone);
    anna.says(desk, Status.ONLINE);
    assertThat(bens.sees(anna, Status.ONLINE).now().places()).hasSize(1);
    EndpointDetails details = new EndpointDetails("Desk", "1", false, Status.ONLINE);
    anna.ask(
        new Request.TellPlace(
            desk.id(), Optional.of(new Capabilities(1, 2)), Optional.of(details)));
    assertThat(bens.sees(anna, Status.ONLINE).now().places())
        .extracting(Endpoint::capabilities)
        .containsExactly(new Capabilities(1, 2));
    annaElsewhere.says(phone, Status.ONLINE);
    assertThat(bens.sees(anna, Status.ONLINE).now().places()).hasSize(2);
    assertThat(desk.comesToSeeItsPlaces(2).places())
        .extracting(SessionEvent.Place::details)
        .contains(details);
    assertThat(phone.comesToSeeItsPlaces(2).self().status()).isEqualTo(Status.ONLINE);
    annaElsewhere.leaves(phone);
    desk.comesToSeeItsPlaces(1);
  }

  @Test
  void aSecondSessionOfTheSamePlaceEndsTheFirst() throws Exception {
    Optional<EndpointId> place = Optional.of(new EndpointId(UUID.randomUUID()));
    Session first = sessionOf(anna);
    Session second = sessionOf(anna);
    anna.ask(new Request.SignIn(first, place));
    anna.ask(new Request.SignIn(second, place));
    assertThat(first.next()).isEqualTo(new Ended(Ended.Why.SIGNED_IN_ELSEWHERE));
  }

  @Test
  void friendsSeeWhatSomebodyTellsBesidesTheStatus() throws Exception {
    befriend(anna, ben);
    Session annas = online(anna);
    Session bens = online(ben);
    bens.comesToSee(anna, Status.ONLINE);
    PersonalMessage message = new PersonalMessage("Back at five", "");
    anna.ask(new Request.TellMessage(annas.id(), message));
    assertThat(bens.sees(anna, Status.ONLINE).now().message()).isEqualTo(message);
  }

  @Test
  void aNoteReachesWhoeverIsThereAndAllowsIt() throws Exception {
    Session annas = online(anna);
    var note =
        new Request.PassNote(
            ben.card(), Optional.empty(), Optional.empty(), 3, new byte[] {1, 2, 3});
    assertThat(ben.people().ask(anna.id(), note).toCompletableFuture().get(15, TimeUnit.SECONDS))
        .isTrue();
    SessionEvent.Noted noted = annas.next(SessionEvent.Noted.class);
    assertThat(noted.from()).isEqualTo(ben.card());
    assertThat(noted.body()).containsExactly(1, 2, 3);
    anna.ask(new Request.AddToList(annas.id(), ben.card(), BLOCK, Optional.empty(), 1));
    assertThat(ben.people().ask(anna.id(), note).toCompletableFuture().get(15, TimeUnit.SECONDS))
        .isFalse();
  }

  @Test
  void whoHasDecidedAboutSomebodyHasNobodyWaiting() throws Exception {
    ben.ask(new Request.AddToList(sessionOf(ben).id(), anna.card(), FORWARD, Optional.empty(), 1));
    awaitLists(anna, ben, REVERSE.bit() | PENDING.bit());
    assertThat(anna.ask(new Request.SettlePending(ben.id()))).isInstanceOf(Outcome.Done.class);
    awaitLists(anna, ben, REVERSE.bit());
    assertThat(anna.ask(new Request.SettlePending(ben.id())))
        .isEqualTo(new Outcome.Refused(Refusal.UNCHANGED));
  }

  // what is told of the address book

  @Test
  void allSessionsHearThatTheBookWasChangedAndByWhichClient() throws Exception {
    Session desk = sessionOf(anna);
    Who annaElsewhere = anna.at(ben);
    Session phone = sessionOf(annaElsewhere);
    anna.enterBeside(desk);
    annaElsewhere.enterBeside(phone);
    Origin origin = new Origin(-7);
    Outcome made =
        anna.ask(new Request.From(origin, new Request.AddGroup(UUID.randomUUID(), "Friends")));
    long version = ((Outcome.Done) made).version();
    for (Session session : List.of(desk, phone)) {
      assertThat(session.nextOfItsBook())
          .isEqualTo(new BookChanged(version, Optional.of(origin), Optional.empty()));
    }
    annaElsewhere.ask(new Request.Rename("Anna B"));
    for (Session session : List.of(desk, phone)) {
      assertThat(session.nextOfItsBook())
          .isEqualTo(new BookChanged(version + 1, Optional.empty(), Optional.empty()));
    }
  }

  @Test
  void whoseClientIsKnownMayBeAddedLikeAnybody() throws Exception {
    Session annas = online(anna);
    Session bens = online(ben);
    anna.ask(
        new Request.From(
            new Origin(1),
            new Request.AddToList(annas.id(), ben.card(), FORWARD, Optional.empty(), 9)));
    assertThat(annas.sees(ben, Status.ONLINE).mark()).isEqualTo(OptionalLong.of(9));
    bens.next(SessionEvent.AddedBy.class);
  }

  @Test
  void whatChangesNothingAndWhatOthersDoAreNoChangesOfTheBook() throws Exception {
    befriend(anna, ben);
    anna.ask(new Request.LabelContact(ben.id(), "Benny"));
    Session annas = online(anna);
    annas.forget();
    anna.ask(new Request.LabelContact(ben.id(), "Benny"));
    anna.ask(new Request.Rename(anna.card().name()));
    anna.ask(new Request.SetPrivacy(PrivacyDefault.ALLOW));
    ben.removes(anna, FORWARD);
    annas.comesToHear(SessionEvent.RemovedBy.class);
    ben.adds(anna, FORWARD);
    annas.comesToHear(SessionEvent.AddedBy.class);
    annas.isToldNothingOfItsBook();
    anna.ask(new Request.LabelContact(ben.id(), ""));
    annas.nextOfItsBook();
  }

  // who may see whom

  @Test
  void whoIsBlockedSeesTheOtherGo() throws Exception {
    befriend(anna, ben);
    Session annas = online(anna);
    Session bens = online(ben);
    bens.sees(anna, Status.ONLINE);
    annas.sees(ben, Status.ONLINE);
    anna.removes(ben, ALLOW);
    anna.adds(ben, BLOCK);
    bens.sees(anna, Status.OFFLINE);
    anna.says(annas, Status.AWAY);
    anna.removes(ben, BLOCK);
    bens.sees(anna, Status.AWAY);
  }

  @Test
  void whoAllowsNobodyIsSeenByThoseOnTheAllowListOnly() throws Exception {
    Who carl = somebody("carl");
    befriend(anna, ben);
    carl.adds(anna, FORWARD);
    Session annas = online(anna);
    Session bens = online(ben);
    Session carls = online(carl);
    bens.sees(anna, Status.ONLINE);
    carls.sees(anna, Status.ONLINE);
    anna.ask(new Request.SetPrivacy(PrivacyDefault.BLOCK));
    carls.sees(anna, Status.OFFLINE);
    anna.says(annas, Status.BUSY);
    bens.sees(anna, Status.BUSY);
    anna.ask(new Request.SetPrivacy(PrivacyDefault.ALLOW));
    carls.sees(anna, Status.BUSY);
  }

  // lists

  @Test
  void whoIsAddedHearsOfItAndSeesNothingYet() throws Exception {
    Session bens = online(ben);
    Outcome outcome = anna.adds(ben, FORWARD);
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Done) outcome).version()).isEqualTo(2);
    SessionEvent.AddedBy added = bens.next(SessionEvent.AddedBy.class);
    assertThat(added.who()).isEqualTo(anna.card());
    assertThat(added.version()).isEqualTo(2);
    assertThat(lists(ben, anna)).isEqualTo(REVERSE.bit() | PENDING.bit());
    anna.removes(ben, FORWARD);
    assertThat(bens.next(SessionEvent.RemovedBy.class).who()).isEqualTo(anna.card());
    assertThat(lists(ben, anna)).isZero();
  }

  @Test
  void whoAddsSomebodySeesThemAtOnce() throws Exception {
    online(ben);
    Session annas = online(anna);
    anna.ask(new Request.AddToList(annas.id(), ben.card(), FORWARD, Optional.empty(), 12));
    assertThat(annas.sees(ben, Status.ONLINE).mark()).isEqualTo(OptionalLong.of(12));
  }

  @Test
  void whoIsRemovedIsWatchedNoLonger() throws Exception {
    Session bens = online(ben);
    Session annas = online(anna);
    anna.adds(ben, FORWARD);
    annas.sees(ben, Status.ONLINE);
    anna.removes(ben, FORWARD);
    bens.next(SessionEvent.AddedBy.class);
    bens.next(SessionEvent.RemovedBy.class);
    ben.says(bens, Status.AWAY);
    anna.adds(ben, FORWARD);
    annas.sees(ben, Status.AWAY); // and nothing in between
  }

  @Test
  void whatIsRefusedChangesNothing() throws Exception {
    anna.adds(ben, FORWARD);
    assertThat(anna.adds(ben, FORWARD)).isEqualTo(new Outcome.Refused(Refusal.ALREADY_ON_LIST));
    assertThat(anna.ask(new Request.ReadRoster()).account().listVersion()).isEqualTo(2);
  }

  @Test
  void aLargeRosterComesWhole() throws Exception {
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Who other = somebody("one-of-very-many-whose-addresses-are-long-" + "x".repeat(40) + i);
      all.add(
          anna.begin(
              new Request.AddToList(anna.nobody(), other.card(), FORWARD, Optional.empty(), 0)));
    }
    for (CompletableFuture<Outcome> one : all) {
      assertThat(one.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
    }
    anna.ask(new Request.AddGroup(UUID.randomUUID(), "Friends"));
    Request.RosterCopy copy =
        ben.people()
            .ask(anna.id(), new Request.ReadRoster())
            .toCompletableFuture()
            .get(15, TimeUnit.SECONDS);
    assertThat(copy.contacts()).hasSize(300).allMatch(contact -> contact.isOn(FORWARD));
    assertThat(copy.groups()).extracting("name").containsExactly("Friends");
    assertThat(copy.account().listVersion()).isEqualTo(302);
  }

  // changes and the store

  @Test
  void anAnswerWaitsForTheStoreAndAllElsePasses() throws Exception {
    Session annas = online(anna);
    Session bens = online(ben);
    CompletableFuture<Outcome> added;
    held.hold();
    try {
      added =
          anna.begin(new Request.AddToList(annas.id(), ben.card(), FORWARD, Optional.empty(), 3));
      anna.says(annas, Status.AWAY);
      assertThat(added).isNotDone();
      bens.isToldNothingElse();
    } finally {
      held.release();
    }
    assertThat(added.get(15, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
    bens.next(SessionEvent.AddedBy.class);
    annas.sees(ben, Status.ONLINE);
  }

  @Test
  void changesWaitForEachOtherInTheirOrder() throws Exception {
    UUID group = UUID.randomUUID();
    held.hold();
    CompletableFuture<Outcome> first;
    CompletableFuture<Outcome> second;
    CompletableFuture<Outcome> third;
    try {
      first = anna.begin(new Request.AddGroup(group, "One"));
      second = anna.begin(new Request.AddGroup(UUID.randomUUID(), "One"));
      third = anna.begin(new Request.Rename("Anna"));
    } finally {
      held.release();
    }
    assertThat(((Outcome.Done) first.get(15, TimeUnit.SECONDS)).version()).isEqualTo(2);
    assertThat(second.get(15, TimeUnit.SECONDS))
        .isEqualTo(new Outcome.Refused(Refusal.GROUP_NAME_TAKEN));
    assertThat(((Outcome.Done) third.get(15, TimeUnit.SECONDS)).version()).isEqualTo(3);
  }

  @Test
  void whatTheStoreDoesNotTakeIsNotDone() throws Exception {
    CompletableFuture<Void> gate = held.hold();
    CompletableFuture<Outcome> renamed;
    try {
      renamed = anna.begin(new Request.Rename("Anna"));
      gate.completeExceptionally(new IOException("the disk is full"));
      assertThatThrownBy(() -> renamed.get(15, TimeUnit.SECONDS))
          .hasMessageContaining("the disk is full");
    } finally {
      held.release();
    }
    assertThat(anna.ask(new Request.ReadRoster()).account()).isEqualTo(anna.account());
    assertThat(anna.ask(new Request.Rename("Anna"))).isInstanceOf(Outcome.Done.class);
  }

  // one place at a time

  @Test
  void aSecondExclusiveSessionEndsTheFirst() throws Exception {
    Who annaElsewhere = anna.at(ben);
    Session first = sessionOf(anna);
    Session second = sessionOf(annaElsewhere);
    Session beside = sessionOf(anna);
    anna.enter(first);
    anna.enterBeside(beside);
    annaElsewhere.enter(second);
    assertThat(first.next()).isEqualTo(new Ended(Ended.Why.SIGNED_IN_ELSEWHERE));
    assertThat(ring(ben, anna)).isFalse(); // nobody has said a status
    annaElsewhere.says(second, Status.ONLINE);
    anna.says(beside, Status.ONLINE);
    assertThat(ring(ben, anna)).isTrue();
    second.next(SessionEvent.Invited.class);
    beside.next(SessionEvent.Invited.class);
    first.isToldNothingElse();
  }

  @Test
  void ofTwoThatRaceOneStays() throws Exception {
    Who annaElsewhere = anna.at(ben);
    for (int round = 0; round < 20; round++) {
      Session one = sessionOf(anna);
      Session other = sessionOf(annaElsewhere);
      CompletableFuture<Account> first = anna.begin(new Request.SignIn(one, Optional.empty()));
      CompletableFuture<Account> second =
          annaElsewhere.begin(new Request.SignIn(other, Optional.empty()));
      first.get(15, TimeUnit.SECONDS);
      second.get(15, TimeUnit.SECONDS);
      Optional<?> oneThere = anna.ask(new Request.Introduce(one.id()));
      Optional<?> otherThere = anna.ask(new Request.Introduce(other.id()));
      assertThat(oneThere.isPresent()).isNotEqualTo(otherThere.isPresent());
      Session loser = oneThere.isPresent() ? other : one;
      assertThat(loser.next()).isEqualTo(new Ended(Ended.Why.SIGNED_IN_ELSEWHERE));
      Session winner = oneThere.isPresent() ? one : other;
      winner.isToldNothingElse();
    }
  }

  @Test
  void friendsSeeTheOldStatusUntilTheNewSessionSaysOne() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    online(anna);
    bens.sees(anna, Status.ONLINE);
    Who annaElsewhere = anna.at(ben);
    Session next = sessionOf(annaElsewhere);
    annaElsewhere.enter(next);
    annaElsewhere.says(next, Status.BUSY);
    bens.sees(anna, Status.BUSY);
  }

  @Test
  void friendsSeeSomebodyGoWhoseNewSessionSaysNothing() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    online(anna);
    bens.sees(anna, Status.ONLINE);
    Who annaElsewhere = anna.at(ben);
    annaElsewhere.enter(sessionOf(annaElsewhere));
    annaElsewhere.ask(new Request.ReadRoster()); // the turn is over in which the time began to run
    time.pass(Person.LINGER.minusSeconds(1));
    anna.ask(new Request.ReadRoster());
    bens.isToldNothingElse();
    time.pass(Duration.ofSeconds(1));
    bens.sees(anna, Status.OFFLINE);
  }

  @Test
  void friendsSeeSomebodyGoWhoseNewSessionEndsAtOnce() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    online(anna);
    bens.sees(anna, Status.ONLINE);
    Who annaElsewhere = anna.at(ben);
    Session next = sessionOf(annaElsewhere);
    annaElsewhere.enter(next);
    annaElsewhere.leaves(next);
    bens.sees(anna, Status.OFFLINE);
  }

  @Test
  void sessionsEndWhenTheSecretBehindThemHoldsNoLonger() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    Session annas = online(anna);
    bens.sees(anna, Status.ONLINE);
    annas.sees(ben, Status.ONLINE);
    anna.ask(new Request.EndSessions(Ended.Why.PASSWORD_CHANGED));
    assertThat(annas.next()).isEqualTo(new Ended(Ended.Why.PASSWORD_CHANGED));
    bens.sees(anna, Status.OFFLINE);
  }

  // the end of an account

  @Test
  void whoDeletesTheAccountIsGoneForEverybody() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    Session annas = online(anna);
    bens.sees(anna, Status.ONLINE);
    annas.sees(ben, Status.ONLINE);
    assertThat(anna.ask(new Request.DeleteAccount())).isInstanceOf(Outcome.Done.class);
    assertThat(annas.next()).isEqualTo(new Ended(Ended.Why.ACCOUNT_DELETED));
    bens.sees(anna, Status.OFFLINE);
    assertThat(bens.next(SessionEvent.RemovedBy.class).who()).isEqualTo(anna.card());
    assertThat(lists(ben, anna)).isZero();
    assertThatThrownBy(() -> anna.ask(new Request.ReadRoster())).isInstanceOf(NoSuchPerson.class);
    assertThatThrownBy(() -> anna.enter(sessionOf(anna))).isInstanceOf(NoSuchPerson.class);
    time.pass(LONG);
    assertThatThrownBy(() -> anna.ask(new Request.ReadRoster())).isInstanceOf(NoSuchPerson.class);
  }

  // messages for those who are not there

  private OfflineMessage letter(Who from, int number, String text) {
    return new OfflineMessage(
        UUID.randomUUID(),
        from.card(),
        Instant.ofEpochMilli(1_136_073_600_123L),
        Optional.of(new OfflineMessage.Place("{1}", number)),
        Optional.empty(),
        text);
  }

  private List<OfflineMessage> waiting(Who who) {
    return store.offlineMessages().waiting(who.id()).toCompletableFuture().join();
  }

  @Test
  void whatIsLeftIsStoredBeforeItsSenderHearsSo() throws Exception {
    OfflineMessage letter = letter(anna, 1, "call me");
    assertThat(ben.at(anna).ask(new Request.LeaveMessage(letter))).isInstanceOf(Outcome.Done.class);
    assertThat(waiting(ben)).containsExactly(letter);
    assertThat(ben.at(anna).ask(new Request.LeaveMessage(letter(anna, 1, "call me"))))
        .isEqualTo(new Outcome.Refused(Refusal.UNCHANGED));
    assertThat(waiting(ben)).containsExactly(letter);
  }

  @Test
  void whoIsBlockedLeavesNothing() throws Exception {
    ben.adds(anna, BLOCK);
    assertThat(ben.at(anna).ask(new Request.LeaveMessage(letter(anna, 1, "hello?"))))
        .isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
    assertThat(waiting(ben)).isEmpty();
  }

  @Test
  void whoWasTakenForAbsentHearsOfAMessageAtOnceAndTakesItOnce() throws Exception {
    Session bens = online(ben);
    OfflineMessage letter = letter(anna, 1, "are you there?");
    ben.at(anna).ask(new Request.LeaveMessage(letter));
    assertThat(bens.next()).isEqualTo(new SessionEvent.MessageLeft(letter));
    Request.TakeMessages take = new Request.TakeMessages(Set.of(letter.id(), UUID.randomUUID()));
    assertThat(ben.ask(take)).isInstanceOf(Outcome.Done.class);
    assertThat(bens.next()).isEqualTo(new SessionEvent.MessagesTaken(1));
    assertThat(waiting(ben)).isEmpty();
    assertThat(ben.ask(take)).isEqualTo(new Outcome.Refused(Refusal.UNCHANGED));
  }

  @Test
  void whoComesToWaitingMessagesHearsSoOnce() throws Exception {
    ben.at(anna).ask(new Request.LeaveMessage(letter(anna, 1, "call me")));
    Session bens = online(ben);
    assertThat(bens.next()).isEqualTo(new SessionEvent.MessagesWait());
    ben.says(bens, Status.AWAY);
    OfflineMessage another = letter(anna, 2, "or write");
    ben.at(anna).ask(new Request.LeaveMessage(another));
    assertThat(bens.next()).isEqualTo(new SessionEvent.MessageLeft(another));
  }

  // what is said without a conversation

  private static final byte[] HELLO = {1, 2, 3};

  private boolean says(Who from, Optional<EndpointId> fromPlace, Optional<EndpointId> to, Who whom)
      throws Exception {
    return whom.at(from).ask(new Request.Say(from.card(), fromPlace, to, HELLO));
  }

  @Test
  void whatIsSaidIsHeardByEachPlaceThatHearsDirectlyAndOnceByTheOthers() throws Exception {
    Who benElsewhere = ben.at(anna);
    Session phone = sessionOf(ben);
    Session desk = sessionOf(benElsewhere);
    Session old = sessionOf(ben);
    Session older = sessionOf(ben);
    EndpointId phonesPlace = new EndpointId(UUID.randomUUID());
    ben.enterHearing(phone, phonesPlace);
    benElsewhere.enterHearing(desk, new EndpointId(UUID.randomUUID()));
    ben.enterBeside(old);
    ben.enterBeside(older);
    assertThat(says(anna, Optional.empty(), Optional.empty(), ben)).isFalse();
    ben.says(older, Status.ONLINE);
    ben.says(old, Status.ONLINE); // the latest to say a status
    ben.says(phone, Status.ONLINE);
    benElsewhere.says(desk, Status.ONLINE);
    assertThat(says(anna, Optional.empty(), Optional.empty(), ben)).isTrue();
    assertThat(says(anna, Optional.empty(), Optional.of(phonesPlace), ben)).isTrue();
    phone.hears(HELLO);
    phone.hears(HELLO);
    desk.hears(HELLO);
    old.hears(HELLO);
    assertThat(older.hasHeardNothing()).isTrue();
  }

  @Test
  void nobodyIsHeardByWhoBlocksThemOrHides() throws Exception {
    Session bens = sessionOf(ben);
    ben.enterHearing(bens, new EndpointId(UUID.randomUUID()));
    ben.says(bens, Status.HIDDEN);
    assertThat(says(anna, Optional.empty(), Optional.empty(), ben)).isFalse();
    ben.says(bens, Status.ONLINE);
    ben.ask(new Request.AddToList(bens.id(), anna.card(), BLOCK, Optional.empty(), 0));
    assertThat(says(anna, Optional.empty(), Optional.empty(), ben)).isFalse();
  }

  @Test
  void whatSomebodySaysToThemselvesGoesToTheirOtherPlaces() throws Exception {
    EndpointId here = new EndpointId(UUID.randomUUID());
    Session desk = sessionOf(anna);
    Session phone = sessionOf(anna);
    anna.enterHearing(desk, here);
    anna.enterHearing(phone, new EndpointId(UUID.randomUUID()));
    anna.says(desk, Status.ONLINE);
    anna.says(phone, Status.HIDDEN);
    assertThat(says(anna, Optional.of(here), Optional.empty(), anna)).isTrue();
    phone.hears(HELLO);
    assertThat(desk.hasHeardNothing()).isTrue();
  }

  // invitations

  private static boolean ring(Who caller, Who callee) throws Exception {
    Invitation invitation =
        new Invitation(
            new ConversationId(caller.nobody().node(), 4711),
            caller.card(),
            caller.nobody(),
            "1865 192.0.2.1");
    return caller
        .people()
        .ask(callee.id(), new Request.Ring(invitation))
        .toCompletableFuture()
        .get(15, TimeUnit.SECONDS);
  }

  @Test
  void whoIsThereRings() throws Exception {
    Session annas = online(anna);
    assertThat(ring(ben, anna)).isTrue();
    Invitation invitation = annas.next(SessionEvent.Invited.class).invitation();
    assertThat(invitation.conversation()).isEqualTo(new ConversationId(ben.nobody().node(), 4711));
    assertThat(invitation.caller()).isEqualTo(ben.card());
    anna.ask(new Request.AcceptInvitations(annas.id(), false));
    assertThat(ring(ben, anna)).isFalse();
    anna.ask(new Request.AcceptInvitations(annas.id(), true));
    anna.says(annas, Status.HIDDEN);
    assertThat(ring(ben, anna)).isFalse();
    anna.says(annas, Status.ONLINE);
    anna.adds(ben, BLOCK);
    assertThat(ring(ben, anna)).isFalse();
    anna.removes(ben, BLOCK);
    anna.leaves(annas);
    assertThat(anna.ask(new Request.Introduce(annas.id()))).isEmpty();
    assertThat(ring(ben, anna)).isFalse();
    annas.isToldNothingElse();
  }

  @Test
  void aConversationLearnsWhoHasASession() throws Exception {
    Session annas = online(anna);
    Optional<Request.Introduction> who =
        ben.people()
            .ask(anna.id(), new Request.Introduce(annas.id()))
            .toCompletableFuture()
            .get(15, TimeUnit.SECONDS);
    assertThat(who)
        .contains(
            new Request.Introduction(anna.card(), Capabilities.of(1L << 28), Optional.empty()));
    assertThat(anna.ask(new Request.Introduce(anna.nobody()))).isEmpty();
  }

  // order

  @Test
  void whatOneSenderSaysArrivesInOrder() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    Session annas = online(anna);
    bens.sees(anna, Status.ONLINE);
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      answers.add(
          anna.begin(
              new Request.SetStatus(
                  annas.id(), Status.ONLINE, Capabilities.of(i), Optional.empty(), i)));
    }
    for (int i = 1; i <= 500; i++) {
      assertThat(bens.sees(anna, Status.ONLINE).now().capabilities()).isEqualTo(Capabilities.of(i));
    }
    for (CompletableFuture<?> answer : answers) {
      answer.get(15, TimeUnit.SECONDS);
    }
  }

  @Test
  void anAnswerComesBeforeTheEventsBehindIt() throws Exception {
    befriend(anna, ben);
    online(ben);
    for (int round = 0; round < 50; round++) {
      try (ExecutorService loop = Executors.newSingleThreadExecutor()) {
        List<String> order = new ArrayList<>();
        CountDownLatch both = new CountDownLatch(2);
        Session annas = sessionOf(anna);
        Consumer<String> note =
            what -> {
              order.add(what);
              both.countDown();
            };
        anna.ask(new Request.SignIn(new Noting(annas.id(), loop, note), Optional.empty()));
        loop.execute(() -> {
          Thread here = Thread.currentThread();
          CompletableFuture<?> answer = anna.begin(Who.status(annas, Status.ONLINE, 1));
          answer.thenRun(() -> {
            if (Thread.currentThread().equals(here)) {
              note.accept("answer"); // there already, and the event waits for the loop
            } else {
              loop.execute(() -> note.accept("answer"));
            }
          });
        });
        assertThat(both.await(15, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("answer", "event");
        anna.leaves(annas);
      }
    }
  }

  /** A session that notes on its loop, as connections do, when it is told something. */
  private record Noting(SessionId id, Executor loop, Consumer<String> note) implements SessionLink {
    @Override
    public void deliver(SessionEvent event) {
      loop.execute(() -> note.accept("event"));
    }
  }

  // coming to rest

  @Test
  void whoIsNotNeededIsReleasedAndComesBackAsKept() throws Exception {
    befriend(anna, ben);
    online(anna);
    anna.ask(new Request.Rename("Anna Again"));
    everybodyLeaves();
    awaitNobody();
    assertThat(anna.ask(new Request.ReadRoster()).account().card().name()).isEqualTo("Anna Again");
    assertThat(lists(anna, ben)).isEqualTo(FORWARD.bit() | ALLOW.bit() | REVERSE.bit());
  }

  /** Time passes until nobody is in memory; each time that it passes, hosts look once more. */
  private void awaitNobody() throws Exception {
    for (int tries = 0; hosts.active() > 0 && tries < 200; tries++) {
      time.pass(LONG);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(hosts.active()).isZero();
  }

  @Test
  void whoIsSignedInOrWatchedIsNotReleased() throws Exception {
    befriend(anna, ben);
    Session bens = online(ben);
    time.pass(LONG);
    time.pass(LONG);
    Session annas = online(anna);
    bens.sees(anna, Status.ONLINE);
    annas.sees(ben, Status.ONLINE);
    assertThat(ring(anna, ben)).isTrue();
  }
}
