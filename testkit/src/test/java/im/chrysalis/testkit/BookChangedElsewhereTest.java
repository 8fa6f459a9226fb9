package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.wire.payload.BookNotice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes their address book by the web service, and is signed in at two places. */
class BookChangedElsewhereTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Person anna = Person.named("anna");
  private final TestServer server = TestServer.onSqlite(Set.of());

  private final BookClient book = new BookClient(server, anna);

  @BeforeEach
  void createAccount() {
    server.createAccount(NewAccount.of(anna.address(), anna.password()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theOtherPlaceIsToldAndTheOneThatDidItIsNot() throws Exception {
    SecretTicket ofDesk = server.secretTicket(anna.address());
    SecretTicket ofPhone = server.secretTicket(anna.address());
    try (Connection desk = book.signIn(ofDesk, "desk");
        Connection phone = book.signIn(ofPhone, "phone")) {
      book.addGroup(ofDesk, "Friends");
      book.addGroup(ofDesk, "Family");
      server.passTime(SECOND);
      assertThat(toldOfTheBook(phone).owner()).isEqualTo(anna.address());
      BookClient.hearsNothing(phone);
      BookClient.hearsNothing(desk);

      book.addGroup(ofPhone, "Work");
      server.passTime(SECOND);
      assertThat(toldOfTheBook(desk).owner()).isEqualTo(anna.address());
      BookClient.hearsNothing(phone);
    }
  }

  @Test
  void bothAreToldOfWhatAnotherTicketDoes() throws Exception {
    try (Connection desk = book.signIn(server.secretTicket(anna.address()), "desk");
        Connection phone = book.signIn(server.secretTicket(anna.address()), "phone")) {
      book.addGroup(server.secretTicket(anna.address()), "Friends");
      server.passTime(SECOND);
      assertThat(toldOfTheBook(phone)).isEqualTo(toldOfTheBook(desk));
    }
  }

  private static BookNotice toldOfTheBook(Connection client) throws Exception {
    Frame alert = client.nextLike("NOT \\d+");
    return BookNotice.of(alert.payload().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
