package im.chrysalis.server.web.startup;

import static im.chrysalis.server.web.Town.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.web.Town;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class StartUpServicesTest {
  private static final String BOOK = "https://chat.example.test/abservice/abservice.asmx";

  private final StartUpServices services =
      new StartUpServices(
          _ -> Optional.of(BOOK), _ -> "http://chat.example.test:8080/", Runnable::run);

  private HttpResponse ask(String method, String service, String path, String query, String body)
      throws Exception {
    return Town.ask(services.routes().get(service), Town.request(method, path, query, body));
  }

  private HttpResponse get(String path) throws Exception {
    return ask("GET", path, path, "", "");
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  /** Windows Live Messenger. */
  @Test
  void theConfigurationIsABareDocumentToThoseWhoGetIt() throws Exception {
    HttpResponse answer =
        ask(
            "GET",
            StartUpServices.CONFIG,
            "/config/msgrconfig.asmx",
            "op=GetClientConfig&Country=US&CLCID=0409&PLCID=0409&GeoID=244&ver=8.5.1302",
            "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.fields()).contains(new HttpField("Content-Type", "text/xml; charset=utf-8"));
    Document config = parsed(text(answer));
    assertThat(config.getDocumentElement().getTagName()).isEqualTo("MsgrConfig");
    assertThat(config.getElementsByTagName("ExpiresInDays").item(0).getTextContent())
        .isEqualTo("0");
    assertThat(text(answer))
        .contains("<AbchCfg><abchconfig><url>" + BOOK + "</url></abchconfig></AbchCfg>")
        .contains("<TextAdServer>https://server.example.test:8443/textad</TextAdServer>");
  }

  /** MSN Messenger 7.0 and 7.5. */
  @Test
  void theConfigurationIsATextInAnEnvelopeToThoseWhoPostForIt() throws Exception {
    String answer =
        text(
            ask(
                "POST",
                StartUpServices.CONFIG,
                "/Config/MsgrConfig.asmx",
                "",
                "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                    + "<soap:Body><GetClientConfig"
                    + " xmlns=\"http://www.msn.com/webservices/Messenger/Client\"/>"
                    + "</soap:Body></soap:Envelope>"));
    assertThat(answer)
        .contains(
            "<GetClientConfigResponse"
                + " xmlns=\"http://www.msn.com/webservices/Messenger/Client\">"
                + "<GetClientConfigResult><![CDATA[<MsgrConfig>")
        .contains("</MsgrConfig>]]></GetClientConfigResult></GetClientConfigResponse>");
    String inner =
        parsed(answer).getElementsByTagName("GetClientConfigResult").item(0).getTextContent();
    assertThat(parsed(inner).getDocumentElement().getTagName()).isEqualTo("MsgrConfig");
  }

  @Test
  void clientsLookForTheBookWhereTheyWereMadeToWhenNoOtherPlaceIsKnown() throws Exception {
    StartUpServices bare = new StartUpServices(_ -> Optional.empty(), _ -> "/", Runnable::run);
    HttpResponse answer =
        Town.ask(
            bare.routes().get(StartUpServices.CONFIG),
            Town.request("GET", StartUpServices.CONFIG, "", ""));
    assertThat(text(answer)).doesNotContain("AbchCfg");
    assertThat(parsed(text(answer)).getDocumentElement().getTagName()).isEqualTo("MsgrConfig");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/svcs/mms/tabs.asp", "/svcs/mms/portal.asp", "/ADSAdClient31.dll", "/textad"})
  void whatThereIsNotIsEmptyAndThereAtOnce(String path) throws Exception {
    assertThat(get(path).status()).isEqualTo(200);
    assertThat(get(path).body()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/whatsnew/whatsnewservice.asmx, GetContactsRecentActivity",
    "/profile/profile.asmx, GetMany"
  })
  void thereIsNoNews(String path, String operation) throws Exception {
    String body =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><"
            + operation
            + " xmlns=\"http://example.test/any\"/></s:Body></s:Envelope>";
    HttpResponse answer = ask("POST", path, path, "", body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer))
        .contains(
            "<%1$sResponse xmlns=\"http://example.test/any\"><%1$sResult/></%1$sResponse>"
                .formatted(operation));
    assertThat(ask("POST", path, path, "", body.replace(operation, "Other")).status())
        .isEqualTo(500);
    assertThat(ask("POST", path, path, "", "<!DOCTYPE x>").status()).isEqualTo(500);
  }

  @Test
  void numbersLeadToPages() throws Exception {
    assertThat(redirect("/5meen_us/105")).isEqualTo("http://chat.example.test:8080/");
    assertThat(redirect("/8mede_de/107")).isEqualTo("http://chat.example.test:8080/");
    assertThat(redirect("/5meen_us/60"))
        .isEqualTo("https://server.example.test:8443/svcs/mms/tabs.asp");
    assertThat(ask("GET", "/*", "/favicon.ico", "", "").status()).isEqualTo(404);
  }

  private String redirect(String path) throws Exception {
    HttpResponse answer = ask("GET", "/*", path, "", "");
    assertThat(answer.status()).isEqualTo(302);
    return answer.fields().getFirst().value();
  }
}
