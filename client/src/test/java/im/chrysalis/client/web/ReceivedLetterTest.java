package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.OfflineText;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Offline messages as they are fetched. */
class ReceivedLetterTest {
  private static final String MAIL =
      """
      X-Message-Info: opaque
      Received: from OIM1 by oim.example.test with Microsoft SMTPSVC; Tue, 2 Jan 2024 03:04:05 -0000
      From: =?utf-8?B?QsO2Yg==?= &lt;bob@example.test&gt;
      To: alice@example.test
      Subject:
      MIME-Version: 1.0
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: base64
      X-OIM-Message-Type: OfflineMessage
      X-OIM-Run-Id: {3B3C5F3E-0000-4000-8000-000000000001}
      X-OIM-Sequence-Num: 2
      Date: %s

      SGVs
      bG8NCjEgPCAy
      """;

  private static ReceivedLetter read(String mail) throws Exception {
    String operation =
        "<GetMessageResponse xmlns=\"urn:rsi\"><GetMessageResult>%s</GetMessageResult>"
                .formatted(mail)
            + "</GetMessageResponse>";
    ReceivedLetter letter = ReceivedLetter.read(Documents.operation(Documents.plain(operation)));
    assertThat(ReceivedLetter.read(Documents.operation(Documents.prefixed(operation))))
        .isEqualTo(letter);
    return letter;
  }

  @Test
  void aMailTellsWhoWhenAndWhat() throws Exception {
    assertThat(read(MAIL.formatted("2 Jan 2024 04:04:05 +0100")))
        .isEqualTo(
            new ReceivedLetter(
                EmailAddress.of("bob@example.test"),
                "Böb",
                Optional.of(Instant.parse("2024-01-02T03:04:05Z")),
                "Hello\n1 < 2",
                Optional.of(new OfflineText.Place("{3B3C5F3E-0000-4000-8000-000000000001}", 2))));
    assertThat(read(MAIL.formatted("Tue, 2 Jan 2024 03:04:05 +0000")).sent()).isPresent();
    assertThat(read(MAIL.formatted("yesterday")).sent()).isEmpty();
  }

  @Test
  void aSenderWithoutANameIsCalledByTheAddress() throws Exception {
    assertThat(read("From: bob@example.test\nContent-Type: text/plain\n\nHello").name())
        .isEqualTo("bob@example.test");
  }

  @Test
  void aMailOfNobodyIsNone() {
    assertThatThrownBy(() -> read("From: nobody\nContent-Type: text/plain\n\nHello"))
        .isInstanceOf(MalformedCommand.class);
    assertThatThrownBy(() -> read("From: bob@example.test\nContent-Type: image/png\n\nHello"))
        .isInstanceOf(MalformedCommand.class);
  }
}
