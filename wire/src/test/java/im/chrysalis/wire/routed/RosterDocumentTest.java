package im.chrysalis.wire.routed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.routed.RosterDocument.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterDocumentTest {
  private static final RoutedAddress ANNA = RoutedAddress.of(EmailAddress.of("anna@example.com"));
  private static final RoutedAddress BEN = RoutedAddress.of(EmailAddress.of("ben@example.com"));

  @Test
  void saysWhoIsThereAndWhoIsAsked() throws MalformedCommand {
    String xml =
        "<circle><roster><id>IM</id><user><id>1:anna@example.com</id></user>"
            + "<user><id>1:ben@example.com</id><state>Pending</state></user></roster></circle>";
    RosterDocument document = read(xml);
    assertThat(document.members()).containsExactly(Member.of(ANNA), Member.pending(BEN));
    assertThat(document.members()).extracting(Member::isPending).containsExactly(false, true);
    assertThat(document.name()).isEmpty();
    assertThat(new String(document.bytes(), UTF_8)).isEqualTo(xml);
  }

  @Test
  void saysHowTheGroupLooks() throws MalformedCommand {
    String xml =
        "<circle><props><presence dtype=\"xml\"><Data><UTL></UTL><MFN>Choir &amp; more</MFN>"
            + "<PSM></PSM><CurrentMedia></CurrentMedia></Data></presence></props></circle>";
    RosterDocument document = read(xml);
    assertThat(document.members()).isEmpty();
    assertThat(document.name()).contains("Choir & more");
    assertThat(document.personalMessage()).contains("");
    assertThat(new String(document.bytes(), UTF_8)).isEqualTo(xml);
    assertThat(RosterDocument.looks("Choir & more", "")).isEqualTo(document);
  }

  @Test
  void whatIsNotSaidIsNotEmpty() throws MalformedCommand {
    assertThat(
            read("<circle><props><presence><Data><PSM>x</PSM></Data></presence></props></circle>")
                .name())
        .isEmpty();
  }

  @Test
  void nothingIsADocumentThatSaysNothing() throws MalformedCommand {
    assertThat(read("")).isEqualTo(RosterDocument.of(List.of()));
    assertThat(read("<circle/>")).isEqualTo(RosterDocument.of(List.of()));
    assertThat(new String(RosterDocument.of(List.of()).bytes(), UTF_8))
        .isEqualTo("<circle></circle>");
  }

  @Test
  void layoutAndWhatIsNotKnownDoNotMatter() throws MalformedCommand {
    assertThat(
            read(
                "<circle>\n <roster>\n <user>\n<role>3</role><state> pending </state>"
                    + "<id> 1:ben@example.com </id></user><count>1</count></roster>"
                    + "<props><colour/><presence><x/></presence></props><weather/>\n</circle>"))
        .satisfies(document -> {
          assertThat(document.members()).hasSize(1);
          assertThat(document.members().getFirst().isPending()).isTrue();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello",
        "<user/>",
        "<circle>",
        "<circle/><circle/>",
        "<circle>text</circle>",
        "<circle><roster>text</roster></circle>",
        "<!DOCTYPE circle [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><circle>&a;</circle>",
        "<circle><props><presence><Data><MFN>&a;</MFN></Data></presence></props></circle>"
      })
  void whatIsNoSuchDocumentIsMalformed(String xml) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(xml))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<user/>", "<user><id>ben@example.com</id></user>", "<user><id/></user>"})
  void aMemberWhoIsNobodyIsAFaultOfTheAddress(String user) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read("<circle><roster>" + user + "</roster></circle>"))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.ADDRESS));
  }

  @Test
  void hasNoMoreMembersThanAnyGroup() {
    String many = "<user><id>1:ben@example.com</id></user>".repeat(2001);
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read("<circle><roster>" + many + "</roster></circle>"))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.LIMIT));
  }

  private static RosterDocument read(String xml) throws MalformedCommand {
    return RosterDocument.read(xml.getBytes(UTF_8));
  }
}
