package im.chrysalis.wire.payload;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Abilities;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What {@code UUX} and {@code UBX} carry besides the status: since MSNP11 the personal message,
 * since MSNP16 also the places somebody is signed in from.
 *
 * <pre>
 * &lt;Data>&lt;PSM>Back at five&lt;/PSM>&lt;CurrentMedia>&lt;/CurrentMedia>&lt;/Data>
 * &lt;EndpointData>&lt;Capabilities>2789003324:48&lt;/Capabilities>&lt;/EndpointData>
 * &lt;PrivateEndpointData>&lt;EpName>Desk&lt;/EpName>&lt;Idle>false&lt;/Idle>...&lt;/PrivateEndpointData>
 * </pre>
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/personal-message.md">docs/protocol/personal-message.md</a>
 */
public sealed interface PersonalData {
  /** What everybody may read. */
  record Told(PersonalMessage message) implements PersonalData {}

  /** What the client at this place can do. */
  record PlaceTold(Capabilities capabilities) implements PersonalData {}

  /** What the person's other places may read of this one. */
  record PlaceDescribed(EndpointDetails details) implements PersonalData {}

  /** A place with all that is known of it, for the person's own eyes. */
  record OwnPlace(Endpoint endpoint, EndpointDetails details) {}

  /** Facts that are passed on to dialects since MSNP13; others are dropped. */
  List<String> FURTHER = List.of("MachineGuid", "SignatureSound", "DDP", "Scene", "ColorScheme");

  /**
   * The payload that tells others; empty when there is nothing to tell.
   *
   * @param places only told in dialects that know of places
   */
  static byte[] write(PersonalMessage message, List<Endpoint> places, Dialect dialect) {
    boolean placed = dialect.has(Trait.ENDPOINTS) && !places.isEmpty();
    if (message.isEmpty() && !placed) {
      return new byte[0];
    }
    StringBuilder xml = open(message, dialect);
    if (placed) {
      places.forEach(place -> write(xml, place));
    }
    return close(xml);
  }

  /** The payload that tells a person's own places of each other. */
  static byte[] writeOwn(PersonalMessage message, List<OwnPlace> places, Dialect dialect) {
    StringBuilder xml = open(message, dialect);
    places.forEach(place -> write(xml, place.endpoint()));
    places.forEach(place -> write(xml, place));
    return close(xml);
  }

  /** The payload by which a client tells what it can do at its place. */
  static byte[] write(PlaceTold told) {
    StringBuilder xml = new StringBuilder("<EndpointData>");
    capabilities(xml, told.capabilities());
    return bytes(xml.append("</EndpointData>"));
  }

  /** The payload by which a client describes its place to the person's other places. */
  static byte[] write(PlaceDescribed described) {
    StringBuilder xml = new StringBuilder("<PrivateEndpointData>");
    details(xml, described.details());
    return bytes(xml.append("</PrivateEndpointData>"));
  }

  private static StringBuilder open(PersonalMessage message, Dialect dialect) {
    StringBuilder xml = new StringBuilder("<Data>");
    element(xml, "PSM", message.text());
    element(xml, "CurrentMedia", message.media());
    if (dialect.has(Trait.POLICIES)) {
      for (String name : FURTHER) {
        String value = message.more().get(name);
        if (value != null) {
          element(xml, name, value);
        }
      }
    }
    return xml;
  }

  private static byte[] close(StringBuilder xml) {
    return bytes(xml.append("</Data>"));
  }

  private static byte[] bytes(StringBuilder xml) {
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder xml, Endpoint place) {
    xml.append("<EndpointData id=\"{").append(place.id()).append("}\">");
    capabilities(xml, place.capabilities());
    xml.append("</EndpointData>");
  }

  private static void capabilities(StringBuilder xml, Capabilities told) {
    xml.append("<Capabilities>").append(Abilities.text(told)).append("</Capabilities>");
  }

  private static void write(StringBuilder xml, OwnPlace place) {
    xml.append("<PrivateEndpointData id=\"{").append(place.endpoint().id()).append("}\">");
    details(xml, place.details());
    xml.append("</PrivateEndpointData>");
  }

  private static void details(StringBuilder xml, EndpointDetails details) {
    element(xml, "EpName", details.name());
    element(xml, "Idle", Boolean.toString(details.idle()));
    element(xml, "ClientType", details.clientType());
    element(xml, "State", details.status().code());
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(Xml.text(text));
    xml.append("</").append(name).append('>');
  }

