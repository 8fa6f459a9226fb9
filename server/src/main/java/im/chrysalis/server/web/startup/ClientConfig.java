package im.chrysalis.server.web.startup;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.web.Links;
import im.chrysalis.server.web.soap.SoapAnswers;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The configuration of clients since MSN 7.0. They keep it, so it says that it expires at once.
 *
 * @see <a href="../../../../../../../../../docs/protocol/storage.md">docs/protocol/storage.md</a>
 */
final class ClientConfig implements HttpService {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  private static final String TYPE = "text/xml; charset=utf-8";

  private static final Template CONFIG =
      Template.of(
          """
          <MsgrConfig><Simple><Config><ExpiresInDays>0</ExpiresInDays></Config>
          <DisablePhoneDialer>1</DisablePhoneDialer>
          <MinFlashPlayer BuildNumber="28" MajorVersion="9" MinorVersion="0"/>
          <Relay><Enabled>0</Enabled><MaxCallLength>0</MaxCallLength></Relay>
          <TrustedDomains></TrustedDomains>
          <ErrorResponseTable><Feature type="0" name="Login">
          <Entry hr="0x80048820" action="3"/><Entry hr="0x80072EE7" action="3"/>
          <Entry hr="0x80072EFD" action="3"/></Feature></ErrorResponseTable></Simple>
          <TabConfig>{tabs}</TabConfig>{book}
          <LocalizedConfig Market="en-US"><AdMainConfig><TextAdRefresh>1</TextAdRefresh>
          <TextAdServer>{root}{textAd}</TextAdServer></AdMainConfig></LocalizedConfig></MsgrConfig>
          """);

  private static final Template BOOK =
      Template.of("<AbchCfg><abchconfig><url>{url}</url></abchconfig></AbchCfg>");

  private static final Template ENVELOPED =
      Template.of(
          """
          <GetClientConfigResponse xmlns="http://www.msn.com/webservices/Messenger/Client">
          <GetClientConfigResult><![CDATA[{config}]]></GetClientConfigResult>
          </GetClientConfigResponse>
          """);

  private final Function<HttpRequest, Optional<String>> book;

  ClientConfig(Function<HttpRequest, Optional<String>> book) {
    this.book = book;
  }

  /** COMPAT MSN 7.0, 7.5: they post for it, and get it as a text within an envelope. */
  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    Markup config = config(request);
    return CompletableFuture.completedStage(
        request.method().equals("POST")
            ? SoapAnswers.answer(Markup.NONE, ENVELOPED.fill(config))
            : HttpResponse.ok(TYPE, DECLARATION + config.xml()));
  }

  private Markup config(HttpRequest request) {
    return CONFIG.fill(
        Tabs.NONE,
        book.apply(request).map(BOOK::fill).orElse(Markup.NONE),
        Links.root(request),
        StartUpServices.TEXT_AD);
  }
}
