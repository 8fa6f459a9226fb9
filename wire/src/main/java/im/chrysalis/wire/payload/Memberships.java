package im.chrysalis.wire.payload;

import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Who is on which lists, as {@code ADL}, {@code RML} and {@code FQY} carry it since MSNP13.
 *
 * <pre>
 * &lt;ml l="1">&lt;d n="example.com">&lt;c n="ben" l="3" t="1"/>&lt;/d>&lt;t>&lt;c n="tel:+15551234" l="3"/>&lt;/t>&lt;/ml>
 *     |            |               |     |     |
 *     all of them  domain          name  lists network
 * </pre>
 *
 * @param mark what these people are named for
 * @param people in their order; a telephone number is a name without a domain
 * @see <a
 *     href="../../../../../../../../docs/protocol/memberships.md">docs/protocol/memberships.md</a>
 */
public record Memberships(Mark mark, List<Member> people) {
  /** The network of those who have an account here. */
  public static final int HERE = 1;

  private static final int MOST = 2000;
  private static final List<String> SERVICES = List.of("IM", "PE");
  private static final List<String> OWN_SERVICES = List.of("IM", "PE", "PD", "PF");

  /** What a sum of lists, or the number of a network, is at most: 16 bits. */
  private static final int HIGHEST = 0xFFFF;

  public Memberships {
    people = List.copyOf(people);
  }

  /** What the attribute {@code l} of the whole says. */
  public enum Mark {
    /** Nothing: a change, a question or an answer. */
    NONE,

    /** {@code l="1"}: all lists that the client knows. */
    INITIAL,

    /** {@code l="2"}: a question after every network, this one too. */
    NETWORKS
  }

  /**
   * One person.
   *
   * @param account {@code ben@example.com}, or {@code tel:+15551234}; as it came
   * @param lists the sum of the lists' bits; 0 where it is not said
   * @param network {@value #HERE} for those of this network
   * @param name the friendly name, which only servers say
   */
  public record Member(String account, int lists, int network, Optional<String> name) {
    /** Somebody of this network. */
    public static Member of(EmailAddress who, int lists, Optional<String> name) {
      return new Member(who.text(), lists, HERE, name);
    }

    /** The address, if it is one. */
    public Optional<EmailAddress> address() {
      return EmailAddress.parse(account);
    }
  }

  /** People as a change, or as an answer. */
  public static Memberships of(List<Member> people) {
    return new Memberships(Mark.NONE, people);
  }

  /** Whether these are all lists that the client knows, and not a change of them. */
  public boolean isInitial() {
    return mark == Mark.INITIAL;
  }

  /**
   * The payload. COMPAT aMSN, emesene: they cut the text at {@code <d n="} and {@code <c n="}, so
   * the attributes have this order, and there is one person a command where they are told of
   * somebody.
   */
  public String xml() {
    return xml(true, List.of());
  }

  /** The payload of a client: in MSNP21 lists are said of each service of a person. */
  public String xml(Dialect dialect) {
    return xml(true, dialect.has(Trait.ROUTED) ? SERVICES : List.of());
  }

  /** The payload by which a client of MSNP21 says that it has these services itself. */
  public static String ofOneself(EmailAddress self) {
    int lists = ContactList.FORWARD.bit() | ContactList.ALLOW.bit();
    return of(List.of(Member.of(self, lists, Optional.empty()))).xml(true, OWN_SERVICES);
  }

  /**
   * The payload of an answer. COMPAT MSNPSharp 3: unless it asked for this network too, it adds
   * everybody again whose network is named, and asks again, for ever.
   */
  public String answering(Memberships question) {
    return xml(question.mark() == Mark.NETWORKS, List.of());
  }

  private String xml(boolean isHereNamed, List<String> services) {
    Map<String, StringBuilder> byDomain = new LinkedHashMap<>();
    for (Member member : people) {
      String account = member.account();
      int at = account.lastIndexOf('@');
      boolean isAddress = at > 0 && at < account.length() - 1;
      String domain = isAddress ? account.substring(at + 1) : "";
      String local = isAddress ? account.substring(0, at) : account;
      StringBuilder persons = byDomain.computeIfAbsent(domain, _ -> new StringBuilder());
      write(persons, local, member, isHereNamed || member.network() != HERE, services);
    }
    StringBuilder xml = new StringBuilder(isInitial() ? "<ml l=\"1\">" : "<ml>");
    byDomain.forEach((domain, persons) -> {
      xml.append(domain.isEmpty() ? "<t>" : "<d n=\"" + Xml.attribute(domain) + "\">");
      xml.append(persons).append(domain.isEmpty() ? "</t>" : "</d>");
    });
    return xml.append("</ml>").toString();
  }

