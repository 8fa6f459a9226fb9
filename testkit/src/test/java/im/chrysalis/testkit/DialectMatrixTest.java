package im.chrysalis.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.testkit.MatrixClient.Talk;
import im.chrysalis.values.ContactList;
import im.chrysalis.wire.dialect.Dialect;
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
    try (MatrixClient a = new MatrixClient(server, anna, first);
        MatrixClient b = new MatrixClient(server, ben, second)) {
      a.comesOnline(known);
      a.seesItself();
      settle(anna, ben); // so that Ben is asked how he is before he comes
      b.comesOnline(known);
      b.seesAtFirst(a);
      a.seesComing(b);
      change(a, b);
      change(b, a);
      talk(a.invites(b), a.me().person(), first);
      a.blocks(b);
      b.seesLeaving(a);
      b.hearsNothingMore();
      b.signsOff();
      a.seesLeaving(b);
      a.hearsNothingMore();
    }
  }

  private static void change(MatrixClient who, MatrixClient watcher) throws Exception {
    who.changesStatus("BSY");
    watcher.sees(who);
    if (who.tells("Back at five")) {
      watcher.seesMessageOf(who);
    }
    who.takesName("A%20new%20name");
    watcher.sees(who);
    who.hearsNothingMore();
  }

  private static void talk(Talk talk, Person typing, int version) throws Exception {
    talk.firstSays("A", "text/plain; charset=UTF-8", "Hello");
    talk.secondSays("A", "text/plain; charset=UTF-8\r\nX-MMS-IM-Format: FN=Arial; CO=0", "Hi");
    talk.firstSays("U", "text/x-msmsgscontrol\r\nTypingUser: " + typing.address(), "\r\n");
    talk.firstSays("N", "text/x-msnmsgr-datacast", "ID: 1\r\n\r\n");
    if (version >= 9) {
      talk.firstSays("D", "application/x-msnmsgrp2p", "\0\0\0\u00FF");
    }
    talk.firstLeaves();
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
