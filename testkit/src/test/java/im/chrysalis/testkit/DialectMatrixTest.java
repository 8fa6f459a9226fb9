package im.chrysalis.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.values.ContactList;
import im.chrysalis.wire.dialect.Dialect;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Clients of every version meet clients of every version, at one server. */
class DialectMatrixTest {
  private static final SessionId NOBODY = new SessionId("", 0);
  private static final String NEW_NAME = "A new name";
  private static final int FIRST_WITH_DATA = 9;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.onSqlite(Set.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> everyVersionTalksWithEveryVersion() {
    return Dialect.SPOKEN.stream()
        .flatMap(first ->
            Dialect.SPOKEN.stream()
                .map(second ->
                    dynamicTest(
                        first + " invites " + second,
                        () -> meet(first.number(), second.number()))));
  }

  private static void meet(int first, int second) throws Exception {
    Person anna = Person.named("anna%dto%d".formatted(first, second));
    Person ben = Person.named("ben%dfrom%d".formatted(second, first));
    Acquaintances known = befriend(anna, ben);
    try (MatrixClient a = client(anna, anna.usualFriendlyName(), first)) {
      a.comesOnline(known);
      a.seesItself();
      settle(anna, ben); // so that Ben is asked how he is before he comes
      try (MatrixClient b = client(ben, ben.usualFriendlyName(), second)) {
        b.comesOnline(known);
        b.seesAtFirst(a);
        a.seesComing(b);
        change(a, b);
        change(b, a);
        talk(a, b);
        a.blocks(b);
        b.seesLeaving(a);
        b.hearsNothingMore();
        b.signsOff();
        a.seesLeaving(b);
        a.leaves("Call me", b);
        a.hearsNothingMore();
      }
      try (MatrixClient b = client(ben, NEW_NAME, second)) {
        b.comesOnline(known);
        b.seesItself();
        a.seesComing(b);
        b.hearsWhatWasLeft("Call me", a);
        b.hearsNothingMore();
        a.hearsNothingMore();
      }
    }
  }

  private static MatrixClient client(Person person, String name, int version) throws IOException {
    return MatrixClient.of(server, person, name, version);
  }

  private static void change(MatrixClient who, MatrixClient watcher) throws Exception {
    who.changesStatus("BSY");
    watcher.seesChanged(who);
    if (who.tells("Back at five")) {
      watcher.seesMessageOf(who);
    }
    who.takesName(NEW_NAME);
    watcher.seesChanged(who);
    who.hearsNothingMore();
  }

  private static void talk(MatrixClient a, MatrixClient b) throws Exception {
    say(a, Saying.text("Hello"), b);
    say(b, Saying.text("FN=Arial; CO=0", "Hi"), a);
    for (MatrixClient who : new MatrixClient[] {a, b}) {
      MatrixClient other = who == a ? b : a;
      say(who, Saying.typing(who.me().person()), other);
      say(who, Saying.nudge(), other);
      if (who.me().version() >= FIRST_WITH_DATA) {
        say(who, Saying.data(other.me().person()), other);
      }
    }
    a.leavesTalk();
    b.seesLeavingTalk(a);
    b.leavesTalk();
  }

  private static void say(MatrixClient who, Saying what, MatrixClient other) throws Exception {
    who.says(what, other);
    other.hears(what, who);
  }

  /** Straight in the store, and without waiting for any but the two. */
  private static Acquaintances befriend(Person one, Person other) {
    Card first = account(one);
    Card second = account(other);
    Acquaintances known = new Acquaintances();
    for (ContactList list : new ContactList[] {ContactList.FORWARD, ContactList.ALLOW}) {
      put(first, list, second);
      put(second, list, first);
      known.add(one.name(), list, other.name());
      known.add(other.name(), list, one.name());
    }
    settle(one, other);
    return known;
  }

  /** Waits for all that follows from what the two did before. */
  private static void settle(Person one, Person other) {
    for (Person person : new Person[] {one, other}) {
      Card card = server.server().store().registry().find(person.address()).orElseThrow().card();
      edit(card, new Request.RemoveGroup(new GroupName.Numbered(Integer.MAX_VALUE))); // refused
    }
  }

  private static Card account(Person person) {
    server.createAccount(
        NewAccount.of(person.address(), person.password())
            .named(person.usualFriendlyName())
            .forLegacyClients());
    return server.server().store().registry().find(person.address()).orElseThrow().card();
  }

  private static void put(Card owner, ContactList list, Card other) {
    edit(owner, new Request.AddToList(NOBODY, other, list, Optional.empty(), 0));
  }

  private static Outcome edit(Card owner, Request.Edit edit) {
    return server.server().people().ask(owner.id(), edit).toCompletableFuture().join();
  }
}
