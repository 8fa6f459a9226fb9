package im.chrysalis.server.web.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopeTest {
  private static Envelope read(String text) throws MalformedXml {
    return Envelope.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void isRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedXml.class);
  }

  private static String body(String content) {
    return "<s:Envelope xmlns:s=\"urn:s\"><s:Body>" + content + "</s:Body></s:Envelope>";
  }

  @Test
  void prefixesAndNamespacesMakeNoDifference() throws Exception {
    Envelope envelope =
        read(
            "\uFEFF<?xml version='1.0' encoding='utf-16'?>\n<!-- hello -->\n"
                + "<e:Envelope xmlns:e='urn:e'><e:Header><a:Who xmlns:a='urn:a'> anna \n</a:Who>"
                + "</e:Header>\n<e:Body>\n <b:Find xmlns:b='urn:b' b:way='fast'><b:List><Item>1"
                + "</Item><Item>2</Item></b:List></b:Find></e:Body></e:Envelope>\0 rubbish");
    assertThat(envelope.header().textAt("Who")).contains("anna");
    Element find = envelope.operation();
    assertThat(find.name()).isEqualTo("Find");
    assertThat(find.attributes()).containsEntry("way", "fast");
    assertThat(find.items("List", "Item")).extracting(Element::text).containsExactly("1", "2");
    assertThat(find.textAt("List", "Nothing")).isEmpty();
  }

  @Test
  void escapedTextAndCdataAreOneText() throws Exception {
    assertThat(read(body("<a>t=1&amp;p=&#50;<![CDATA[<&>]]></a>")).operation().text())
        .isEqualTo("t=1&p=2<&>");
  }

  @Test
  void anEnvelopeNeedsNoHeader() throws Exception {
    assertThat(read(body("<a/>")).header().children()).isEmpty();
  }

  @Test
  void whatIsNoEnvelopeIsRefused() {
    isRefused("");
    isRefused("hello");
    isRefused("<a/>");
    isRefused("<Envelope/>");
    isRefused("<Envelope><Body/></Envelope>");
    isRefused("<Envelope><Body><a></Body></Envelope>");
    isRefused("<Envelope><Body><a>\u0001</a></Body></Envelope>");
    isRefused("<Envelope><Body><x:a/></Body></Envelope>");
  }

  @Test
  void nothingIsReadFromElsewhere(@TempDir Path directory) throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "secret");
    isRefused("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + body("<a>&x;</a>"));
    isRefused("<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\">" + body("<a/>"));
    isRefused("<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]>" + body("<a/>"));
  }

  @Test
  void entitiesDoNotGrow() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      String before = "&l" + (i - 1) + ";";
      dtd.append("<!ENTITY l").append(i).append(" \"").append(before.repeat(10)).append("\">");
    }
    isRefused(dtd + "]>" + body("<a>&l11;</a>"));
    isRefused(body("<a>&unknown;</a>"));
  }

  @Test
  void thereAreLimitsInEveryDirection() throws Exception {
    isRefused("<a>".repeat(100_000));
    isRefused(body("<a>".repeat(31) + "</a>".repeat(31)));
    read(body("<a>".repeat(30) + "</a>".repeat(30)));
    isRefused(body("<l>" + "<i/>".repeat(XmlReader.MOST_ELEMENTS) + "</l>"));
    isRefused(body("<a>" + "x".repeat(XmlReader.MOST_BYTES) + "</a>"));
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i <= XmlReader.MOST_ATTRIBUTES; i++) {
      attributes.append(" a").append(i).append("='1'");
    }
    isRefused(body("<a" + attributes + "/>"));
  }

  @Test
  void aComplaintDoesNotRepeatTheRequest() {
    assertThatThrownBy(() -> read("<Envelope><Ticket>secret</Tick>"))
        .hasMessageNotContaining("Ticket")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }
}
