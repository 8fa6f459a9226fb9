package im.chrysalis.server.web.storage;

import static im.chrysalis.server.web.Town.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.profile.Picture;
import im.chrysalis.domain.profile.PictureForm;
import im.chrysalis.domain.profile.Profile;
import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.web.Town;
import im.chrysalis.server.web.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageServicesTest {
  private static final String W10 = "http://www.msn.com/webservices/storage/w10";
  private static final String LIVE_2009 = "http://www.msn.com/webservices/storage/2008";
  private static final byte[] PNG =
      HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001");
  private static final byte[] GIF = HexFormat.of().parseHex("474946383961010001008000");

  @TempDir Path directory;

  private Town town;
  private Account anna;
  private String cid;
  private StorageServices services;

  @BeforeEach
  void anna() {
    town = new Town(directory);
    anna = town.join("anna");
    cid = HexFormat.of().toHexDigits(anna.cid());
    services = services();
  }

  @AfterEach
  void close() {
    town.close();
  }

  private StorageServices services() {
    byte[] key = town.store().derivedKey("pictures");
    return new StorageServices(
        town.people(), town.store().profiles(), town.visitors(), key, town, town.workers());
  }

  private static String envelope(String namespace, String ticket, String operation) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <soap:Header>
    <AffinityCacheHeader xmlns="%1$s"><CacheKey>x</CacheKey></AffinityCacheHeader>
    <StorageApplicationHeader xmlns="%1$s"><ApplicationID>Messenger Client 8.5</ApplicationID><Scenario>Initial</Scenario></StorageApplicationHeader>
    <StorageUserHeader xmlns="%1$s"><Puid>0</Puid><TicketToken>%2$s</TicketToken></StorageUserHeader>
    </soap:Header><soap:Body>%3$s</soap:Body></soap:Envelope>
    """
        .formatted(namespace, ticket, operation.replace("\"NS\"", "\"" + namespace + "\""));
  }

  private HttpResponse ask(String namespace, String operation) throws Exception {
    return Town.post(
        services.routes().get(StorageServices.STORAGE),
        StorageServices.STORAGE,
        envelope(namespace, "t=anna-ticket&amp;p=", operation));
  }

  private String answer(String operation) throws Exception {
    HttpResponse answer = ask(W10, operation);
    assertThat(answer.status()).as(text(answer)).isEqualTo(200);
    return text(answer);
  }

  private String getProfile() throws Exception {
    return answer(
        """
        <GetProfile xmlns="NS"><profileHandle><Alias><Name>%d</Name><NameSpace>MyCidStuff</NameSpace></Alias><RelationshipName>MyProfile</RelationshipName></profileHandle><profileAttributes><ResourceID>true</ResourceID></profileAttributes></GetProfile>\
        """
            .formatted(anna.cid()));
  }

  private static String updateProfile(String inside) {
    return "<UpdateProfile xmlns=\"NS\"><profile><ResourceID>x</ResourceID><ExpressionProfile>"
        + "<FreeText>Update</FreeText>"
        + inside
        + "<Flags>0</Flags></ExpressionProfile></profile></UpdateProfile>";
  }

  private static String createDocument(byte[] picture) {
    return """
    <CreateDocument xmlns="NS"><parentHandle><RelationshipName>/UserTiles</RelationshipName></parentHandle><document xsi:type="Photo"><Name>me &amp; you</Name><DocumentStreams><DocumentStream xsi:type="PhotoStream"><DocumentStreamType>UserTileStatic</DocumentStreamType><MimeType>png</MimeType><Data>%s</Data><DataSize>0</DataSize></DocumentStream></DocumentStreams></document><relationshipName>Messenger User Tile</relationshipName></CreateDocument>\
    """
        .formatted(Base64.getMimeEncoder().encodeToString(picture));
  }

  private static String deleteRelationships(String source, String target) {
    return """
    <DeleteRelationships xmlns="NS"><sourceHandle>%s</sourceHandle><targetHandles><ObjectHandle><ResourceID>%s</ResourceID></ObjectHandle></targetHandles></DeleteRelationships>\
    """
        .formatted(source, target);
  }

  private Profile profile() {
    return Waiting.on(town.store().profiles().of(anna.card().id()));
  }

  private static String found(String pattern, String in) {
    Matcher matcher = Pattern.compile(pattern).matcher(in);
    assertThat(matcher.find()).as(pattern + " in " + in).isTrue();
    return matcher.group(1);
  }

  @Test
  void aNewAccountHasAProfileWithoutPictureAndMessage() throws Exception {
    String date = "1970-01-01T00:00:00Z";
    assertThat(getProfile())
        .contains("<soap:Header><AffinityCacheHeader xmlns=\"" + W10 + "\"><CacheKey>" + cid)
        .contains(
            "<Cid>0</Cid><ApplicationId>0</ApplicationId><TicketToken>t=anna-ticket&amp;p=</TicketToken>")
        .contains(
            "<soap:Body><GetProfileResponse xmlns=\""
                + W10
                + "\"><GetProfileResult><ResourceID>"
                + cid
                + "!106</ResourceID><DateModified>"
                + date
                + "</DateModified><ExpressionProfile><ResourceID>"
                + cid
                + "!118</ResourceID><DateModified>"
                + date
                + "</DateModified><Version>0</Version><Flags>0</Flags>"
                + "<PersonalStatus></PersonalStatus><PersonalStatusLastModified>"
                + date
                + "</PersonalStatusLastModified><DisplayName>The anna</DisplayName>"
                + "<DisplayNameLastModified>"
                + date
                + "</DisplayNameLastModified></ExpressionProfile></GetProfileResult>"
                + "</GetProfileResponse></soap:Body>");
  }

  @Test
  void eachGenerationOfClientsHasItsOwnNamespaceBack() throws Exception {
    String operation = "<GetProfile xmlns=\"NS\"/>";
    assertThat(text(ask(LIVE_2009, operation))).contains(LIVE_2009).doesNotContain(W10);
    assertThat(text(ask(LIVE_2009, "<ShareItem xmlns=\"NS\"/>")))
        .contains("<errorcode xmlns=\"" + LIVE_2009 + "\">Forbidden</errorcode>");
  }

  @Test
  void nameAndMessageRoam() throws Exception {
    String answer =
        answer(
            updateProfile(
                "<DisplayName>Anna &lt;3</DisplayName>"
                    + "<PersonalStatus>Off to lunch &amp; back ☺</PersonalStatus>"));
    assertThat(answer).contains("<UpdateProfileResponse xmlns=\"" + W10 + "\"/>");
    town.restart();
    services = services();
    assertThat(getProfile())
        .contains("<DisplayName>Anna &lt;3</DisplayName>")
        .contains("<PersonalStatus>Off to lunch &amp; back ☺</PersonalStatus>")
        .contains("<PersonalStatusLastModified>2024-01-02T03:04:05Z<");
    assertThat(town.ask(anna, new Request.ReadRoster()).account().card().name())
        .isEqualTo("Anna <3");
  }

  @Test
  void whatIsAsItWasChangesNothing() throws Exception {
    answer(updateProfile("<DisplayName>The anna</DisplayName><PersonalStatus/>"));
    assertThat(profile()).isEqualTo(Profile.EMPTY);
    assertThat(town.ask(anna, new Request.ReadRoster()).account().listVersion()).isEqualTo(1);
  }

  @Test
  void aMessageIsDeletedAsAnAttribute() throws Exception {
    answer(updateProfile("<PersonalStatus>Hello</PersonalStatus>"));
    answer(
        "<UpdateProfile xmlns=\"NS\"><profile/><profileAttributesToDelete>"
            + "<ExpressionProfileAttributes><PersonalStatus>true</PersonalStatus>"
            + "</ExpressionProfileAttributes></profileAttributesToDelete></UpdateProfile>");
    assertThat(profile().message()).isEmpty();
  }

  @Test
  void namesAndMessagesThatAreTooLongAreRefused() throws Exception {
    for (String inside :
        new String[] {
          "<DisplayName>" + "ü".repeat(65) + "</DisplayName>",
          "<PersonalStatus>" + "x".repeat(Profile.MAX_MESSAGE + 1) + "</PersonalStatus>"
        }) {
      HttpResponse answer = ask(W10, updateProfile(inside));
      assertThat(answer.status()).isEqualTo(500);
      assertThat(text(answer)).contains(">InvalidArgument</errorcode>");
    }
    assertThat(profile()).isEqualTo(Profile.EMPTY);
  }

  @Test
  void aProfileThatIsCreatedHasTheIdOfTheOneThatIsThere() throws Exception {
    String operation =
        updateProfile("<PersonalStatus>Hi</PersonalStatus>").replace("Update", "Create");
    assertThat(answer(operation))
        .contains("<CreateProfileResult>" + cid + "!106</CreateProfileResult>");
    assertThat(profile().message()).isEqualTo("Hi");
  }

  @Test
  void aPictureIsKeptShownAndGivenOutAsWhatItIs() throws Exception {
    assertThat(answer(createDocument(GIF)))
        .contains("<CreateDocumentResult>" + cid + "!205</CreateDocumentResult>");
    assertThat(
            answer(
                """
                <CreateRelationships xmlns="NS"><relationships><Relationship><SourceID>%1$s!118</SourceID><SourceType>SubProfile</SourceType><TargetID>%1$s!205</TargetID><TargetType>Photo</TargetType><RelationshipName>ProfilePhoto</RelationshipName></Relationship></relationships></CreateRelationships>\
                """
                    .formatted(cid)))
        .contains("<CreateRelationshipsResponse xmlns=\"" + W10 + "\"/>");
    town.restart();
    services = services();
    String profile = getProfile();
    assertThat(profile)
        .contains("<Photo><ItemType>Photo</ItemType><ResourceID>" + cid + "!205</ResourceID>")
        .contains("<Name>me &amp; you</Name>")
        .contains("<MimeType>image/gif</MimeType><DataSize>" + GIF.length + "</DataSize>")
        .contains("<DocumentStreamName>UserTileSmall</DocumentStreamName>");
    String url = found("<StaticUserTilePublicURL>([^<]*)<", profile);
    assertThat(url).startsWith("https://server.example.test:8443/storage/usertile/");
    assertThat(found("<PreAuthURL>([^<]*)<", profile)).isEqualTo(url);
    HttpResponse tile = tile(url);
    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.fields()).contains(new HttpField("Content-Type", "image/gif"));
    assertThat(tile.body()).isEqualTo(GIF);
    assertThat(answer("<FindDocuments xmlns=\"NS\"/>"))
        .contains("<FindDocumentsResult><Document><ResourceID>" + cid + "!205</ResourceID>");
  }

  private HttpResponse tile(String url) throws Exception {
    HttpRequest request =
        Town.request("GET", url.replaceFirst("^https?://[^/]*", ""), "t=anything", "");
    return Town.ask(services.routes().get(StorageServices.TILES), request);
  }

  @Test
  void anAddressEndsWithItsPictureAndCannotBeGuessed() throws Exception {
    answer(createDocument(GIF));
    String url = found("<StaticUserTilePublicURL>([^<]*)<", getProfile());
    char last = url.charAt(url.length() - "/static".length() - 1);
    String guess = url.replaceFirst(".(?=/static$)", last == '0' ? "1" : "0");
    assertThat(tile(guess).status()).isEqualTo(404);
    assertThat(tile(url.toUpperCase(Locale.ROOT)).status()).isEqualTo(200);
    answer(createDocument(PNG));
    assertThat(tile(url).status()).isEqualTo(404);
    assertThat(tile("/storage/usertile/10001/static").status()).isEqualTo(404);
    assertThat(tile("/storage/usertile/../../etc/passwd").status()).isEqualTo(404);
  }

  /** As WLM 2009 does it. */
  @Test
  void aPictureIsReplacedByAnUpdate() throws Exception {
    answer(createDocument(GIF));
    String update = createDocument(PNG).replace("CreateDocument", "UpdateDocument");
    assertThat(text(ask(LIVE_2009, update)))
        .contains("<UpdateDocumentResponse xmlns=\"" + LIVE_2009 + "\"/>");
    assertThat(profile().picture().orElseThrow().form()).isEqualTo(PictureForm.PNG);
  }

  @Test
  void onlyThePictureThatIsShownIsTakenOutOfTheProfile() throws Exception {
    answer(createDocument(GIF));
    answer(createDocument(PNG));
    String profile = "<ResourceID>" + cid + "!118</ResourceID>";
    answer(deleteRelationships(profile, cid + "!205"));
    assertThat(profile().picture()).isPresent();
    String folder = "<RelationshipName>/UserTiles</RelationshipName>";
    answer(deleteRelationships(folder, cid + "!206"));
    assertThat(profile().picture()).isPresent();
    answer(deleteRelationships(profile, "0000000000000000!206"));
    assertThat(profile().picture()).isPresent();
    answer(deleteRelationships(profile, cid + "!206"));
    assertThat(profile().picture()).isEmpty();
    assertThat(getProfile()).doesNotContain("Photo").doesNotContain("usertile");
  }

  @Test
  void whatIsNoPictureIsRefused() throws Exception {
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    assertThat(text(ask(W10, createDocument(page)))).contains(">InvalidArgument</errorcode>");
    byte[] huge = Arrays.copyOf(PNG, Picture.MAX_BYTES + 1);
    assertThat(text(ask(W10, createDocument(huge)))).contains(">InvalidArgument</errorcode>");
    assertThat(text(ask(W10, "<CreateDocument xmlns=\"NS\"/>"))).contains(">BadRequest<");
    assertThat(profile().picture()).isEmpty();
  }

  @Test
  void thePictureToBeShownMustBeThere() throws Exception {
    String operation =
        "<CreateRelationships xmlns=\"NS\"><relationships><Relationship><TargetID>"
            + cid
            + "!205</TargetID></Relationship></relationships></CreateRelationships>";
    assertThat(text(ask(W10, operation))).contains(">ItemDoesNotExist</errorcode>");
  }

  @Test
  void aTicketMayComeAsACookie() throws Exception {
    HttpRequest request =
        Town.request(
            "POST",
            StorageServices.STORAGE,
            "",
            envelope(W10, "", "<GetProfile xmlns=\"NS\"/>"),
            new HttpField("Cookie", "a=b; MSPAuth=anna-ticket; MSPProf=x"));
    HttpResponse answer = Town.ask(services.routes().get(StorageServices.STORAGE), request);
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void whoHasNoTicketOrNoAccountAnyMoreIsDenied() throws Exception {
    HttpResponse answer =
        Town.post(
            services.routes().get(StorageServices.STORAGE),
            StorageServices.STORAGE,
            envelope(W10, "old", "<GetProfile xmlns=\"NS\"/>"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer)).contains(">AccessDenied</errorcode>");
    town.ask(anna, new Request.DeleteAccount());
    assertThat(text(ask(W10, "<GetProfile xmlns=\"NS\"/>"))).contains(">AccessDenied</errorcode>");
  }

  @Test
  void theTimeOfAPictureIsItsOwn() throws Exception {
    answer(createDocument(GIF));
    town.pass(Duration.ofHours(1));
    answer(updateProfile("<PersonalStatus>Hi</PersonalStatus>"));
    assertThat(getProfile())
        .contains("!205</ResourceID><DateModified>2024-01-02T03:04:05Z</DateModified>")
        .contains("<PersonalStatusLastModified>2024-01-02T04:04:05Z<")
        .contains("<Version>2</Version>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Envelope><Body/></Envelope>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Envelope><Body>&e;</Body></Envelope>"
      })
  void whatIsNoEnvelopeIsRefused(String body) throws Exception {
    HttpResponse answer =
        Town.post(services.routes().get(StorageServices.STORAGE), StorageServices.STORAGE, body);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer)).contains(">BadRequest</errorcode>").doesNotContain("root:");
  }
}
