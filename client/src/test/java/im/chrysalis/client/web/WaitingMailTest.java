package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.xml.MalformedXml;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits, as the connection and the service tell it. */
class WaitingMailTest {
  private static final String FIRST =
      "<M><T>11</T><S>6</S><RT>2024-01-02T03:04:05.000Z</RT><RS>0</RS><SZ>842</SZ>"
          + "<E>ben@example.com</E><I>9D0A6F0C-7A51-4C0B-8B6B-0B3B1B6E0001</I>"
          + "<F>00000000-0000-0000-0000-000000000009</F><N>=?utf-8?B?Qm9i?=</N><SU> </SU></M>";
  private static final String OF_A_MOBILE =
      "<M><T>12</T><E>ben@example.com</E><I>2</I></M><M><T>11</T><E>nobody</E><I>3</I></M>";

  private static MimeMessage notice(String type, String data) {
    return MimeMessage.of(type + "; charset=UTF-8")
        .withBody("Mail-Data: " + data + "\r\nInbox-URL: /cgi-bin/HoTMaiL\r\n\r\n");
  }

  @Test
  void noticesNameWhatWaits() throws Exception {
    String list =
        "<MD><E><I>0</I><IU>0</IU></E><Q><QTM>1</QTM></Q>" + FIRST + OF_A_MOBILE + "</MD>";
    assertThat(WaitingMail.noticed(notice("text/x-msmsgsinitialmdatanotification", list)))
        .contains(new WaitingMail(List.of("9D0A6F0C-7A51-4C0B-8B6B-0B3B1B6E0001"), true));
    assertThat(WaitingMail.noticed(notice("text/x-msmsgsoimnotification", list))).isPresent();
    assertThat(WaitingMail.noticed(notice("text/x-msmsgsprofile", list))).isEmpty();
  }

  @Test
  void aLongListIsToBeAskedFor() throws Exception {
    assertThat(WaitingMail.noticed(notice("text/x-msmsgsinitialmdatanotification", "too-large")))
        .contains(new WaitingMail(List.of(), false));
    String operation =
        "<GetMetadataResponse xmlns=\"urn:rsi\"><MD><Q><QTM>1</QTM></Q>"
            + FIRST
            + "</MD></GetMetadataResponse>";
    for (byte[] document :
        new byte[][] {Documents.plain(operation), Documents.prefixed(operation)}) {
      assertThat(WaitingMail.read(Documents.operation(document)).ids())
          .containsExactly("9D0A6F0C-7A51-4C0B-8B6B-0B3B1B6E0001");
    }
  }

  @Test
  void aNoticeWithoutAListIsNone() {
    assertThatThrownBy(
            () -> WaitingMail.noticed(notice("text/x-msmsgsinitialmdatanotification", "<MD>")))
        .isInstanceOf(MalformedXml.class);
    assertThatThrownBy(() ->
            WaitingMail.noticed(
                MimeMessage.of("text/x-msmsgsoimnotification").withBody("no colon")))
        .isInstanceOf(MalformedCommand.class);
  }
}
