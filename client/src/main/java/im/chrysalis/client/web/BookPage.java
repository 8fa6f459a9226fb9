package im.chrysalis.client.web;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Contacts and groups, as {@code ABFindContactsPaged} and {@code ABFindAll} tell them, which differ
 * in capital letters. People of other networks, those who are not in the messenger, and circles are
 * passed over.
 *
 * @param ownName what the owner is called
 * @param settings the owner's annotations by their names
 */
public record BookPage(
    Optional<String> ownName, Map<String, String> settings, List<Card> cards, List<Group> groups) {
  /** The setting of what holds for people on neither the allow nor the block list: 1 or 2. */
  public static final String PRIVACY = "MSN.IM.BLP";

  /** The setting of whether the owner is asked when somebody adds them: 1 or 2. */
  public static final String ADD_NOTICE = "MSN.IM.GTC";

  private static final String NICKNAME = "AB.NickName";

  public BookPage {
    settings = Map.copyOf(settings);
    cards = List.copyOf(cards);
    groups = List.copyOf(groups);
  }

  /**
   * A contact.
   *
   * @param label what the owner calls them
   * @param name what they call themselves
   * @param groups ids
   */
  public record Card(
      String id,
      EmailAddress who,
      Optional<String> label,
      Optional<String> name,
      Set<String> groups) {
    public Card {
      groups = Set.copyOf(groups);
    }
  }

  public record Group(String id, String name) {}

  /** Reads the answer to either question. */
  public static BookPage read(Element operation) {
    Optional<String> ownName = Optional.empty();
    Map<String, String> settings = new LinkedHashMap<>();
    List<Card> cards = new ArrayList<>();
    for (Element contact : items(operation, "contacts", "Contact")) {
      Optional<Element> info = contact.child("contactInfo");
      if (info.isEmpty() || contact.flagAt("fDeleted").orElse(false)) {
        continue;
      }
      switch (info.get().textAt("contactType").orElse("Regular")) {
        case "Me" -> {
          ownName = info.get().textAt("displayName");
          settings.putAll(annotations(info.get()));
        }
        case "Circle" -> {}
        default -> card(contact, info.get()).ifPresent(cards::add);
      }
    }
    return new BookPage(ownName, settings, cards, groups(operation));
  }

  private static Optional<Card> card(Element contact, Element info) {
    Optional<String> id = contact.textAt("contactId");
    Optional<EmailAddress> who = info.textAt("passportName").flatMap(EmailAddress::parse);
    if (id.isEmpty() || who.isEmpty() || !info.flagAt("isMessengerUser").orElse(true)) {
      return Optional.empty();
    }
    Set<String> groups = new LinkedHashSet<>();
    info.items("groupIds", "guid").forEach(guid -> groups.add(guid.stripped()));
    return Optional.of(
        new Card(
            id.get(),
            who.get(),
            Optional.ofNullable(annotations(info).get(NICKNAME)).filter(it -> !it.isEmpty()),
            info.textAt("displayName").or(() -> info.textAt("quickName")),
            groups));
  }

  private static List<Group> groups(Element operation) {
    List<Group> groups = new ArrayList<>();
    for (Element group : items(operation, "groups", "Group")) {
      Optional<String> id = group.textAt("groupId");
      if (id.isPresent() && !group.flagAt("fDeleted").orElse(false)) {
        groups.add(new Group(id.get(), group.textAt("groupInfo", "name").orElse("")));
      }
    }
    return groups;
  }

  private static Map<String, String> annotations(Element info) {
    Map<String, String> annotations = new LinkedHashMap<>();
    for (Element annotation : info.items("annotations", "Annotation")) {
      annotation
          .textAt("Name")
          .ifPresent(name -> annotations.put(name, annotation.textAt("Value").orElse("")));
    }
    return annotations;
  }

  private static List<Element> items(Element operation, String list, String item) {
    return operation.children().stream()
        .filter(it -> it.name().endsWith("Result"))
        .flatMap(it -> it.children().stream())
        .filter(it -> it.name().equalsIgnoreCase(list))
        .flatMap(it -> it.children(item).stream())
        .toList();
  }
}
