package im.chrysalis.wire.routed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.routed.UserDocument.PlaceService;
import im.chrysalis.wire.routed.UserDocument.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserDocumentTest {
  private static final EndpointId PLACE =
      EndpointId.parse("{ad9d9247-9181-4c57-8388-248304e153d3}").orElseThrow();

  /** As MSNPSharp publishes it when it comes. */
  private static final String WHOLE =
      "<user><s n=\"IM\"><Status>BSY</Status><CurrentMedia></CurrentMedia></s>"
          + "<s n=\"PE\"><UserTileLocation>&lt;msnobj Size=\"1\"/&gt;</UserTileLocation>"
          + "<FriendlyName>Anna &amp; Ben</FriendlyName><PSM></PSM><RUM></RUM><DDP></DDP>"
          + "<ColorScheme>-1</ColorScheme><Scene></Scene><SignatureSound></SignatureSound></s>"
          + "<sep n=\"IM\"><Capabilities>2789003324:48</Capabilities></sep>"
          + "<sep n=\"PE\"><VER>MSNMSGR:15.4.3508.1109</VER><TYP>1</TYP>"
          + "<Capabilities>0:1073856512</Capabilities></sep>"
          + "<sep n=\"PD\"><ClientType>1</ClientType><EpName>Desk</EpName><Idle>true</Idle>"
          + "<State>BSY</State></sep></user>";

  @Test
  void saysHowSomebodyIsThere() throws MalformedCommand {
    UserDocument document = read(WHOLE);
    assertThat(document.status()).contains(Status.BUSY);
    assertThat(document.currentMedia()).contains("");
    assertThat(document.friendlyName()).contains("Anna & Ben");
    assertThat(document.personalMessage()).contains("");
    assertThat(document.picture()).contains("<msnobj Size=\"1\"/>");
    assertThat(document.capabilities()).contains(new Capabilities(2789003324L, 48));
    assertThat(document.peCapabilities()).contains(new Capabilities(0, 1073856512));
    assertThat(document.details()).contains(new EndpointDetails("Desk", "1", true, Status.BUSY));
    assertThat(document.service(UserDocument.PE).orElseThrow())
        .containsEntry("ColorScheme", "-1")
        .containsEntry("Scene", "");
    assertThat(new String(document.bytes(), UTF_8)).isEqualTo(WHOLE);
  }

  @Test
  void whatIsNotSaidIsNotEmpty() throws MalformedCommand {
    UserDocument document = read("<user><s n=\"PE\"><PSM/></s></user>");
    assertThat(document.personalMessage()).contains("");
    assertThat(document.friendlyName()).isEmpty();
    assertThat(document.picture()).isEmpty();
    assertThat(document.status()).isEmpty();
    assertThat(document.currentMedia()).isEmpty();
    assertThat(document.service(UserDocument.IM)).isEmpty();
    assertThat(document.capabilities()).isEmpty();
    assertThat(document.details()).isEmpty();
  }

  @Test
  void aPlaceSaysOnlyWhatHasChangedOfIt() throws MalformedCommand {
    PlaceService place =
        read("<user><sep n=\"PD\"><State>AWY</State></sep></user>").places().getFirst();
    assertThat(place.details(new EndpointDetails("Desk", "2", true, Status.ONLINE)))
        .contains(new EndpointDetails("Desk", "2", true, Status.AWAY));
  }

  @Test
  void layoutAndWhatIsNotKnownDoNotMatter() throws MalformedCommand {
    UserDocument document =
        read(
            "<?xml version='1.0' encoding='utf8'?>\n<user>\n <weather><rain/></weather>\n"
                + "<s n=\"CM\">\n<Mood>good</Mood></s><!-- so --><sep n=\"IM\" epid=\""
                + PLACE.toString().toUpperCase()
                + "\">\n</sep>\n</user>\n");
    assertThat(document.services()).containsExactly(new Service("CM", Map.of("Mood", "good")));
    assertThat(document.places()).containsExactly(PlaceService.named(UserDocument.IM, PLACE));
  }

  @Test
  void aFactMayStandInTheHeadOfItsService() throws MalformedCommand {
    String profile = "<user><s n=\"PF\" ts=\"2011-04-16T06:00:58Z\"></s></user>";
    UserDocument document = read(profile);
    assertThat(document.services())
        .containsExactly(new Service("PF", Map.of("@ts", "2011-04-16T06:00:58Z")));
    assertThat(new String(document.bytes(), UTF_8)).isEqualTo(profile);
  }

  @Test
  void saysWhatPlacesAreAndWhichOnesLeft() {
    UserDocument document =
        new UserDocument(
            List.of(Service.named("IM")),
            List.of(
                PlaceService.able("IM", PLACE, new Capabilities(1, 2)),
                PlaceService.described(
                    PLACE, new EndpointDetails("a<b", "1", false, Status.ONLINE)),
                PlaceService.named("PE", PLACE)));
    String epid = " epid=\"{" + PLACE + "}\">";
    assertThat(new String(document.bytes(), UTF_8))
        .isEqualTo(
            "<user><s n=\"IM\"></s><sep n=\"IM\""
                + epid
                + "<Capabilities>1:2</Capabilities></sep><sep n=\"PD\""
                + epid
                + "<ClientType>1</ClientType><EpName>a&lt;b</EpName><Idle>false</Idle>"
                + "<State>NLN</State></sep><sep n=\"PE\""
                + epid
                + "</sep></user>");
  }

  @Test
  void whatMayNotStandInXmlIsLeftOutOfANameOfOlderClients() throws MalformedCommand {
    UserDocument document =
        new UserDocument(
            List.of(
                new Service("PE", Map.of("FriendlyName", "A\u0003n\0n\uFFFFa\uD83D \uD83D\uDE00"))),
            List.of());
    assertThat(UserDocument.read(document.bytes()).friendlyName()).contains("Anna \uD83D\uDE00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hello",
        "<person/>",
        "<user>",
        "<user/><user/>",
        "<user>text</user>",
        "<user><s>x</s></user>",
        "<user><s n=\"\"/></user>",
        "<user><s/></user>",
        "<user><s n=\"IM\">text</s></user>",
        "<user><sep n=\"IM\" epid=\"home\"/></user>",
        "<!DOCTYPE user [<!ENTITY a \"aaaa\">]><user><s n=\"IM\"><Status>&a;</Status></s></user>",
        "<!DOCTYPE user SYSTEM \"file:///etc/passwd\"><user/>",
        "<user><s n=\"PE\"><PSM>&a;</PSM></s></user>",
        "<user><s n=\"PE\"><PSM><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></PSM></s></user>"
      })
  void whatIsNoSuchDocumentIsMalformed(String xml) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(xml))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.SYNTAX));
  }

  @Test
  void hasNoMoreServicesThanAnybodyNeeds() {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read("<user>" + "<s n=\"IM\"/>".repeat(257) + "</user>"))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.LIMIT));
  }

  private static UserDocument read(String xml) throws MalformedCommand {
    return UserDocument.read(xml.getBytes(UTF_8));
  }
}
