package im.chrysalis.wire.routed;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Abilities;
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
 * How somebody is there, in MSNP21: a person by services, and their places by services.
 *
 * <pre>
 * &lt;user>
 *   &lt;s n="IM">&lt;Status>NLN&lt;/Status>&lt;CurrentMedia>&lt;/CurrentMedia>&lt;/s>
 *   &lt;s n="PE">&lt;FriendlyName>Anna&lt;/FriendlyName>&lt;PSM>&lt;/PSM>&lt;/s>
 *   &lt;sep n="IM" epid="{GUID}">&lt;Capabilities>2789003324:48&lt;/Capabilities>&lt;/sep>
 *   &lt;sep n="PD" epid="{GUID}">&lt;EpName>Desk&lt;/EpName>&lt;State>NLN&lt;/State>&lt;/sep>
 * &lt;/user>
 * </pre>
 *
 * <p>It says what has changed: what is absent stays as it was, and what is empty is empty now.
 *
 * @param services what holds for the person
 * @param places what holds for one place each
 * @see <a
 *     href="../../../../../../../../docs/protocol/routed.md#presence">docs/protocol/routed.md</a>
 */
public record UserDocument(List<Service> services, List<PlaceService> places) {
  public static final String CONTENT_TYPE = "application/user+xml";

  /** The service of talking: status, media, what a client can do. */
  public static final String IM = "IM";

  /** The service of looks: name, picture, personal message. */
  public static final String PE = "PE";

  /** The service of what only the person's own places may read of each other. */
  public static final String PD = "PD";

  /** The service of the profile. */
  public static final String PF = "PF";

  private static final String STATUS = "Status";
  private static final String MEDIA = "CurrentMedia";
  private static final String NAME = "FriendlyName";
  private static final String MESSAGE = "PSM";
  private static final String PICTURE = "UserTileLocation";
  private static final String CAPABILITIES = "Capabilities";

  /** More services, places or facts than any client has. */
  private static final int MOST = 256;

  /**
   * What holds for the person in one service.
   *
   * @param name {@link #IM}, {@link #PE} and others
   * @param facts by their names in their order, empty ones too; {@code @ts} for one that stands in
   *     the head of the service
   */
  public record Service(String name, Map<String, String> facts) {
    public Service {
      facts = inOrder(facts);
    }

    /** A service and no fact: said of somebody who has left it. */
    public static Service named(String name) {
      return new Service(name, Map.of());
    }
  }

  /**
   * What holds for one place in one service.
   *
   * @param place absent when it is the place that says so
   * @param facts as with {@link Service}
   */
  public record PlaceService(String name, Optional<EndpointId> place, Map<String, String> facts) {
    public PlaceService {
      facts = inOrder(facts);
    }

    /** A service and no fact: said of a place that has left it. */
    public static PlaceService named(String name, EndpointId place) {
      return new PlaceService(name, Optional.of(place), Map.of());
    }

    /** What the client there can do in a service. */
    public static PlaceService able(String name, EndpointId place, Capabilities capabilities) {
      return new PlaceService(
          name, Optional.of(place), Map.of(CAPABILITIES, Abilities.text(capabilities)));
    }

    /** What the person's other places may read of this one. */
    public static PlaceService described(EndpointId place, EndpointDetails details) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("ClientType", details.clientType());
      facts.put("EpName", details.name());
      facts.put("Idle", Boolean.toString(details.idle()));
      facts.put("State", details.status().code());
      return new PlaceService(PD, Optional.of(place), facts);
    }

    /** What the client there can do in this service, when it says so. */
    public Optional<Capabilities> capabilities() {
      return Optional.ofNullable(facts.get(CAPABILITIES)).flatMap(Abilities::parse);
    }