  /**
   * What a client tells. Elements that are not known are passed over, missing ones are empty; an
   * empty payload is a message that says nothing.
   *
   * @throws MalformedCommand when it is no XML of this kind, or has a document type
   */
  static PersonalData read(byte[] xml) throws MalformedCommand {
    if (xml.length == 0) {
      return new Told(PersonalMessage.NONE);
    }
    try {
      return read(Xml.reader(xml));
    } catch (XMLStreamException fault) {
      throw malformed();
    }
  }

  private static PersonalData read(XMLStreamReader in) throws XMLStreamException, MalformedCommand {
    if (!Xml.nextElement(in)) {
      throw malformed();
    }
    String root = in.getLocalName();
    Map<String, String> facts = facts(in);
    Xml.end(in);
    return switch (root) {
      case "Data" -> new Told(message(facts));
      case "EndpointData" -> new PlaceTold(capabilities(facts.getOrDefault("Capabilities", "0")));
      case "PrivateEndpointData" -> new PlaceDescribed(details(facts));
      default -> throw malformed();
    };
  }

  /**
   * The places that somebody is signed in from, as others are told them, or the person's own places
   * with what is for their eyes alone. None where none are told.
   *
   * @throws MalformedCommand when it is no XML of this kind, or has a document type
   */
  static List<OwnPlace> places(byte[] xml) throws MalformedCommand {
    if (xml.length == 0) {
      return List.of();
    }
    try {
      XMLStreamReader in = Xml.reader(xml);
      if (!Xml.nextElement(in) || !in.getLocalName().equals("Data")) {
        throw malformed();
      }
      List<OwnPlace> places = places(in);
      Xml.end(in);
      return places;
    } catch (XMLStreamException fault) {
      throw malformed();
    }
  }

  private static List<OwnPlace> places(XMLStreamReader in)
      throws XMLStreamException, MalformedCommand {
    Map<EndpointId, Endpoint> endpoints = new LinkedHashMap<>();
    Map<EndpointId, EndpointDetails> described = new LinkedHashMap<>();
    while (Xml.nextElement(in)) {
      Optional<EndpointId> id =
          Optional.ofNullable(in.getAttributeValue(null, "id")).flatMap(EndpointId::parse);
      String kind = in.getLocalName();
      if (id.isEmpty()) {
        Xml.textOf(in);
      } else if (kind.equals("EndpointData")) {
        Capabilities told = capabilities(facts(in).getOrDefault("Capabilities", "0"));
        endpoints.put(id.get(), new Endpoint(id.get(), told));
      } else if (kind.equals("PrivateEndpointData")) {
        described.put(id.get(), details(facts(in)));
      } else {
        Xml.textOf(in);
      }
    }
    described
        .keySet()
        .forEach(id -> endpoints.putIfAbsent(id, new Endpoint(id, Capabilities.NONE)));
    return endpoints.values().stream()
        .map(it -> new OwnPlace(it, described.getOrDefault(it.id(), EndpointDetails.NONE)))
        .toList();
  }

  private static Map<String, String> facts(XMLStreamReader in) throws XMLStreamException {
    Map<String, String> facts = new LinkedHashMap<>();
    while (Xml.nextElement(in)) {
      facts.put(in.getLocalName(), Xml.textOf(in));
    }
    return facts;
  }

  private static PersonalMessage message(Map<String, String> facts) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.keySet().retainAll(FURTHER);
    return new PersonalMessage(
        facts.getOrDefault("PSM", ""), facts.getOrDefault("CurrentMedia", ""), more);
  }

  private static Capabilities capabilities(String text) throws MalformedCommand {
    return Abilities.parse(text).orElseThrow(PersonalData::malformed);
  }

  private static EndpointDetails details(Map<String, String> facts) {
    return new EndpointDetails(
        facts.getOrDefault("EpName", ""),
        facts.getOrDefault("ClientType", EndpointDetails.NONE.clientType()),
        facts.getOrDefault("Idle", "").equalsIgnoreCase("true"),
        Status.ofCode(facts.getOrDefault("State", "")).orElse(Status.ONLINE));
  }

  private static MalformedCommand malformed() {
    return new MalformedCommand(Fault.SYNTAX, "no personal data");
  }
}
