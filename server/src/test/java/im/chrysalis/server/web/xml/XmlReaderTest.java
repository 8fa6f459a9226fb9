package im.chrysalis.server.web.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
  private static XmlElement read(String document) throws MalformedXml {
    return XmlReader.read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void refuses(String document) {
    assertThatThrownBy(() -> read(document)).isInstanceOf(MalformedXml.class);
  }

  @Test
  void namesAreWithoutPrefixAndTextIsWhole() throws Exception {
    XmlElement root =
        read("<a:x xmlns:a='urn:a'><y a:Id='1'>p<!-- -->&amp;<![CDATA[<q>]]>&#9829;</y></a:x>");
    assertThat(root.name()).isEqualTo("x");
    assertThat(root.first("y").orElseThrow().attributes()).isEqualTo(Map.of("Id", "1"));
    assertThat(root.textOf("y")).contains("p&<q>♥");
  }

  @Test
  void elementsAreFoundAtAnyDepthInTheirOrder() throws Exception {
    XmlElement root = read("<r><a>1</a><b><a>2<a>3</a></a></b><a>4</a></r>");
    assertThat(root.all("a").map(XmlElement::text)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void aDocumentTypeIsRefused(@TempDir Path directory) throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "hidden");
    refuses("<!DOCTYPE r><r/>");
    refuses("<!DOCTYPE r [<!ENTITY e SYSTEM '%s'>]><r>&e;</r>".formatted(secret.toUri()));
    refuses("<!DOCTYPE r SYSTEM '%s'><r/>".formatted(secret.toUri()));
    refuses("<!DOCTYPE r [<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p;]><r/>");
  }

  @Test
  void entitiesThatBlowUpAreRefused() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 'lol'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
    }
    refuses(bomb + "]><r>&e29;</r>");
  }

  @Test
  void unknownEntitiesAreRefused() {
    refuses("<r>&nbsp;</r>");
    refuses("<r a='&e;'/>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "<r>",
        "<r></s>",
        "<r/><r/>",
        "<r a='1' a='2'/>",
        "<p:r/>",
        "<r>&</r>",
        "<r>&#0;</r>",
        "<r/>x",
        "<?xml version='1.0' encoding='no-such'?><r/>",
        "<?xml version='1.0' encoding='UTF-16'?><r/>"
      })
  void whatIsNotWellFormedIsRefused(String document) {
    refuses(document);
  }

  @Test
  void depthAndNumberAreLimited() throws Exception {
    assertThat(read("<a>".repeat(XmlReader.MOST_DEPTH) + "</a>".repeat(XmlReader.MOST_DEPTH)))
        .isNotNull();
    int tooDeep = XmlReader.MOST_DEPTH + 1;
    refuses("<a>".repeat(tooDeep) + "</a>".repeat(tooDeep));
    refuses("<a>".repeat(200_000));
    refuses("<r>" + "<a/>".repeat(XmlReader.MOST_ELEMENTS) + "</r>");
    StringBuilder wide = new StringBuilder("<r");
    for (int i = 0; i <= XmlReader.MOST_ATTRIBUTES; i++) {
      wide.append(" a").append(i).append("=''");
    }
    refuses(wide + "/>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"})
  void documentsAreReadInTheEncodingThatTheyName(String encoding) throws Exception {
    String document = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><r>pässword</r>";
    assertThat(XmlReader.read(document.getBytes(Charset.forName(encoding))).text())
        .isEqualTo("pässword");
  }

  @Test
  void bytesThatAreNotInTheirEncodingAreRefused() {
    byte[] latin = "<r>pässword</r>".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> XmlReader.read(latin)).isInstanceOf(MalformedXml.class);
  }

  @Test
  void aComplaintCitesNothing() {
    assertThatThrownBy(() -> read("<Password>sesame&</Password>"))
        .isInstanceOf(MalformedXml.class)
        .hasNoCause()
        .hasMessageNotContaining("sesame");
  }
}
