package im.chrysalis.wire.routed;

import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.payload.Xml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Who is in a group, and how it looks: of circles since MSNP18, of groups that last for a
 * conversation in MSNP21.
 *
 * <pre>
 * &lt;circle>
 *   &lt;roster>&lt;id>IM&lt;/id>
 *     &lt;user>&lt;id>1:ben@example.com&lt;/id>&lt;state>Pending&lt;/state>&lt;/user>
 *   &lt;/roster>
 *   &lt;props>&lt;presence dtype="xml">&lt;Data>&lt;MFN>Choir&lt;/MFN>&lt;PSM>&lt;/PSM>&lt;/Data>&lt;/presence>&lt;/props>
 * &lt;/circle>
 * </pre>
 *
 * @param members those that are told of; not always all
 * @param facts how the group looks, by the names of the elements in their order: what is absent
 *     stays as it was, and what is empty is empty now
 * @see <a href="../../../../../../../../docs/protocol/routed.md#groups">docs/protocol/routed.md</a>
 */
public record RosterDocument(List<Member> members, Map<String, String> facts) {
  /** Of circles, and of anybody's coming and going. */
  public static final String CIRCLE_TYPE = "application/circles+xml";

  /** Of making a group for a conversation and asking people into it. */
  public static final String MULTIPARTY_TYPE = "application/multiparty+xml";

  private static final String PENDING = "Pending";
  private static final String NAME = "MFN";
  private static final String MESSAGE = "PSM";
  private static final int MOST = 2000;

  /**
   * Somebody in the group.
   *
   * @param state {@code Pending} for who has been asked and has not come
   */
  public record Member(RoutedAddress who, Optional<String> state) {
    /** Somebody who is there. */
    public static Member of(RoutedAddress who) {
      return new Member(who, Optional.empty());
    }

    /** Somebody who has been asked. */
    public static Member pending(RoutedAddress who) {
      return new Member(who, Optional.of(PENDING));
    }

    public boolean isPending() {
      return state.filter(PENDING::equalsIgnoreCase).isPresent();
    }
  }

  public RosterDocument {
    members = List.copyOf(members);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** People, and nothing of how the group looks. */
  public static RosterDocument of(List<Member> members) {
    return new RosterDocument(members, Map.of());
  }

  /** What a group is called and what stands below its name. */
  public static RosterDocument looks(String name, String message) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("UTL", "");
    facts.put(NAME, name);
    facts.put(MESSAGE, message);
    facts.put("CurrentMedia", "");
    return new RosterDocument(List.of(), facts);
  }

  /** What the group is called, when it is said. */
  public Optional<String> name() {
    return Optional.ofNullable(facts.get(NAME));
  }

  /** What stands below its name, when it is said; empty for nothing. */
  public Optional<String> personalMessage() {
    return Optional.ofNullable(facts.get(MESSAGE));
  }

  /** The document. COMPAT MSNPSharp: one that says nothing has this layout exactly. */
  public byte[] bytes() {
    StringBuilder xml = new StringBuilder("<circle>");
    if (!members.isEmpty()) {
      xml.append("<roster><id>").append(UserDocument.IM).append("</id>");
      members.forEach(member -> write(xml, member));
      xml.append("</roster>");
    }
    if (!facts.isEmpty()) {
      xml.append("<props><presence dtype=\"xml\"><Data>");
      facts.forEach((name, value) -> element(xml, name, value));
      xml.append("</Data></presence></props>");
    }
    return xml.append("</circle>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder xml, Member member) {
    xml.append("<user>");
    element(xml, "id", member.who().word());
    member.state().ifPresent(state -> element(xml, "state", state));
    xml.append("</user>");
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(Xml.text(text));
    xml.append("</").append(name).append('>');
  }

  /**
   * Reads a document; no bytes are one that says nothing. Elements that are not known are passed
   * over.
   *
   * @throws MalformedCommand {@link Fault#SYNTAX} for what is no such XML or has a document type,
   *     {@link Fault#ADDRESS} for a member that is none
   */
  public static RosterDocument read(byte[] xml) throws MalformedCommand {
    if (xml.length == 0) {
      return of(List.of());
    }
    try {
      return read(Xml.reader(xml));
    } catch (XMLStreamException fault) {
      throw malformed();
    }
  }

  private static RosterDocument read(XMLStreamReader in)
      throws XMLStreamException, MalformedCommand {
    if (!Xml.nextElement(in) || !in.getLocalName().equals("circle")) {
      throw malformed();
    }
    List<Member> members = new ArrayList<>();
    Map<String, String> facts = new LinkedHashMap<>();
    while (Xml.nextElement(in)) {
      switch (in.getLocalName()) {
        case "roster" -> readRoster(in, members);
        case "props" -> readFacts(in, facts);
        default -> Xml.textOf(in);
      }
    }
    Xml.end(in);
    return new RosterDocument(members, facts);
  }

  private static void readRoster(XMLStreamReader in, List<Member> members)
      throws XMLStreamException, MalformedCommand {
    while (Xml.nextElement(in)) {
      if (in.getLocalName().equals("user")) {
        members.add(readMember(in));
      } else {
        Xml.textOf(in);
      }
      limit(members.size());
    }
  }

  private static Member readMember(XMLStreamReader in) throws XMLStreamException, MalformedCommand {
    Optional<RoutedAddress> who = Optional.empty();
    Optional<String> state = Optional.empty();
    while (Xml.nextElement(in)) {
      switch (in.getLocalName()) {
        case "id" -> who = RoutedAddress.parse(Xml.textOf(in));
        case "state" -> state = Optional.of(Xml.textOf(in).strip());
        default -> Xml.textOf(in);
      }
    }
    return new Member(
        who.orElseThrow(() -> new MalformedCommand(Fault.ADDRESS, "a member that is nobody")),
        state);
  }

  /** Reads {@code <presence><Data>} within {@code <props>}. */
  private static void readFacts(XMLStreamReader in, Map<String, String> facts)
      throws XMLStreamException, MalformedCommand {
    while (enter(in, "presence")) {
      while (enter(in, "Data")) {
        while (Xml.nextElement(in)) {
          facts.put(in.getLocalName(), Xml.textOf(in));
          limit(facts.size());
        }
      }
    }
  }

  /** Goes on to the next element of a name within the one that reading stands in. */
  private static boolean enter(XMLStreamReader in, String name) throws XMLStreamException {
    while (Xml.nextElement(in)) {
      if (in.getLocalName().equals(name)) {
        return true;
      }
      Xml.textOf(in);
    }
    return false;
  }

  private static void limit(int count) throws MalformedCommand {
    if (count > MOST) {
      throw new MalformedCommand(Fault.LIMIT, "more than " + MOST + " members or facts");
    }
  }

  private static MalformedCommand malformed() {
    return new MalformedCommand(Fault.SYNTAX, "no document of a group");
  }
}
