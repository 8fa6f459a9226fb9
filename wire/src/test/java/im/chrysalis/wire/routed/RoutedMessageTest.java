package im.chrysalis.wire.routed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutedMessageTest {
  private static final RoutedAddress BEN = RoutedAddress.of(EmailAddress.of("ben@example.com"));
  private static final RoutedAddress ANNA =
      RoutedAddress.of(
          EmailAddress.of("anna@example.com"),
          EndpointId.parse("{ad9d9247-9181-4c57-8388-248304e153d3}"));
  private static final String TEXT =
      """
      Routing: 1.0
      To: 1:ben@example.com
      From: 1:anna@example.com;epid={ad9d9247-9181-4c57-8388-248304e153d3}
      Service-Channel: IM/Online

      Reliability: 1.0

      Messaging: 2.0
      Message-Type: Text
      Content-Type: Text/plain; charset=UTF-8
      Content-Length: 6

      Grüß\
      """
          .replace("\n", "\r\n");

  @Test
  void isReadAndWrittenAsItCame() throws MalformedCommand {
    RoutedMessage message = read(TEXT);
    assertThat(message.to()).contains(BEN);
    assertThat(message.from()).contains(ANNA);
    assertThat(message.messageType()).isEqualTo("Text");
    assertThat(message.contentType()).isEqualTo("text/plain");
    assertThat(message.header("messaging")).contains("2.0");
    assertThat(message.uri()).isEmpty();
    assertThat(new String(message.body(), UTF_8)).isEqualTo("Grüß");
    assertThat(new String(message.bytes(), UTF_8)).isEqualTo(TEXT);
  }

  @Test
  void theBodyIsBytes() throws MalformedCommand {
    byte[] body = {0, '\r', '\n', '\r', '\n', -1, 13};
    RoutedMessage message =
        RoutedMessage.messaging(ANNA, BEN).with("Message-Type", "Data").withBody(body);
    assertThat(RoutedMessage.read(message.bytes()).body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "2, Gr", "6, Grüß", "7, Grüß", "999999999999, Grüß", "'', Grüß"})
  void theLengthIsBelievedUpToWhatIsThere(String length, String body) throws MalformedCommand {
    RoutedMessage message = read(TEXT.replace("Content-Length: 6", "Content-Length: " + length));
    assertThat(new String(message.body(), UTF_8)).isEqualTo(body);
    assertThat(RoutedMessage.read(message.bytes()).header("Content-Length"))
        .contains(Integer.toString(message.body().length));
  }

  @Test
  void withoutALengthTheBodyIsTheRest() throws MalformedCommand {
    RoutedMessage message = read(TEXT.replace("Content-Length: 6\r\n", ""));
    assertThat(new String(message.body(), UTF_8)).isEqualTo("Grüß");
    assertThat(new String(message.bytes(), UTF_8)).isEqualTo(TEXT);
  }

  @Test
  void anAnswerMayHaveTwoBlocksOnly() throws MalformedCommand {
    String answer =
        "Routing: 1.0\r\nTo: 1:anna@example.com\r\nFrom: 10:ad9d9247-9181-4c57-8388-248304e153d3@live.com"
            + "\r\n\r\nReliability: 1.0\r\n\r\n";
    RoutedMessage message = read(answer);
    assertThat(message.content().all()).isEmpty();
    assertThat(message.body()).isEmpty();
    assertThat(new String(message.bytes(), UTF_8)).isEqualTo(answer);
  }

  @Test
  void nothingIsAMessageThatSaysNothing() throws MalformedCommand {
    assertThat(read("").to()).isEmpty();
    assertThat(read("").from()).isEmpty();
  }

  @Test
  void bareLineFeedsAreReadToo() throws MalformedCommand {
    assertThat(new String(read(TEXT.replace("\r\n", "\n")).bytes(), UTF_8)).isEqualTo(TEXT);
  }

  @Test
  void halvesOfATypeAreReadAsOne() throws MalformedCommand {
    RoutedMessage typing = read("\r\n\r\nMessage-Type: Control\r\nMessage-Subtype: Typing\r\n\r\n");
    assertThat(typing.messageType()).isEqualTo("Control/Typing");
  }

  @Test
  void aSenderIsReplacedWhereItStoodAndNoOtherIsLeft() throws MalformedCommand {
    String forged =
        "Routing: 1.0\r\nfrom: 1:eve@example.com\r\nTo: 1:ben@example.com\r\nFROM: 1:dan@example.com"
            + "\r\n\r\nReliability: 1.0\r\n\r\n";
    assertThat(new String(read(forged).from(ANNA).bytes(), UTF_8))
        .isEqualTo(
            "Routing: 1.0\r\nFrom: "
                + ANNA
                + "\r\nTo: 1:ben@example.com\r\n\r\nReliability: 1.0\r\n\r\n");
  }

  @Test
  void aReceiverThatIsMissingIsAdded() throws MalformedCommand {
    assertThat(read("Routing: 1.0\r\n\r\n").to(BEN).routing().all())
        .extracting(header -> header.name() + "=" + header.value())
        .containsExactly("Routing=1.0", "To=1:ben@example.com");
  }

  @Test
  void aNotificationHasWhatClientsAskFor() {
    RoutedMessage told =
        RoutedMessage.notification(
            ANNA.bare(),
            BEN,
            "/user",
            "Partial",
            UserDocument.CONTENT_TYPE,
            "<user/>".getBytes(UTF_8));
    assertThat(new String(told.bytes(), UTF_8))
        .isEqualTo(
            """
            Routing: 1.0
            To: 1:ben@example.com
            From: 1:anna@example.com

            Reliability: 1.0

            Notification: 1.0
            NotifNum: 0
            Uri: /user
            NotifType: Partial
            Content-Type: application/user+xml
            Content-Length: 7

            <user/>\
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aPublicationTellsItsLengthEvenWithoutABody() {
    RoutedMessage group =
        RoutedMessage.publication(
            ANNA, BEN, "/circle", RosterDocument.MULTIPARTY_TYPE, new byte[0]);
    assertThat(new String(group.bytes(), UTF_8))
        .endsWith(
            "Publication: 1.0\r\nUri: /circle\r\nContent-Type: application/multiparty+xml\r\n"
                + "Content-Length: 0\r\n\r\n");
    assertThat(group.uri()).isEqualTo("/circle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Routing\r\n\r\n",
        ": 1.0\r\n\r\n",
        "Routing: 1.0\0\r\n\r\n",
        "\r\n\r\nContent-Length: many\r\n\r\n",
        "\r\n\r\nContent-Length: -1\r\n\r\n"
      })
  void whatIsNoMessageIsMalformed(String text) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(text))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.SYNTAX));
  }

  @Test
  void aBlockHasSoManyHeadersAndNoMore() throws MalformedCommand {
    String most = "A: b\r\n".repeat(RoutedMessage.MAX_HEADERS);
    assertThat(read(most + "\r\n" + most + "\r\n" + most).content().all())
        .hasSize(RoutedMessage.MAX_HEADERS);
    assertThatExceptionOfType(MalformedCommand.class).isThrownBy(() -> read("A: b\r\n" + most));
  }

  private static RoutedMessage read(String text) throws MalformedCommand {
    return RoutedMessage.read(text.getBytes(UTF_8));
  }
}
