package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.PersonalData.PlaceDescribed;
import im.chrysalis.wire.payload.PersonalData.PlaceTold;
import im.chrysalis.wire.payload.PersonalData.Told;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  private static final String GUID = "f60efbe7-94af-4b16-b92a-10ac6cc8c6ef";

  @Test
  void isTheXmlThatClientsReadWithoutWhiteSpace() {
    assertThat(written(new PersonalMessage("Back at five", "")))
        .isEqualTo("<Data><PSM>Back at five</PSM><CurrentMedia></CurrentMedia></Data>");
    assertThat(written(new PersonalMessage("a < b & \"c\" > d", "é")))
        .isEqualTo(
            "<Data><PSM>a &lt; b &amp; \"c\" &gt; d</PSM><CurrentMedia>é</CurrentMedia></Data>");
  }

  @Test
  void whoTellsNothingSendsNothing() throws MalformedCommand {
    assertThat(written(PersonalMessage.NONE)).isEmpty();
    assertThat(read("")).isEqualTo(PersonalMessage.NONE);
  }

  @Test
  void whatIsPlayedIsPassedOnAsItCame() throws MalformedCommand {
    String media = "WMP\\0Music\\01\\0{0} - {1}\\0Song\\0Singer\\0\\0";
    PersonalMessage message =
        read("<Data><PSM></PSM><CurrentMedia>" + media + "</CurrentMedia></Data>");
    assertThat(message).isEqualTo(new PersonalMessage("", media));
    assertThat(read(written(message))).isEqualTo(message);
  }

  @Test
  void elementsMayComeInAnyOrderBeMissingOrUnknown() throws MalformedCommand {
    assertThat(read("<Data><CurrentMedia>x</CurrentMedia><PSM>y</PSM></Data>"))
        .isEqualTo(new PersonalMessage("y", "x"));
    assertThat(read("<Data><PSM>y</PSM></Data>")).isEqualTo(new PersonalMessage("y", ""));
    assertThat(read("<Data/>")).isEqualTo(PersonalMessage.NONE);
    assertThat(read("<Data><New><PSM>no</PSM></New><PSM>yes</PSM></Data>"))
        .isEqualTo(new PersonalMessage("yes", ""));
  }

  @Test
  void textMayBeEscapedInEveryWayThatXmlKnows() throws MalformedCommand {
    assertThat(read("<Data><PSM>&lt;&#x26;&#38;&gt;&apos;&quot;<![CDATA[<&]]></PSM></Data>"))
        .isEqualTo(new PersonalMessage("<&&>'\"<&", ""));
    assertThat(read("<?xml version=\"1.0\"?><Data><!-- so --><PSM>Grüß</PSM></Data>"))
        .isEqualTo(new PersonalMessage("Grüß", ""));
  }

  @Test
  void whatMsnp13ToldBesidesGoesToThoseWhoKnowIt() throws MalformedCommand {
    PersonalMessage message = read("<Data><PSM>a</PSM><Scene>b</Scene><Other>c</Other></Data>");
    assertThat(message.more()).isEqualTo(Map.of("Scene", "b"));
    assertThat(written(message, List.of(), Dialect.MSNP12)).doesNotContain("Scene");
    assertThat(written(message, List.of(), Dialect.MSNP13))
        .isEqualTo("<Data><PSM>a</PSM><CurrentMedia></CurrentMedia><Scene>b</Scene></Data>");
  }

  @Test
  void placesAreToldSinceMsnp16() throws MalformedCommand {
    EndpointId id = EndpointId.parse(GUID).orElseThrow();
    Endpoint place = new Endpoint(id, new Capabilities(2789003324L, 48));
    String told =
        "<Data><PSM></PSM><CurrentMedia></CurrentMedia><EndpointData id=\"{"
            + GUID
            + "}\"><Capabilities>2789003324:48</Capabilities></EndpointData></Data>";
    assertThat(written(PersonalMessage.NONE, List.of(place), Dialect.MSNP15)).isEmpty();
    assertThat(written(PersonalMessage.NONE, List.of(place), Dialect.MSNP16)).isEqualTo(told);
    assertThat(read(told)).isEqualTo(PersonalMessage.NONE);
  }

  @Test
  void onesOwnPlacesAreDescribed() {
    EndpointId id = EndpointId.parse(GUID).orElseThrow();
    var details = new EndpointDetails("<Desk>", "1", true, Status.AWAY);
    var place = new PersonalData.OwnPlace(new Endpoint(id, Capabilities.of(1)), details);
    assertThat(
            new String(
                PersonalData.writeOwn(PersonalMessage.NONE, List.of(place), Dialect.MSNP16),
                StandardCharsets.UTF_8))
        .endsWith(
            "<PrivateEndpointData id=\"{"
                + GUID
                + "}\"><EpName>&lt;Desk&gt;</EpName><Idle>true</Idle>"
                + "<ClientType>1</ClientType><State>AWY</State></PrivateEndpointData></Data>");
  }

  @Test
  void aPlaceTellsOfItself() throws MalformedCommand {
    assertThat(data("<EndpointData><Capabilities>2789003324:48</Capabilities></EndpointData>"))
        .isEqualTo(new PlaceTold(new Capabilities(2789003324L, 48)));
    assertThat(data("<EndpointData/>")).isEqualTo(new PlaceTold(Capabilities.NONE));
    assertThat(
            data(
                "<PrivateEndpointData><EpName>Desk</EpName><Idle>true</Idle>"
                    + "<ClientType>1</ClientType><State>AWY</State></PrivateEndpointData>"))
        .isEqualTo(new PlaceDescribed(new EndpointDetails("Desk", "1", true, Status.AWAY)));
    assertThat(data("<PrivateEndpointData/>")).isEqualTo(new PlaceDescribed(EndpointDetails.NONE));
    assertRefused("<EndpointData><Capabilities>many</Capabilities></EndpointData>");
  }

  private static PersonalData data(String xml) throws MalformedCommand {
    return PersonalData.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPayloadIsUtf8WhateverItSaysOfItself() throws MalformedCommand {
    assertThat(read("<?xml version=\"1.0\" encoding=\"none\"?><Data><PSM>é</PSM></Data>"))
        .isEqualTo(new PersonalMessage("é", ""));
    byte[] latin1 = "<Data><PSM>é</PSM></Data>".getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(MalformedCommand.class).isThrownBy(() -> PersonalData.read(latin1));
  }

  @Test
  void lineEndsStayAsTheyAre() throws MalformedCommand {
    PersonalMessage message = new PersonalMessage("one\rtwo\nthree\r\n", "");
    assertThat(read(written(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Back at five",
        " ",
        "<",
        "<Data>",
        "<Data><PSM></Data>",
        "<Data><PSM>a & b</PSM></Data>",
        "<Data><PSM>&nbsp;</PSM></Data>",
        "<Data></Data><Data></Data>",
        "<Data a=1></Data>",
        "<Data/>Back",
        "<Data>Back</Data>",
        "<Other/>",
        "<Data><PSM>\0</PSM></Data>"
      })
  void whatIsNoXmlIsRefused(String xml) {
    assertRefused(xml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Data><Data/>",
        "<!DOCTYPE Data SYSTEM \"http://127.0.0.1:1/x.dtd\"><Data/>",
        "<!DOCTYPE Data [<!ENTITY x \"y\">]><Data><PSM>&x;</PSM></Data>",
        "<!DOCTYPE Data [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Data><PSM>&x;</PSM></Data>",
        "<!DOCTYPE Data [<!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;]><Data/>"
      })
  void aDocumentTypeIsRefusedAndNothingItNamesIsFetched(String xml) {
    assertRefused(xml);
  }

  @Test
  void entitiesThatMultiplyAreNeverUnfolded() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE Data [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"");
      bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    assertRefused(bomb.append("]><Data><PSM>&a29;</PSM></Data>").toString());
  }

  @Test
  void whatIsNestedTooDeepIsRefused() {
    for (int depth : new int[] {50, 1000}) {
      assertRefused("<Data><PSM>" + "<x>".repeat(depth) + "</x>".repeat(depth) + "</PSM></Data>");
    }
  }

  @Test
  void aClientTellsOfItsPlaceAndDescribesIt() throws Exception {
    PlaceTold told = new PlaceTold(new Capabilities(2789003324L, 48));
    assertThat(new String(PersonalData.write(told), StandardCharsets.UTF_8))
        .isEqualTo("<EndpointData><Capabilities>2789003324:48</Capabilities></EndpointData>");
    assertThat(PersonalData.read(PersonalData.write(told))).isEqualTo(told);
    PlaceDescribed described =
        new PlaceDescribed(new EndpointDetails("D & \"C\"", "1", true, Status.IDLE));
    assertThat(PersonalData.read(PersonalData.write(described))).isEqualTo(described);
  }

  @Test
  void placesAreReadAsTheyAreWritten() throws Exception {
    EndpointId desk = EndpointId.parse("11111111-0000-4000-8000-000000000001").orElseThrow();
    EndpointId sofa = EndpointId.parse("11111111-0000-4000-8000-000000000002").orElseThrow();
    List<PersonalData.OwnPlace> places =
        List.of(
            new PersonalData.OwnPlace(
                new Endpoint(desk, new Capabilities(16, 48)),
                new EndpointDetails("Desk", "1", false, Status.BUSY)),
            new PersonalData.OwnPlace(new Endpoint(sofa, Capabilities.NONE), EndpointDetails.NONE));
    byte[] xml = PersonalData.writeOwn(new PersonalMessage("<3", ""), places, Dialect.MSNP18);
    assertThat(PersonalData.places(xml)).isEqualTo(places);
    assertThat(PersonalData.places(new byte[0])).isEmpty();
    assertThat(PersonalData.places("<Data><PSM>x</PSM></Data>".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    // what has no id is nobody's, and a place may be described alone
    String odd =
        "<Data>\n<EndpointData><Capabilities>1</Capabilities></EndpointData>"
            + "<PrivateEndpointData id='{11111111-0000-4000-8000-000000000002}'><x><y/></x>"
            + "</PrivateEndpointData></Data>";
    assertThat(PersonalData.places(odd.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(places.getLast());
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> PersonalData.places("<Other/>".getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertRefused(String xml) {
    assertThatExceptionOfType(MalformedCommand.class).as(xml).isThrownBy(() -> read(xml));
  }

  private static PersonalMessage read(String xml) throws MalformedCommand {
    PersonalData data = PersonalData.read(xml.getBytes(StandardCharsets.UTF_8));
    assertThat(data).isInstanceOf(Told.class);
    return ((Told) data).message();
  }

  private static String written(PersonalMessage message) {
    return written(message, List.of(), Dialect.MSNP11);
  }

  private static String written(PersonalMessage message, List<Endpoint> places, Dialect dialect) {
    return new String(PersonalData.write(message, places, dialect), StandardCharsets.UTF_8);
  }
}