  private static void write(
      StringBuilder xml,
      String local,
      Member member,
      boolean isNetworkNamed,
      List<String> services) {
    xml.append("<c n=\"").append(Xml.attribute(local)).append('"');
    if (isNetworkNamed) {
      xml.append(" t=\"").append(member.network()).append('"');
    }
    if (!services.isEmpty()) {
      xml.append('>');
      services.forEach(service ->
          xml.append("<s l=\"")
              .append(member.lists())
              .append("\" n=\"")
              .append(service)
              .append("\"/>"));
      xml.append("</c>");
      return;
    }
    if (member.lists() != 0) {
      xml.append(" l=\"").append(member.lists()).append('"');
    }
    member
        .name()
        .ifPresent(name ->
            xml.append(" f=\"").append(Xml.attribute(EncodedText.of(name).word())).append('"'));
    xml.append("/>");
  }

  /**
   * Reads a payload.
   *
   * @throws MalformedCommand {@link Fault#SYNTAX} for what is no such XML, {@link Fault#CHOICE} for
   *     a domain with nobody in it
   */
  public static Memberships read(byte[] xml) throws MalformedCommand {
    try {
      return read(Xml.reader(xml));
    } catch (XMLStreamException fault) {
      throw malformed();
    }
  }

  private static Memberships read(XMLStreamReader in) throws XMLStreamException, MalformedCommand {
    begin(in, "ml");
    Mark mark = mark(in.getAttributeValue(null, "l"));
    List<Member> people = new ArrayList<>();
    while (Xml.nextElement(in)) {
      switch (in.getLocalName()) {
        case "d" -> readPeople(in, "@" + attribute(in, "n"), people);
        case "t" -> readPeople(in, "", people);
        default -> throw malformed();
      }
    }
    Xml.end(in);
    return new Memberships(mark, people);
  }

  private static Mark mark(@Nullable String value) {
    return switch (value) {
      case "1" -> Mark.INITIAL;
      case "2" -> Mark.NETWORKS;
      case null, default -> Mark.NONE;
    };
  }

  private static void begin(XMLStreamReader in, String name)
      throws XMLStreamException, MalformedCommand {
    if (!Xml.nextElement(in) || !in.getLocalName().equals(name)) {
      throw malformed();
    }
  }

  private static void readPeople(XMLStreamReader in, String domain, List<Member> people)
      throws XMLStreamException, MalformedCommand {
    int before = people.size();
    while (Xml.nextElement(in)) {
      if (!in.getLocalName().equals("c")) {
        throw malformed();
      }
      if (people.size() >= MOST) {
        throw new MalformedCommand(Fault.LIMIT, "more than " + MOST + " people");
      }
      people.add(readPerson(in, domain));
    }
    if (people.size() == before) {
      throw new MalformedCommand(Fault.CHOICE, "a domain with nobody in it");
    }
  }

  private static Member readPerson(XMLStreamReader in, String domain)
      throws XMLStreamException, MalformedCommand {
    String account = attribute(in, "n") + domain;
    int lists = number(in, "l", 0);
    int network = number(in, "t", domain.isEmpty() ? 4 : HERE);
    Optional<String> name =
        Optional.ofNullable(in.getAttributeValue(null, "f"))
            .map(word -> EncodedText.raw(word).text());
    while (Xml.nextElement(in)) {
      // COMPAT MSNP21: services of the person, each with lists of its own
      lists |= number(in, "l", 0);
      if (Xml.nextElement(in)) {
        throw malformed();
      }
    }
    return new Member(account, lists, network, name);
  }

  private static String attribute(XMLStreamReader in, String name) throws MalformedCommand {
    String value = in.getAttributeValue(null, name);
    if (value == null || value.isEmpty()) {
      throw malformed();
    }
    return value;
  }

  private static int number(XMLStreamReader in, String name, int otherwise)
      throws MalformedCommand {
    String value = in.getAttributeValue(null, name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > HIGHEST) {
      throw malformed();
    }
    return Integer.parseInt(value);
  }

  private static MalformedCommand malformed() {
    return new MalformedCommand(Fault.SYNTAX, "no such list of people");
  }
}
