package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.OfflineText.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfflineMessagesOnTheWireTest {
  private static final UUID ID = UUID.fromString("9d0a6f0c-7a51-4c0b-8b6b-0b3b1b6e0001");
  private static final EmailAddress BOB = EmailAddress.of("bob@example.test");
  private static final EmailAddress ALICE = EmailAddress.of("alice@example.test");
  private static final Instant SENT = Instant.parse("2024-01-02T03:04:05.000Z");
  private static final Place PLACE = new Place("{3B3C5F3E-0000-4000-8000-000000000001}", 1);
  private static final MailData.Letter LETTER = new MailData.Letter(ID, BOB, "Bob", SENT, 842);

  private static String text(MimeMessage message) {
    return new String(message.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatWaitsIsToldOnOneLineToWhoHasJustCome() {
    assertThat(text(new MailData(List.of(LETTER)).initial()))
        .isEqualTo(
            "MIME-Version: 1.0\r\n"
                + "Content-Type: text/x-msmsgsinitialmdatanotification; charset=UTF-8\r\n"
                + "\r\n"
                + "Mail-Data: <MD><E><I>0</I><IU>0</IU><O>0</O><OU>0</OU></E>"
                + "<Q><QTM>409600</QTM><QNM>204800</QNM></Q>"
                + "<M><T>11</T><S>6</S><RT>2024-01-02T03:04:05.000Z</RT><RS>0</RS><SZ>842</SZ>"
                + "<E>bob@example.test</E><I>9D0A6F0C-7A51-4C0B-8B6B-0B3B1B6E0001</I>"
                + "<F>00000000-0000-0000-0000-000000000009</F><N>=?utf-8?B?Qm9i?=</N>"
                + "<SU> </SU></M></MD>\r\n\r\n");
  }

  @Test
  void whoHasNothingWaitingHearsSo() {
    assertThat(text(new MailData(List.of()).initial()))
        .endsWith("<QNM>204800</QNM></Q></MD>\r\n\r\n");
  }

  @Test
  void moreThan25AreLeftForTheClientToAskFor() {
    MailData many = new MailData(Collections.nCopies(26, LETTER));
    assertThat(text(many.initial())).endsWith("\r\n\r\nMail-Data: too-large\r\n\r\n");
    assertThat(many.metadata()).startsWith("<MD><Q>").contains("<M>");
    assertThat(text(new MailData(Collections.nCopies(25, LETTER)).initial())).contains("<M>");
  }

  @Test
  void whatComesMeanwhileHasNoTimeAndAFolderOfItsOwn() {
    assertThat(text(new MailData(List.of(LETTER)).arrived()))
        .isEqualTo(
            "MIME-Version: 1.0\r\n"
                + "Content-Type: text/x-msmsgsoimnotification; charset=UTF-8\r\n"
                + "\r\n"
                + "Mail-Data: <MD><M><T>11</T><S>6</S><RS>0</RS><SZ>842</SZ>"
                + "<E>bob@example.test</E><I>9D0A6F0C-7A51-4C0B-8B6B-0B3B1B6E0001</I>"
                + "<F>.!!OIM</F><N>=?utf-8?B?Qm9i?=</N><SU> </SU></M></MD>\r\n\r\n");
  }

  @Test
  void whatWasTakenIsToldAsMovedToTheTrash() throws Exception {
    MailMoved moved = MailMoved.offlineMessagesTaken(2);
    assertThat(text(moved.message()))
        .endsWith("\r\n\r\nSrc-Folder: .!!OIM\r\nDest-Folder: .!!trAsH\r\nMessage-Delta: 2\r\n");
    assertThat(MailMoved.of(moved.message())).contains(moved);
  }

  @Test
  void aMessageIsFetchedAsAMailThatOldClientsCanRead() throws Exception {
    OfflineText said = new OfflineText("Hello", Optional.empty(), Optional.of(PLACE));
    MimeMessage mail =
        new OfflineLetter(ID, BOB, "Bob", ALICE, SENT, "oim.example.test", said).message();
    assertThat(text(mail))
        .isEqualTo(
            """
            X-Message-Info: 9D0A6F0C7A514C0B8B6B0B3B1B6E0001
            Received: from OIM by oim.example.test with MSNP; Tue, 2 Jan 2024 03:04:05 -0000
            From: =?utf-8?B?Qm9i?= <bob@example.test>
            To: alice@example.test
            Subject:\s
            X-OIMProxy: MSNMSGR
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: base64
            X-OIM-Message-Type: OfflineMessage
            X-OIM-Run-Id: {3B3C5F3E-0000-4000-8000-000000000001}
            X-OIM-Sequence-Num: 1
            Message-ID: <9D0A6F0C-7A51-4C0B-8B6B-0B3B1B6E0001@oim.example.test>
            X-OriginalArrivalTime: 02 Jan 2024 03:04:05.0000 (UTC) FILETIME=[5848C080:01DA3D28]
            Date: 2 Jan 2024 03:04:05 +0000
            Return-Path: ndr@oim.example.test

            SGVsbG8=\
            """
                .replace("\n", "\r\n"));
    assertThat(OfflineText.of(mail)).isEqualTo(said);
  }

  @Test
  void fileTimesHaveTheirLowHalfFirst() {
    assertThat(OfflineLetter.filetime(Instant.EPOCH)).isEqualTo("D53E8000:019DB1DE");
  }

  @Test
  void aMessageWithoutAPlaceIsTheFirstOfItsOwn() throws Exception {
    OfflineText said = new OfflineText("", Optional.of("FN=Arial"), Optional.empty());
    OfflineText read =
        OfflineText.of(new OfflineLetter(ID, BOB, "Bob", ALICE, SENT, "h", said).message());
    assertThat(read.format()).contains("FN=Arial");
    assertThat(read.place()).contains(new Place("{9D0A6F0C-7A51-4C0B-8B6B-0B3B1B6E0001}", 1));
  }

  @Test
  void whatIsHandedOverCanBeReadAgain() throws Exception {
    OfflineText said =
        new OfflineText("☺ ".repeat(100), Optional.of("FN=Arial; EF=B"), Optional.of(PLACE));
    assertThat(OfflineText.of(MimeMessage.read(said.message().bytes()))).isEqualTo(said);
  }

  /** As JML and Miranda write it; a parser of XML has made single line feeds of the line ends. */
  @Test
  void blanksAroundTheEncodedTextDoNotMatter() throws Exception {
    String content =
        "\n MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
            + "Content-Transfer-Encoding: base64\nX-OIM-Message-Type: OfflineMessage\n"
            + "X-OIM-Run-Id: {3A3BE82C-684D-4F4F-8005-CBE8D4F82BAD}\nX-OIM-Sequence-Num: 3\n"
            + "\n      SGVs\nbG8=  ";
    assertThat(OfflineText.read(content))
        .isEqualTo(
            new OfflineText(
                "Hello",
                Optional.empty(),
                Optional.of(new Place("{3A3BE82C-684D-4F4F-8005-CBE8D4F82BAD}", 3))));
  }

  /** As WLM 2009 hands it over on its connection. */
  @Test
  void aTextNeedNotBeEncoded() throws Exception {
    String payload =
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nDest-Agent: client\r\n"
            + "X-MMS-IM-Format: FN=Segoe%20UI; EF=; CO=0; CS=1; PF=0\r\n\r\nHällo\r\n";
    assertThat(OfflineText.of(MimeMessage.read(payload.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(
            new OfflineText(
                "Hällo\r\n",
                Optional.of("FN=Segoe%20UI; EF=; CO=0; CS=1; PF=0"),
                Optional.empty()));
  }

  @Test
  void whatIsNoTextIsMalformed() {
    assertMalformed("Content-Type: text/html\n\nHello", "no text");
    assertMalformed("", "no text");
    assertMalformed("Content-Type: text/plain\n\nHel\0lo", "NUL");
    String encoded = "Content-Type: text/plain\nContent-Transfer-Encoding: Base64\n";
    assertMalformed(encoded + "\nSGVsb", "base64");
    assertMalformed(
        encoded + "X-OIM-Run-Id: {1}\nX-OIM-Sequence-Num: one\n\nSGVsbG8=", "no number");
    assertMalformed(
        encoded + "X-OIM-Run-Id: {1}\nX-OIM-Sequence-Num: 2147483648\n\nSGVsbG8=", "too large");
  }

  private static void assertMalformed(String content, String why) {
    assertThatThrownBy(() -> OfflineText.read(content))
        .isInstanceOf(MalformedCommand.class)
        .hasMessageContaining(why);
  }

  @Test
  void namesAreOneWordHoweverLong() {
    String name = "Anna ☺ ".repeat(30);
    assertThat(EncodedWord.of(name)).doesNotContain(" ");
    assertThat(EncodedWord.read(EncodedWord.of(name))).contains(name);
    assertThat(EncodedWord.read("=?UTF-8?b?Qm9i ?=")).contains("Bob");
    assertThat(EncodedWord.read("Bob")).isEmpty();
  }
}
