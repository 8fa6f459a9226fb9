package im.chrysalis.store;

import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;

import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.store.Credentials.Secrets;
import im.chrysalis.store.ImportedAccount.Link;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Alias;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Guid;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Understands one line of an import: {@code {"account":"anna@example.com","password":"…"}}. */
final class ImportLine {
  private static final String A_HASH = "an Argon2id hash: $argon2id$v=19$m=…,t=…,p=…$SALT$HASH";
  static final String A_GUID = "a GUID: 01234567-89ab-cdef-0123-456789abcdef";

  private final JsonFields fields;
  private final List<Group> groups = new ArrayList<>();

  private ImportLine(JsonFields fields) {
    this.fields = fields;
  }

  /**
   * Reads a line.
   *
   * @throws BadLineException when the line alone shows that it can't be used
   */
  static ImportedAccount read(long number, String text) throws BadLineException {
    return new ImportLine(JsonFields.of(text)).read(number);
  }

  private ImportedAccount read(long number) throws BadLineException {
    NewAccount wanted = wanted();
    Secrets secrets = secrets(wanted);
    readGroups();
    ImportedAccount account =
        new ImportedAccount(
            number,
            wanted,
            secrets,
            fields.parsed("blp", PrivacyDefault::ofCode, "AL or BL").orElse(PrivacyDefault.ALLOW),
            fields.parsed("gtc", AddNotice::ofCode, "A or N").orElse(AddNotice.ASK),
            properties(),
            atLeast(1, "version"),
            created(),
            groups,
            contacts(),
            listing(),
            Belongings.read(fields),
            NoteFields.read(fields),
            atLeast(0, "circleVersion"),
            CircleFields.read(fields, wanted.address()));
    fields.end();
    return account;
  }

  private NewAccount wanted() throws BadLineException {
    return new NewAccount(
        address(fields, "account"),
        fields.text("name"),
        fields.parsed("alias", Alias::parse, "3 to 16 letters and digits, a letter first"),
        number(),
        fields.parsed("guid", Guid::parse, A_GUID),
        cid(),
        fields.text("password"),
        fields.flag("legacy"));
  }

  static EmailAddress address(JsonFields fields, String name) throws BadLineException {
    String text = fields.requiredText(name);
    try {
      return EmailAddress.of(text);
    } catch (IllegalArgumentException e) {
      throw new BadLineException(fields.path(name) + ": " + e.getMessage());
    }
  }

  private Optional<AccountId> number() throws BadLineException {
    OptionalLong number = fields.integer("number");
    return number.isPresent() ? Optional.of(new AccountId(number.getAsLong())) : Optional.empty();
  }

  private OptionalLong cid() throws BadLineException {
    Optional<Long> cid =
        fields.parsed(
            "cid",
            text ->
                text.length() == 16 && text.chars().allMatch(HexFormat::isHexDigit)
                    ? Optional.of(HexFormat.fromHexDigitsToLong(text))
                    : Optional.empty(),
            "16 hexadecimal digits");
    return cid.isPresent() ? OptionalLong.of(cid.get()) : OptionalLong.empty();
  }

  private Secrets secrets(NewAccount wanted) throws BadLineException {
    Optional<String> hash = hash("hash");
    Optional<String> beginning = hash("hash16");
    Optional<String> legacySecret = fields.text("legacySecret");
    if (wanted.password().isPresent() && (hash.isPresent() || legacySecret.isPresent())) {
      throw new BadLineException("password, and hash or legacySecret, exclude each other");
    }
    if (wanted.password().isPresent() && wanted.password().get().isEmpty()) {
      throw new BadLineException("password is empty");
    }
    if (beginning.isPresent() && hash.isEmpty()) {
      throw new BadLineException("hash16 needs hash");
    }
    if (legacySecret.isPresent() && !wanted.legacyClients()) {
      throw new BadLineException("legacySecret needs legacy");
    }
    if (wanted.legacyClients() && hash.isPresent() && legacySecret.isEmpty()) {
      throw new BadLineException(
          "legacy needs password or legacySecret, since a hash does not serve old clients");
    }
    return new Secrets(hash, beginning, legacySecret);
  }

  private Optional<String> hash(String name) throws BadLineException {
    return fields.parsed(name, text -> PasswordHash.parse(text).map(_ -> text), A_HASH);
  }

  private OptionalLong atLeast(long least, String name) throws BadLineException {
    OptionalLong value = fields.integer(name);
    if (value.isPresent() && value.getAsLong() < least) {
      throw new BadLineException(fields.path(name) + " must be at least " + least);
    }
    return value;
  }

