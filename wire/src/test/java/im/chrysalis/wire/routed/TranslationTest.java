package im.chrysalis.wire.routed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.payload.MessageParts;
import im.chrysalis.wire.payload.MimeMessage;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {
  private static final Optional<EndpointId> DESK =
      EndpointId.parse("{ad9d9247-9181-4c57-8388-248304e153d3}");
  private static final Optional<EndpointId> PHONE =
      EndpointId.parse("{03c49942-1aea-4cda-8d9a-2c0a403b6782}");
  private static final RoutedAddress ANNA =
      RoutedAddress.of(EmailAddress.of("anna@example.com"), DESK);
  private static final RoutedAddress BEN = RoutedAddress.of(EmailAddress.of("ben@example.com"));
  private static final String FORMAT = "FN=Arial; EF=B; CO=ff; CS=0; PF=22";
  private static final String OBJECT = "<msnobj Creator=\"anna@example.com\" Type=\"8\"/>";

  @Test
  void textKeepsItsFormat() throws MalformedCommand {
    MimeMessage text =
        MimeMessage.of("text/plain; charset=UTF-8")
            .with("X-MMS-IM-Format", FORMAT)
            .withBody("Grüß dich");
    RoutedMessage routed = toRouted(text).orElseThrow();
    assertThat(written(routed))
        .isEqualTo(
            """
            Routing: 1.0
            To: 1:ben@example.com
            From: 1:anna@example.com;epid={ad9d9247-9181-4c57-8388-248304e153d3}
            Service-Channel: IM/Online

            Reliability: 1.0

            Messaging: 2.0
            Message-Type: Text
            Content-Type: text/plain; charset=UTF-8
            Content-Length: 11
            X-MMS-IM-Format: FN=Arial; EF=B; CO=ff; CS=0; PF=22

            Grüß dich\
            """
                .replace("\n", "\r\n"));
    assertThat(back(routed)).extracting(TranslationTest::written).containsExactly(written(text));
  }

  @Test
  void textOfAClientOf1999BecomesUtf8() throws MalformedCommand {
    MimeMessage text =
        new MimeMessage(
            MimeMessage.of("text/plain").headers(),
            "Grüß".getBytes(Charset.forName("windows-1252")));
    assertThat(new String(toRouted(text).orElseThrow().body(), UTF_8)).isEqualTo("Grüß");
  }

  @Test
  void longTextBecomesSeveralMessagesThatAreWholeWords() {
    String text = "Ein Wort, ein Bär, ein €. ".repeat(300);
    RoutedMessage routed =
        said("Text", text).with("X-MMS-IM-Format", FORMAT).with("Content-Type", "text/plain");
    List<MimeMessage> messages = back(routed);
    assertThat(messages)
        .hasSizeBetween(4, 8)
        .allSatisfy(message -> {
          assertThat(message.bytes().length).isLessThanOrEqualTo(SwitchboardCommands.MAX_MESSAGE);
          assertThat(message.header("X-MMS-IM-Format")).contains(FORMAT);
          assertThat(message.text()).endsWith(" ");
        });
    assertThat(joined(messages)).isEqualTo(text);
  }

  @Test
  void textWithoutBlanksIsNotCutWithinALetter() {
    String text = "\uD83D\uDE00".repeat(1000);
    List<MimeMessage> messages = back(said("Text", text));
    assertThat(messages).hasSize(3);
    assertThat(joined(messages)).isEqualTo(text);
  }

  @Test
  void aFormatThatLeavesNoRoomIsLeftOut() {
    List<MimeMessage> messages =
        back(said("Text", "Hello").with("X-MMS-IM-Format", "FN=" + "x".repeat(1500)));
    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().header("X-MMS-IM-Format")).isEmpty();
  }

  @Test
  void textWithoutTextIsOneMessage() {
    assertThat(back(said("Text", ""))).hasSize(1);
  }

  @Test
  void aNudgeIsANudge() throws MalformedCommand {
    MimeMessage nudge = MimeMessage.of("text/x-msnmsgr-datacast").withBody("ID: 1\r\n\r\n");
    RoutedMessage routed = toRouted(nudge).orElseThrow();
    assertThat(routed.messageType()).isEqualTo("Nudge");
    assertThat(routed.body()).isEqualTo(new byte[] {'\r', '\n'});
    assertThat(back(routed)).extracting(TranslationTest::written).containsExactly(written(nudge));
  }

  @Test
  void somebodyTypes() throws MalformedCommand {
    MimeMessage typing =
        MimeMessage.of("text/x-msmsgscontrol")
            .with("TypingUser", "anna@example.com")
            .withBody("\r\n");
    RoutedMessage routed = toRouted(typing).orElseThrow();
    assertThat(routed.messageType()).isEqualTo("Control/Typing");
    assertThat(routed.body()).isEmpty();
    assertThat(back(routed)).extracting(TranslationTest::written).containsExactly(written(typing));
    assertThat(back(said("Control", "\r\n").with("Message-Subtype", "Typing"))).hasSize(1);
    assertThat(toRouted(MimeMessage.of("text/x-msmsgscontrol").with("RecordingUser", "a@b")))
        .isEmpty();
  }

  @Test
  void emoticonsAreAnnouncedInTheirOrderAndFiveTogether() throws MalformedCommand {
    String six = "(a)\t<msnobj A=\"1\"/>\t".repeat(6);
    MimeMessage announced = MimeMessage.of("text/x-mms-animemoticon").withBody(six);
    RoutedMessage routed = toRouted(announced).orElseThrow();
    assertThat(routed.messageType()).isEqualTo("CustomEmoticon");
    assertThat(routed.contentType()).isEqualTo("text/x-mms-animemoticon");
    assertThat(new String(routed.body(), UTF_8)).isEqualTo(six);
    List<MimeMessage> messages = back(routed);
    assertThat(messages)
        .hasSize(2)
        .allSatisfy(
            message -> assertThat(message.contentType()).isEqualTo("text/x-mms-animemoticon"));
    assertThat(joined(messages)).isEqualTo(six);
  }

  @Test
  void emoticonsFitIntoTheSwitchboardAndEndInATab() {
    String wordy = "(a)\t<msnobj A=\"" + "1".repeat(600) + "\"/>\t";
    String tooWordy = "(b)\t<msnobj A=\"" + "1".repeat(1700) + "\"/>\t";
    List<MimeMessage> messages =
        back(said("CustomEmoticon", wordy + tooWordy + wordy + wordy.strip()));
    assertThat(messages)
        .hasSize(2)
        .allSatisfy(message -> {
          assertThat(message.bytes().length).isLessThanOrEqualTo(SwitchboardCommands.MAX_MESSAGE);
          assertThat(message.contentType()).isEqualTo("text/x-mms-emoticon");
        });
    assertThat(joined(messages)).isEqualTo(wordy.repeat(3));
    assertThat(back(said("CustomEmoticon", "(a)"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 Wink", "3 Voice"})
  void winksAndVoicesAreTheirObjects(String both) throws MalformedCommand {
    String id = both.substring(0, 1);
    String type = both.substring(2);
    MimeMessage cast =
        MimeMessage.of("text/x-msnmsgr-datacast")
            .withBody("ID: " + id + "\r\nData: " + OBJECT + "\r\n\r\n");
    RoutedMessage routed = toRouted(cast).orElseThrow();
    assertThat(routed.messageType()).isEqualTo(type);
    assertThat(new String(routed.body(), UTF_8)).isEqualTo(OBJECT);
    assertThat(back(routed)).extracting(TranslationTest::written).containsExactly(written(cast));
    assertThat(back(said(type, "ID: 2\r\nData: " + OBJECT + "\r\n\r\n"))).hasSize(1);
    assertThat(back(said(type, "a wink"))).isEmpty();
    assertThat(back(said(type, "<msnobj A=\"\r\nID: 1\"/>"))).isEmpty();
  }

  @Test
  void aLongWinkComesInPartsThatCanBeJoined() throws MalformedCommand {
    String object = "<msnobj stamp=\"" + "s".repeat(3000) + "\"/>";
    List<MimeMessage> parts = back(said("Wink", object));
    assertThat(parts)
        .hasSize(3)
        .allSatisfy(part -> {
          assertThat(part.bytes().length).isLessThanOrEqualTo(SwitchboardCommands.MAX_MESSAGE);
          assertThat(toRouted(part)).isEmpty();
        });
    MessageParts joiner = new MessageParts();
    assertThat(joiner.join(parts.get(0))).isEmpty();
    assertThat(joiner.join(parts.get(1))).isEmpty();
    MimeMessage whole = joiner.join(parts.get(2)).orElseThrow();
    assertThat(new String(toRouted(whole).orElseThrow().body(), UTF_8)).isEqualTo(object);
  }

  @Test
  void laterPacketsNameBothPlaces() throws MalformedCommand {
    MimeMessage packet =
        packet("P2P-Dest", "ben@example.com;" + braced(PHONE))
            .with("P2P-Src", "anna@example.com;" + braced(DESK));
    RoutedMessage routed =
        Translation.toRouted(filled(packet), ANNA.with(Optional.empty()), BEN).orElseThrow();
    assertThat(routed.to()).contains(BEN.with(PHONE));
    assertThat(routed.from()).contains(ANNA);
    assertThat(routed.messageType()).isEqualTo("Data");
    assertThat(routed.contentType()).isEqualTo("application/x-msnmsgrp2p");
    assertThat(routed.header("Content-Transfer-Encoding")).contains("binary");
    assertThat(routed.header("Bridging-Offsets")).contains("0");
    assertThat(routed.routing().first("Service-Channel")).contains("PE");
    assertThat(Translation.toSwitchboard(reread(routed), ANNA, BEN.with(PHONE)))
        .extracting(TranslationTest::written)
        .containsExactly(written(filled(packet)));
  }

  @Test
  void earlierPacketsNameNoPlaceAtAll() throws MalformedCommand {
    MimeMessage packet = packet("P2P-Dest", "ben@example.com");
    RoutedMessage routed = toRouted(filled(packet)).orElseThrow();
    assertThat(routed.from()).contains(ANNA.with(Optional.empty()));
    assertThat(routed.to()).contains(BEN);
    assertThat(back(routed))
        .extracting(TranslationTest::written)
        .containsExactly(written(filled(packet)));
    // COMPAT MSNPSharp: nowhere is where earlier packets go
    assertThat(
            Translation.toSwitchboard(
                routed, ANNA, BEN.with(Optional.of(new EndpointId(new UUID(0, 0))))))
        .extracting(TranslationTest::written)
        .containsExactly(written(filled(packet)));
  }

  @Test
  void aPlaceIsBelievedOnlyOfTheSenderThemselves() throws MalformedCommand {
    MimeMessage packet =
        packet("P2P-Dest", "ben@example.com;" + braced(PHONE))
            .with("P2P-Src", "eve@example.com;" + braced(PHONE));
    assertThat(toRouted(filled(packet)).orElseThrow().from()).contains(ANNA);
  }

  @Test
  void packetsForSomebodyElseOrWithNothingInThemAreNothing() {
    assertThat(toRouted(filled(packet("P2P-Dest", "dan@example.com")))).isEmpty();
    assertThat(toRouted(packet("P2P-Dest", "ben@example.com"))).isEmpty();
  }

  @Test
  void packetsBehindOneAnotherBecomeAMessageEach() {
    byte[] body = "first packet12345second packet".getBytes(UTF_8);
    RoutedMessage data = said("Data", "").withBody(body).with("Bridging-Offsets", "0, 17");
    assertThat(back(data))
        .extracting(MimeMessage::text)
        .containsExactly("first packet12345", "second packet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0,0",
        "0,17,16",
        "0,30",
        "0,2",
        "0,29",
        "0,-1",
        "a",
        "0,9999999",
        "0,,17",
        ""
      })
  void offsetsThatMakeNoSenseAreNothing(String offsets) {
    byte[] body = "first packet12345second packet".getBytes(UTF_8);
    assertThat(back(said("Data", "").withBody(body).with("Bridging-Offsets", offsets))).isEmpty();
  }

  @Test
  void thereAreNotEndlesslyManyPackets() {
    StringBuilder offsets = new StringBuilder("0");
    for (int i = 1; i <= 64; i++) {
      offsets.append(',').append(i * 20);
    }
    RoutedMessage data = said("Data", "x".repeat(20 * 65));
    assertThat(back(data.with("Bridging-Offsets", offsets.toString()))).isEmpty();
    String fewer = offsets.substring(0, offsets.lastIndexOf(","));
    assertThat(back(data.with("Bridging-Offsets", fewer))).hasSize(64);
  }

  @Test
  void dataForAGroupHaveNobodyToGoTo() {
    RoutedMessage data = said("Data", "x".repeat(20)).with("Bridging-Offsets", "0");
    assertThat(Translation.toSwitchboard(data, ANNA, RoutedAddress.temporary(new UUID(1, 2))))
        .isEmpty();
  }

  @Test
  void textForAGroupHasNoServiceOfItsOwn() {
    RoutedAddress group = RoutedAddress.temporary(new UUID(1, 2)).withPath("IM");
    RoutedMessage routed =
        Translation.toRouted(MimeMessage.of("text/plain").withBody("Hello"), ANNA, group)
            .orElseThrow();
    assertThat(routed.to()).contains(group);
    assertThat(routed.routing().first("Service-Channel")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/x-msmsgsinvite; charset=UTF-8",
        "text/x-clientcaps",
        "text/x-keepalive",
        "image/gif",
        "application/x-ms-ink",
        "text/x-msnmsgr-datacast"
      })
  void whatHasNoCounterpartIsNothing(String contentType) {
    assertThat(toRouted(MimeMessage.of(contentType).withBody("ID: 4\r\nData: waves\r\n")))
        .isEmpty();
    assertThat(toRouted(MimeMessage.of(contentType).withBody("no headers"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signal/P2P", "Signal/CloseIMWindow", "Ink", "RichText", ""})
  void norIsWhatOnlyTheOthersKnow(String type) {
    assertThat(back(said(type, "Hello"))).isEmpty();
  }

  @Test
  void signalsOfDataAreNotes() {
    byte[] note = "INVITE MSNMSGR:ben@example.com MSNSLP/1.0\r\n".getBytes(UTF_8);
    RoutedMessage routed = Translation.signal(note, ANNA, BEN);
    assertThat(routed.messageType()).isEqualTo("Signal/P2P");
    assertThat(routed.routing().first("Service-Channel")).contains("PE");
    assertThat(Translation.note(routed)).contains(note);
    assertThat(Translation.note(said("Text", "Hello"))).isEmpty();
  }

  private static MimeMessage packet(String name, String value) {
    return MimeMessage.of("application/x-msnmsgrp2p").with(name, value);
  }

  private static MimeMessage filled(MimeMessage packet) {
    byte[] body = new byte[52];
    body[0] = '\r';
    body[1] = '\n';
    body[20] = -1;
    return new MimeMessage(packet.headers(), body);
  }

  private static String braced(Optional<EndpointId> place) {
    return "{" + place.orElseThrow() + "}";
  }

  private static RoutedMessage said(String type, String body) {
    return RoutedMessage.messaging(ANNA, BEN)
        .with("Message-Type", type)
        .withBody(body.getBytes(UTF_8));
  }

  private static Optional<RoutedMessage> toRouted(MimeMessage message) {
    return Translation.toRouted(message, ANNA, BEN);
  }

  private static List<MimeMessage> back(RoutedMessage message) {
    return Translation.toSwitchboard(message, ANNA, BEN);
  }

  private static RoutedMessage reread(RoutedMessage message) throws MalformedCommand {
    return RoutedMessage.read(message.bytes());
  }

  private static String joined(List<MimeMessage> messages) {
    return messages.stream().map(MimeMessage::text).collect(Collectors.joining());
  }

  private static String written(MimeMessage message) {
    return new String(message.bytes(), UTF_8);
  }

  private static String written(RoutedMessage message) {
    return new String(message.bytes(), UTF_8);
  }
}
