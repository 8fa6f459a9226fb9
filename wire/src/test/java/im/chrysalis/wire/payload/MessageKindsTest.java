package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.dialect.Dialect;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageKindsTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.com");
  private static final Instant NOON = Instant.ofEpochSecond(1_726_321_960);
  private static final InetSocketAddress SEEN = new InetSocketAddress("198.51.100.7", 1863);
  private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);

  @Test
  void theProfileOfMsnp2HasTheTimeAlone() {
    MimeMessage message = Profile.of(NOON, ANNA, 1, "ticket", SEEN).message(Dialect.MSNP2);
    assertThat(utf8(message))
        .hasSize(95)
        .isEqualTo(
            """
            MIME-Version: 1.0
            Content-Type: text/x-msmsgsprofile; charset=UTF-8
            LoginTime: 1726321960

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void theProfileSinceMsnp3HasEveryHeader() {
    long memberId = (98304L << 32) + 1735289421L;
    MimeMessage message = Profile.of(NOON, ANNA, memberId, "t0ken", SEEN).message(Dialect.MSNP3);
    assertThat(utf8(message))
        .isEqualTo(
            """
            MIME-Version: 1.0
            Content-Type: text/x-msmsgsprofile; charset=UTF-8
            LoginTime: 1726321960
            EmailEnabled: 0
            MemberIdHigh: 98304
            MemberIdLow: 1735289421
            lang_preference: 1033
            preferredEmail: anna@example.com
            country:_
            PostalCode:_
            Gender:_
            Kid: 0
            Age:_
            BDayPre:_
            Birthday:_
            Wallet:_
            Flags: 536872513
            sid: 507
            kv: 5
            MSPAuth: t0ken

            """
                .replace("_\n", " \n")
                .replace("\n", "\r\n"));
  }

  @Test
  void theProfileIsReadAgain() throws MalformedCommand {
    Profile profile =
        new Profile(NOON, true, -2, 1031, "anna@example.org", "DE", 507, 5, "t=abc*!.-", NOWHERE);
    for (Dialect dialect : List.of(Dialect.MSNP3, Dialect.MSNP7)) {
      assertThat(Profile.of(again(profile.message(dialect)))).contains(profile);
    }
    assertThat(Profile.of(again(profile.message(Dialect.MSNP2))))
        .contains(new Profile(NOON, false, 0, 0, "", "", 0, 0, "", NOWHERE));
  }

  @Test
  void theProfileSinceMsnp8SaysWhereTheClientWasSeenWithThePortsBytesSwapped()
      throws MalformedCommand {
    Profile profile = Profile.of(NOON, ANNA, 1, "t", SEEN);
    assertThat(utf8(profile.message(Dialect.MSNP7))).doesNotContain("ClientIP");
    assertThat(utf8(profile.message(Dialect.MSNP8)))
        .contains("ClientIP: 198.51.100.7\r\nClientPort: 18183\r\n")
        .doesNotContain("ABCHMigrated");
    assertThat(utf8(profile.message(Dialect.MSNP10)))
        .endsWith("ABCHMigrated: 1\r\nTOUNeeded: 0\r\n\r\n");
    assertThat(Profile.of(again(profile.message(Dialect.MSNP8)))).contains(profile);
  }

  @Test
  void aProfileOfNonsenseIsRefused() {
    for (String value : List.of("soon", "-1", "99999999999999999999", "4294967296")) {
      MimeMessage message = MimeMessage.of(Profile.CONTENT_TYPE).with("LoginTime", value);
      assertThatExceptionOfType(MalformedCommand.class).isThrownBy(() -> Profile.of(message));
    }
  }

  @Test
  void theTypingNoticeHasTheBytesOfOldClients() throws MalformedCommand {
    MimeMessage message = new TypingNotice(ANNA).message();
    assertThat(utf8(message))
        .isEqualTo(
            "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgscontrol\r\n"
                + "TypingUser: anna@example.com\r\n\r\n\r\n");
    assertThat(TypingNotice.of(again(message))).contains(new TypingNotice(ANNA));
    assertThat(TypingNotice.of(MimeMessage.of("text/x-msmsgscontrol"))).isEmpty();
    assertThat(TypingNotice.of(MimeMessage.of("text/plain"))).isEmpty();
  }

  @Test
  void theShutdownNoticeSaysInHowManyMinutes() throws MalformedCommand {
    MimeMessage message = new ShutdownNotice(5).message();
    assertThat(message.text()).isEqualTo("Type: 1\r\nArg1: 5\r\n");
    assertThat(ShutdownNotice.of(again(message))).contains(new ShutdownNotice(5));
    assertThat(ShutdownNotice.of(message.withBody("Type: 2\r\n"))).isEmpty();
    assertThat(ShutdownNotice.of(MimeMessage.of("text/plain"))).isEmpty();
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> ShutdownNotice.of(message.withBody("soon")));
  }

  @Test
  void theMailNoticeSaysWhatWaitsAndWhere() throws MalformedCommand {
    InitialMail mail = new InitialMail(2, 0, "/inbox", "/folders", "http://example.com/");
    MimeMessage message = mail.message();
    assertThat(utf8(message))
        .isEqualTo(
            """
            MIME-Version: 1.0
            Content-Type: text/x-msmsgsinitialemailnotification; charset=UTF-8

            Inbox-Unread: 2
            Folders-Unread: 0
            Inbox-URL: /inbox
            Folders-URL: /folders
            Post-URL: http://example.com/
            """
                .replace("\n", "\r\n"));
    assertThat(InitialMail.of(again(message))).contains(mail);
    assertThat(InitialMail.of(MimeMessage.of("text/plain"))).isEmpty();
  }

  @Test
  void aTextCarriesItsFormat() throws MalformedCommand {
    TextMessage text = new TextMessage("Grüß Gott\r\n", Optional.of(TextFormat.PLAIN));
    assertThat(utf8(text.message()))
        .isEqualTo(
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "X-MMS-IM-Format: FN=MS%20Shell%20Dlg; EF=; CO=0; CS=0; PF=22\r\n\r\n"
                + "Grüß Gott\r\n");
    assertThat(TextMessage.of(again(text.message()))).contains(text);

    TextMessage plain = new TextMessage("", Optional.empty());
    assertThat(TextMessage.of(again(plain.message()))).contains(plain);
    assertThat(TextMessage.of(MimeMessage.of("text/x-msmsgscontrol"))).isEmpty();
  }

  private static MimeMessage again(MimeMessage message) throws MalformedCommand {
    return MimeMessage.read(message.bytes());
  }

  private static String utf8(MimeMessage message) {
    return new String(message.bytes(), StandardCharsets.UTF_8);
  }
}