    /** What it says over what is known; nothing when it is of another service. */
    public Optional<EndpointDetails> details(EndpointDetails known) {
      return name.equals(PD)
          ? Optional.of(
              new EndpointDetails(
                  facts.getOrDefault("EpName", known.name()),
                  facts.getOrDefault("ClientType", known.clientType()),
                  Optional.ofNullable(facts.get("Idle"))
                      .map("true"::equalsIgnoreCase)
                      .orElse(known.idle()),
                  Optional.ofNullable(facts.get("State"))
                      .flatMap(Status::ofCode)
                      .orElse(known.status())))
          : Optional.empty();
    }
  }

  public UserDocument {
    services = List.copyOf(services);
    places = List.copyOf(places);
  }

  /** The facts of a service of the person, when it is named. */
  public Optional<Map<String, String>> service(String name) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .map(Service::facts);
  }

  /** The status, when it is said. */
  public Optional<Status> status() {
    return fact(IM, STATUS).flatMap(Status::ofCode);
  }

  /** What somebody listens to or plays, when it is said; empty for nothing. */
  public Optional<String> currentMedia() {
    return fact(IM, MEDIA);
  }

  /** The name, when it is said. */
  public Optional<String> friendlyName() {
    return fact(PE, NAME);
  }

  /** The personal message, when it is said; empty for none. */
  public Optional<String> personalMessage() {
    return fact(PE, MESSAGE);
  }

  /** The display picture's description, when it is said; empty for none. */
  public Optional<String> picture() {
    return fact(PE, PICTURE);
  }

  /** What the client of the first place can do when people talk, if it is said. */
  public Optional<Capabilities> capabilities() {
    return place(IM).flatMap(PlaceService::capabilities);
  }

  /** What it can do about looks, if it is said. */
  public Optional<Capabilities> peCapabilities() {
    return place(PE).flatMap(PlaceService::capabilities);
  }

  /** What the first place tells the person's others, if it is said. */
  public Optional<EndpointDetails> details() {
    return place(PD).flatMap(place -> place.details(EndpointDetails.NONE));
  }

  private Optional<String> fact(String service, String name) {
    return service(service).map(facts -> facts.get(name));
  }

  private Optional<PlaceService> place(String service) {
    return places.stream().filter(place -> place.name().equals(service)).findFirst();
  }

  /** The document. */
  public byte[] bytes() {
    StringBuilder xml = new StringBuilder("<user>");
    for (Service service : services) {
      write(xml, "s", service.name(), Optional.empty(), service.facts());
    }
    for (PlaceService place : places) {
      write(xml, "sep", place.name(), place.place(), place.facts());
    }
    return xml.append("</user>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(
      StringBuilder xml,
      String element,
      String name,
      Optional<EndpointId> place,
      Map<String, String> facts) {
    xml.append('<').append(element).append(" n=\"").append(Xml.attribute(name)).append('"');
    place.ifPresent(it -> xml.append(" epid=\"{").append(it).append("}\""));
    facts.forEach((fact, value) -> {
      if (fact.startsWith("@")) {
        xml.append(' ').append(fact, 1, fact.length());
        xml.append("=\"").append(Xml.attribute(value)).append('"');
      }
    });
    xml.append('>');
    facts.forEach((fact, value) -> {
      if (!fact.startsWith("@")) {
        xml.append('<').append(fact).append('>').append(Xml.text(value));
        xml.append("</").append(fact).append('>');
      }
    });
    xml.append("</").append(element).append('>');
  }

  /**
   * Reads a document. Elements that are not known are passed over.
   *
   * @throws MalformedCommand when it is no XML of this kind, or has a document type
   */
  public static UserDocument read(byte[] xml) throws MalformedCommand {
    try {
      return read(Xml.reader(xml));
    } catch (XMLStreamException fault) {
      throw malformed();
    }
  }

  private static UserDocument read(XMLStreamReader in) throws XMLStreamException, MalformedCommand {
    if (!Xml.nextElement(in) || !in.getLocalName().equals("user")) {
      throw malformed();
    }
    List<Service> services = new ArrayList<>();
    List<PlaceService> places = new ArrayList<>();
    while (Xml.nextElement(in)) {
      switch (in.getLocalName()) {
        case "s" -> services.add(new Service(name(in), facts(in)));
        case "sep" -> places.add(new PlaceService(name(in), place(in), facts(in)));
        default -> Xml.textOf(in);
      }
      limit(services.size() + places.size());
    }
    Xml.end(in);
    return new UserDocument(services, places);
  }

  private static String name(XMLStreamReader in) throws MalformedCommand {
    String name = in.getAttributeValue(null, "n");
    if (name == null || name.isEmpty()) {
      throw malformed();
    }
    return name;
  }

  private static Optional<EndpointId> place(XMLStreamReader in) throws MalformedCommand {
    String epid = in.getAttributeValue(null, "epid");
    if (epid == null) {
      return Optional.empty();
    }
    return Optional.of(EndpointId.parse(epid).orElseThrow(UserDocument::malformed));
  }

  private static Map<String, String> facts(XMLStreamReader in)
      throws XMLStreamException, MalformedCommand {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String name = in.getAttributeLocalName(i);
      if (!name.equals("n") && !name.equals("epid")) {
        facts.put("@" + name, in.getAttributeValue(i));
      }
    }
    while (Xml.nextElement(in)) {
      facts.put(in.getLocalName(), Xml.textOf(in));
      limit(facts.size());
    }
    return facts;
  }

  private static void limit(int count) throws MalformedCommand {
    if (count > MOST) {
      throw new MalformedCommand(Fault.LIMIT, "more than " + MOST + " services or facts");
    }
  }

  private static Map<String, String> inOrder(Map<String, String> facts) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  private static MalformedCommand malformed() {
    return new MalformedCommand(Fault.SYNTAX, "no document of a person");
  }
}
