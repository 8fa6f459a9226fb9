package im.chrysalis.wire.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a document. Nothing is found by its namespace, because old programs are wrong about
 * those more often than about names; some want theirs back in the answer.
 *
 * @param name the local name, in its own case
 * @param namespace as the sender has it; empty when it has none
 * @param attributes values by local name
 * @param children the elements directly below
 * @param text all text directly below, with the white space around it
 */
public record Element(
    String name,
    String namespace,
    Map<String, String> attributes,
    List<Element> children,
    String text) {

  /** The text without the white space around it. */
  public String stripped() {
    return text.strip();
  }

  /** The first child with the name. */
  public Optional<Element> child(String childName) {
    for (Element child : children) {
      if (child.name.equals(childName)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** All children with the name, in their order. */
  public List<Element> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /** All elements of a name below the first child of another: the items of a list. */
  public List<Element> items(String list, String item) {
    return child(list).map(it -> it.children(item)).orElse(List.of());
  }

  /** What is found by following the first child of each name. */
  public Optional<Element> at(String... path) {
    Optional<Element> here = Optional.of(this);
    for (String step : path) {
      here = here.flatMap(element -> element.child(step));
    }
    return here;
  }

  /** The stripped text at the end of a path; nothing when it is not there or blank. */
  public Optional<String> textAt(String... path) {
    return at(path).map(Element::stripped).filter(text -> !text.isEmpty());
  }

  /** Whether the text at the end of a path says yes; nothing when it says neither. */
  public Optional<Boolean> flagAt(String... path) {
    return textAt(path)
        .flatMap(text ->
            switch (text) {
              case "true", "1" -> Optional.of(true);
              case "false", "0" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** All elements with the name at any depth below, in the order of the document. */
  public Stream<Element> all(String wanted) {
    return children.stream()
        .flatMap(child ->
            Stream.concat(
                Stream.of(child).filter(it -> it.name.equals(wanted)), child.all(wanted)));
  }

  /** The first of {@link #all}. */
  public Optional<Element> first(String wanted) {
    return all(wanted).findFirst();
  }

  /** The whole text of the first of {@link #all}. */
  public Optional<String> textOf(String wanted) {
    return first(wanted).map(Element::text);
  }

  @Override
  public String toString() {
    return "Element[" + name + "]"; // it may hold a password
  }
}