  private OptionalLong created() throws BadLineException {
    Optional<Instant> created =
        fields.parsed("created", ImportLine::instant, "a time: 2026-01-31T12:00:00Z");
    return created.isPresent()
        ? OptionalLong.of(created.get().toEpochMilli())
        : OptionalLong.empty();
  }

  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Map<Property, String> properties() throws BadLineException {
    Map<Property, String> properties = new EnumMap<>(Property.class);
    for (var field : fields.texts("properties").entrySet()) {
      Optional<Property> property = Property.ofCode(field.getKey());
      if (property.isEmpty()) {
        throw new BadLineException("unknown field properties." + field.getKey());
      }
      properties.put(property.get(), field.getValue());
    }
    return properties;
  }

  private Map<DirectoryFact, String> listing() throws BadLineException {
    Map<DirectoryFact, String> facts = new EnumMap<>(DirectoryFact.class);
    for (var field : fields.texts("listing").entrySet()) {
      facts.put(DirectoryNames.fact(field.getKey()), field.getValue());
    }
    return facts;
  }

  private void readGroups() throws BadLineException {
    for (JsonFields field : fields.objects("groups")) {
      OptionalLong number = field.integer("number");
      if (number.isPresent()
          && (number.getAsLong() < 1 || number.getAsLong() > Roster.MAX_GROUPS)) {
        throw new BadLineException(
            field.path("number") + " must be from 1 to " + Roster.MAX_GROUPS);
      }
      addGroup(
          field.requiredText("name"),
          number,
          field.parsed("guid", Guid::parse, A_GUID).orElseGet(UUID::randomUUID));
      field.end();
    }
  }

  private Group addGroup(String name, OptionalLong number, UUID id) throws BadLineException {
    if (group(name).isPresent()) {
      throw new BadLineException("there are two groups called " + name);
    }
    int free = 1;
    while (isTaken(free)) {
      free++;
    }
    int chosen = (int) number.orElse(free);
    if (chosen > Roster.MAX_GROUPS) {
      throw new BadLineException("there are more than " + Roster.MAX_GROUPS + " groups");
    }
    if (isTaken(chosen)) {
      throw new BadLineException("there are two groups with the number " + chosen);
    }
    Group group = new Group(id, chosen, name);
    groups.add(group);
    return group;
  }

  private boolean isTaken(int number) {
    return groups.stream().anyMatch(group -> group.number() == number);
  }

  private Optional<Group> group(String name) {
    return groups.stream().filter(group -> group.name().equalsIgnoreCase(name)).findFirst();
  }

  private List<Link> contacts() throws BadLineException {
    List<Link> contacts = new ArrayList<>();
    Set<EmailAddress> seen = new HashSet<>();
    int forward = 0;
    int allow = 0;
    int block = 0;
    for (JsonFields field : fields.objects("contacts")) {
      Link link = contact("contacts[" + contacts.size() + "]", field);
      if (!seen.add(link.other())) {
        throw new BadLineException(link.place() + ": " + link.other() + " is there twice");
      }
      forward += link.lists() & FORWARD.bit();
      allow += (link.lists() & ALLOW.bit()) / ALLOW.bit();
      block += (link.lists() & BLOCK.bit()) / BLOCK.bit();
      contacts.add(link);
    }
    if (forward > Roster.MAX_FORWARD) {
      throw new BadLineException("more than " + Roster.MAX_FORWARD + " contacts are on FL");
    }
    if (allow > Roster.MAX_OTHERS || block > Roster.MAX_OTHERS) {
      throw new BadLineException("more than " + Roster.MAX_OTHERS + " contacts are on AL or on BL");
    }
    return contacts;
  }

  private Link contact(String place, JsonFields field) throws BadLineException {
    EmailAddress other = address(field, "account");
    int lists = lists(field);
    int inGroups = 0;
    for (String name : field.textList("groups")) {
      Optional<Group> known = group(name);
      Group group =
          known.isPresent() ? known.get() : addGroup(name, OptionalLong.empty(), UUID.randomUUID());
      inGroups |= 1 << group.number();
    }
    Optional<String> label = field.text("label");
    if ((inGroups != 0 || label.isPresent()) && (lists & FORWARD.bit()) == 0) {
      throw new BadLineException(place + ": only contacts on FL have groups and labels");
    }
    field.end();
    return new Link(place, other, lists, label, inGroups);
  }

  private static int lists(JsonFields field) throws BadLineException {
    if (!field.has("lists")) {
      throw new BadLineException(field.path("lists") + " is missing");
    }
    int lists = 0;
    for (String code : field.textList("lists")) {
      Optional<ContactList> list = ContactList.ofCode(code);
      if (list.isEmpty()) {
        throw new BadLineException(
            field.path("lists") + " may hold FL, AL, BL, RL and PL, not " + code);
      }
      lists |= list.get().bit();
    }
    if ((lists & ALLOW.bit()) != 0 && (lists & BLOCK.bit()) != 0) {
      throw new BadLineException(field.path("lists") + ": AL and BL exclude each other");
    }
    return lists;
  }
}
