package im.chrysalis.testkit;

import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is put into the address book is seen when the client that did it can know them. */
class NewcomersTest {
  private static final String BEN_COMES = "NLN NLN 1:ben@example.test .*";
  private static final String BENS_MESSAGE = "UBX 1:ben@example.test .*";

  private final Person anna = Person.named("anna");
  private final Person ben = Person.named("ben");
  private final TestServer server = TestServer.onSqlite(Set.of());

  @BeforeEach
  void createAccounts() {
    server.createAccount(NewAccount.of(anna.address(), anna.password()));
    server.createAccount(NewAccount.of(ben.address(), ben.password()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theyAreSeenBehindTheAnswerToTheirName() throws Exception {
    SecretTicket annas = server.secretTicket(anna.address());
    try (Connection home = isThere(ben, server.secretTicket(ben.address()));
        Connection desk = isThere(anna, annas)) {
      new BookClient(server, anna).addContact(annas, ben.address());
      BookClient.hearsNothing(desk);

      name(desk, "<ml l=\"1\"><d n=\"example.test\"><c n=\"ben\" l=\"3\" t=\"1\"/></d></ml>");
      desk.nextLike(BEN_COMES);
      desk.nextLike(BENS_MESSAGE);
      BookClient.hearsNothing(desk);

      home.send("CHG 6 AWY 0:0\r\n");
      desk.nextLike("NLN AWY 1:ben@example.test .*");
    }
  }

  /** As libpurple does it: the notification server hears of the removal before the book does. */
  @Test
  void whoIsRemovedAndAddedAgainIsSeenAgain() throws Exception {
    SecretTicket annas = server.secretTicket(anna.address());
    BookClient book = new BookClient(server, anna);
    try (Connection _ = isThere(ben, server.secretTicket(ben.address()));
        Connection desk = isThere(anna, annas)) {
      book.addContact(annas, ben.address());
      name(desk, "<ml><d n=\"example.test\"><c n=\"ben\" l=\"3\" t=\"1\"/></d></ml>");
      desk.nextLike(BEN_COMES);

      String friend = "<ml><d n=\"example.test\"><c n=\"ben\" l=\"1\" t=\"1\"/></d></ml>";
      desk.send("RML 10 " + friend.length() + "\r\n" + friend);
      desk.nextLike("RML 10 OK");
      book.removeContact(annas, new ContactId(accountOf(ben)));
      book.addContact(annas, ben.address());
      BookClient.hearsNothing(desk);
      name(desk, friend);
      desk.nextLike(BEN_COMES);
      desk.nextLike(BENS_MESSAGE);
    }
  }

  @Test
  void ofAllThatChangesMeanwhileTheLastIsSaid() throws Exception {
    SecretTicket annas = server.secretTicket(anna.address());
    try (Connection home = isThere(ben, server.secretTicket(ben.address()));
        Connection desk = isThere(anna, annas)) {
      new BookClient(server, anna).addContact(annas, ben.address());
      home.send("CHG 6 AWY 0:0\r\n");
      home.nextLike("CHG 6 AWY 0:0");
      BookClient.hearsNothing(desk);

      name(desk, "<ml><d n=\"example.test\"><c n=\"ben\" l=\"1\" t=\"1\"/></d></ml>");
      desk.nextLike("NLN AWY 1:ben@example.test .*");
      desk.nextLike(BENS_MESSAGE);
      BookClient.hearsNothing(desk);
    }
  }

  @Test
  void aClientThatNamesNobodySeesThemSoonAllTheSame() throws Exception {
    SecretTicket annas = server.secretTicket(anna.address());
    try (Connection _ = isThere(ben, server.secretTicket(ben.address()));
        Connection desk = isThere(anna, annas)) {
      new BookClient(server, anna).addContact(annas, ben.address());
      BookClient.hearsNothing(desk);

      server.passTime(Duration.ofSeconds(5));
      desk.nextLike(BEN_COMES);
      desk.nextLike(BENS_MESSAGE);
    }
  }

  @Test
  void anotherPlaceSeesThemAtOnce() throws Exception {
    SecretTicket ofDesk = server.secretTicket(anna.address());
    try (Connection _ = isThere(ben, server.secretTicket(ben.address()));
        Connection phone = isThere(anna, server.secretTicket(anna.address()))) {
      new BookClient(server, anna).addContact(ofDesk, ben.address());
      phone.nextLike(BEN_COMES);
    }
  }

  private AccountId accountOf(Person who) {
    return server
        .server()
        .store()
        .accounts()
        .byAddress(who.address())
        .toCompletableFuture()
        .join()
        .orElseThrow()
        .id();
  }

  private Connection isThere(Person who, SecretTicket ticket) throws Exception {
    Connection client = new BookClient(server, who).signIn(ticket, who.name());
    client.send("CHG 5 NLN 0:0\r\n");
    client.nextLike("CHG 5 NLN 0:0");
    hearsOfItself(client, who);
    return client;
  }

  private static void hearsOfItself(Connection client, Person who) throws Exception {
    client.nextLike("NLN NLN 1:" + who.address() + " .*");
    client.nextLike("UBX 1:" + who.address() + " .*");
  }

  private static void name(Connection client, String lists) throws Exception {
    client.send("ADL 9 " + lists.length() + "\r\n" + lists);
    client.nextLike("ADL 9 OK");
  }
}
