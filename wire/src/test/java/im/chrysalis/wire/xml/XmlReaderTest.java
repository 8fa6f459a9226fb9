package im.chrysalis.wire.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
  private static Element read(String document) throws MalformedXml {
    return XmlReader.read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void refuses(String document) {
    assertThatThrownBy(() -> read(document)).isInstanceOf(MalformedXml.class);
  }

  @Test
  void namesAreWithoutPrefixAndTextIsWhole() throws Exception {
    Element root =
        read("<a:x xmlns:a='urn:a'><y a:Id='1'>p<!-- -->&amp;<![CDATA[<q>]]>&#9829;</y></a:x>");
    assertThat(root.name()).isEqualTo("x");
    assertThat(root.first("y").orElseThrow().attributes()).isEqualTo(Map.of("Id", "1"));
    assertThat(root.textOf("y")).contains("p&<q>♥");
  }

  @Test
  void elementsAreFoundAtAnyDepthInTheirOrder() throws Exception {
    Element root = read("<r><a>1</a><b><a>2<a>3</a></a></b><a>4</a></r>");
    assertThat(root.all("a").map(Element::text)).containsExactly("1", "2", "3", "4");
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
  void undecodableBytesAreNotToldToTheTerminal() {
    PrintStream before = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      for (String start : List.of("", "<r>", "<?xml version='1.0'?><r a='")) {
        byte[] bytes = (start + "ä'></r>").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> XmlReader.read(bytes)).isInstanceOf(MalformedXml.class);
      }
    } finally {
      System.setErr(before);
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void theSizeIsLimited() throws Exception {
    String most = "<r>" + "x".repeat(XmlReader.MOST_BYTES - 7) + "</r>";
    assertThat(read(most).text()).hasSize(XmlReader.MOST_BYTES - 7);
    refuses(most + " ");
  }

  @Test
  void anAnswerMayBeLonger() throws Exception {
    String longer = "<r>" + "x".repeat(XmlReader.MOST_BYTES) + "</r>";
    assertThat(XmlReader.readAnswer(longer.getBytes(StandardCharsets.UTF_8)).text())
        .hasSize(XmlReader.MOST_BYTES);
    byte[] most = new byte[XmlReader.MOST_ANSWER_BYTES + 1];
    assertThatThrownBy(() -> XmlReader.readAnswer(most)).isInstanceOf(MalformedXml.class);
  }

  @Test
  void carelessClientsAreReadLeniently() throws Exception {
    byte[] careless =
        "\uFEFF<?xml version='1.0' encoding='utf-16'?><r> ä♥ </r>\0 rubbish"
            .getBytes(StandardCharsets.UTF_8);
    Element root = XmlReader.readLeniently(careless);
    assertThat(root.text()).isEqualTo(" ä♥ ");
    assertThat(root.stripped()).isEqualTo("ä♥");
    assertThat(XmlReader.readLeniently("<r>ä</r>".getBytes(StandardCharsets.ISO_8859_1)).text())
        .isEqualTo("\uFFFD");
  }

  @Test
  void aByteOrderMarkSaysMoreThanTheDeclaration() throws Exception {
    byte[] marked =
        "\uFEFF<?xml version='1.0' encoding='windows-1252'?><r>ä</r>"
            .getBytes(StandardCharsets.UTF_16LE);
    assertThat(XmlReader.read(marked).text()).isEqualTo("ä");
    assertThat(XmlReader.read("<r>ä</r>".getBytes(StandardCharsets.UTF_16LE)).text())
        .isEqualTo("ä");
  }

  @Test
  void aComplaintCitesNothing() {
    assertThatThrownBy(() -> read("<Password>sesame&</Password>"))
        .isInstanceOf(MalformedXml.class)
        .hasNoCause()
        .hasMessageNotContaining("sesame");
  }
}
