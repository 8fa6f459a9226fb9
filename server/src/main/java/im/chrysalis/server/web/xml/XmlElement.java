package im.chrysalis.server.web.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of a document. Names are without prefix and namespace, because clients differ in
 * both.
 *
 * @param name the local name
 * @param attributes by local name
 * @param text the characters directly within it, without those of its children
 */
public record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {

  /** The elements of a name within this one, at any depth, in the order of the document. */
  public Stream<XmlElement> all(String wanted) {
    return children.stream()
        .flatMap(child ->
            Stream.concat(
                Stream.of(child).filter(it -> it.name.equals(wanted)), child.all(wanted)));
  }

  /** The first of them. */
  public Optional<XmlElement> first(String wanted) {
    return all(wanted).findFirst();
  }

  /** The text of the first of them. */
  public Optional<String> textOf(String wanted) {
    return first(wanted).map(XmlElement::text);
  }

  @Override
  public String toString() {
    return "XmlElement[" + name + "]"; // it may hold a password
  }
}
