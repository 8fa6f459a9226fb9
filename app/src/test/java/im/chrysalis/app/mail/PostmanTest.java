package im.chrysalis.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import im.chrysalis.app.config.Smtp;
import im.chrysalis.app.config.Smtp.Security;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.KeptInvitation;
import im.chrysalis.domain.account.KeptInvitation.State;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.EmailAddress;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PostmanTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  private static final EmailAddress FROM = EmailAddress.of("chat@example.test");

  @TempDir Path directory;
  private final Rounds rounds = new Rounds();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Store store;

  /** Time that passes when a test says so. */
  private static final class Rounds implements Timer {
    private final BlockingQueue<Runnable> coming = new LinkedBlockingQueue<>();
    private volatile Instant now = Instant.now();

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Cancel after(Duration delay, Runnable what) {
      coming.add(what);
      return () -> coming.remove(what);
    }

    /** Returns when the round that goes on is over; the next one has not begun. */
    Runnable over() throws InterruptedException {
      Runnable next = coming.poll(30, TimeUnit.SECONDS);
      assertThat(next).as("the next round").isNotNull();
      return next;
    }
  }

  @BeforeEach
  void open() {
    mail.start();
    store = Store.open(StoreOptions.in(directory).withHashes(HashStrength.TEST));
    store.registry().create(NewAccount.of(ANNA, "anna-secret").named("Anna \u2665"));
  }

  @AfterEach
  void close() {
    store.close();
    mail.stop();
  }

  private void invite(String whom, String words) {
    Card anna = store.registry().find(ANNA).orElseThrow().card();
    EmailAddress invited = EmailAddress.of(whom + "@example.test");
    store.accounts().keepInvitation(anna, invited, words).toCompletableFuture().join();
  }

  private List<State> states() {
    return store.registry().invitations().stream().map(KeptInvitation::state).toList();
  }

  private Postman postman(int port, Security security, Optional<String> user) {
    Path password = directory.resolve("password");
    Smtp smtp = new Smtp("127.0.0.1", port, FROM, user, user.map(_ -> password), security);
    return Postman.start(store.registry(), smtp, () -> "https://chat.example.test", rounds);
  }

  private Postman postman(int port) {
    return postman(port, Security.NONE, Optional.empty());
  }

  private int port() {
    return mail.getSmtp().getPort();
  }

  @Test
  void anInvitationArrivesAndIsKnownToBeSent() throws Exception {
    invite("zoe", "Come!\r\n.\r\nRCPT TO:<all@example.test>\r\n");

    try (Postman _ = postman(port())) {
      rounds.over();
    }

    assertThat(states()).containsExactly(State.SENT);
    assertThat(mail.getReceivedMessages()).hasSize(1);
    MimeMessage letter = mail.getReceivedMessages()[0];
    assertThat(letter.getSubject())
        .isEqualTo("Anna \u2665 (anna@example.test) invites you to talk");
    assertThat(letter.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("zoe@example.test");
    assertThat(letter.getRecipients(Message.RecipientType.BCC)).isNull();
    assertThat(letter.getFrom()).extracting(Object::toString).containsExactly("chat@example.test");
    assertThat((String) letter.getContent())
        .contains("Come!", ".\r\n  RCPT TO:<all@example.test>", "https://chat.example.test/");
  }

  @Test
  void whatIsInvitedLaterGoesWithALaterRound() throws Exception {
    try (Postman _ = postman(port())) {
      Runnable next = rounds.over();
      invite("zoe", "come");
      next.run();
      rounds.over();
    }

    assertThat(states()).containsExactly(State.SENT);
  }

  @Test
  void aMailServerThatIsAwayIsTriedAgain() throws Exception {
    int nobody;
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = any.getLocalPort();
    }
    invite("zoe", "come");
    try (Postman _ = postman(nobody)) {
      rounds.over();
    }
    assertThat(states()).containsExactly(State.QUEUED);

    try (Postman _ = postman(port())) {
      rounds.over();
    }
    assertThat(states()).containsExactly(State.SENT);
  }

  @Test
  void oneRefusalDoesNotKeepTheOthers() throws Exception {
    try (GrumpyMailServer grumpy = new GrumpyMailServer();
        Postman _ = postman(grumpy.port())) {
      Runnable next = rounds.over();
      invite("gone", "come");
      invite("full", "come");
      invite("zoe", "come");
      next.run();
      next = rounds.over();
      assertThat(states()).containsExactlyInAnyOrder(State.FAILED, State.QUEUED, State.SENT);

      rounds.now = rounds.now.plus(Duration.ofDays(3));
      next.run();
      rounds.over();
      assertThat(states()).containsExactlyInAnyOrder(State.FAILED, State.FAILED, State.SENT);
    }
  }

  @Test
  void thePasswordIsReadFromItsFile() throws Exception {
    mail.setUser("chat@example.test", "chat", "mail-secret");
    mail.getUserManager().setAuthRequired(true);
    invite("zoe", "come");
    Files.writeString(directory.resolve("password"), "wrong\n");
    try (Postman _ = postman(port(), Security.NONE, Optional.of("chat"))) {
      Runnable next = rounds.over();
      assertThat(states()).containsExactly(State.QUEUED);

      Files.writeString(directory.resolve("password"), "mail-secret\n");
      next.run();
      rounds.over();
    }
    assertThat(states()).containsExactly(State.SENT);
  }

  @Test
  void nothingIsSentForEverybodyToReadWhereTlsIsDemanded() throws Exception {
    invite("zoe", "come");
    try (Postman _ = postman(port(), Security.STARTTLS, Optional.empty())) {
      rounds.over();
    }

    assertThat(states()).containsExactly(State.QUEUED);
    assertThat(mail.getReceivedMessages()).isEmpty();
  }
}
