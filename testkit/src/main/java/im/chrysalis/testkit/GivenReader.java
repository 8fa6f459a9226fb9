package im.chrysalis.testkit;

import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.testkit.Scene.Fact;
import im.chrysalis.testkit.Step.Speaker;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the {@code given} lines, which are plain words; docs/protocol/transcripts.md lists them.
 */
final class GivenReader {
  private static final String PERSON = "[a-z][a-z0-9]*";
  private static final String PEOPLE = "((?:%1$s, )*%1$s and %1$s|%1$s)".formatted(PERSON);
  private static final String DIALECT = "MSNP(\\d+)";
  private static final String STATUS = "(?: and (?:status ([A-Z]{3})|(no status)))?";

  private static final Map<String, DirectoryFact> DIRECTORY =
      Map.of(
          "fname", DirectoryFact.FIRST_NAME,
          "lname", DirectoryFact.LAST_NAME,
          "city", DirectoryFact.CITY,
          "state", DirectoryFact.STATE,
          "country", DirectoryFact.COUNTRY);

  private final Set<Setting> settings = EnumSet.noneOf(Setting.class);
  private final List<Fact> facts = new ArrayList<>();
  private final Set<String> withAccount = new HashSet<>();
  private final List<Form> forms =
      List.of(
          form(PEOPLE + " ha(?:s an account|ve accounts)", this::accounts),
          form("(" + PERSON + ") has an account named \"([^\"]+)\"", this::namedAccount),
          form("(" + PERSON + ") has an account without old clients", this::newClientsOnly),
          form("(" + PERSON + ") has no account", (_, _) -> {}),
          form(
              PEOPLE + " are friends(?:, (?:both|all) signed in with " + DIALECT + ")?",
              this::friends),
          form(
              PEOPLE + " are strangers(?:, (?:both|all) signed in with " + DIALECT + ")?",
              this::strangers),
          form(PEOPLE + " (?:is |are )?signed in with " + DIALECT + STATUS, this::signedIn),
          form(
              "(" + PERSON + ")/([a-z0-9]+) is signed in with " + DIALECT + STATUS,
              this::signedInToo),
          form(
              "(" + PERSON + ") has " + PEOPLE + " on (?:her|his|their) (allow |block |)list",
              this::list),
          form("(" + PERSON + ") (allow|block)s " + PEOPLE, this::allowsOrBlocks),
          form("(" + PERSON + ") allows only people on (?:her|his|their) list", this::onlyListed),
          form("(" + PERSON + ") is not asked when added", this::notAsked),
          form("(" + PERSON + ") has the group (\\S+)", this::groups),
          form("(" + PERSON + ") has the groups (\\S+(?:, \\S+)* and \\S+)", this::groups),
          form("(" + PERSON + ") has (" + PERSON + ") in the group (\\S+)", this::inGroup),
          form("(" + PERSON + ") is alone in a conversation", this::conversation),
          form(PEOPLE + " are in a conversation", this::conversation),
          form("(" + PERSON + ") is in the directory with (.+)", this::directory),
          form(PEOPLE + " (?:is|are) in the circle ([a-z][a-z0-9-]*)", this::inCircle),
          form(
              "(" + PERSON + ") left (" + PERSON + ") the message \"([^\"]+)\"", this::leftMessage),
          form("the server challenges strictly", (_, _) -> settings.add(Setting.STRICT_CHALLENGES)),
          form(
              "the server takes invitations by mail", (_, _) -> settings.add(Setting.INVITATIONS)));

  /** A way to put a fact, and what it means. */
  private record Form(Pattern words, Meaning meaning) {}

  @FunctionalInterface
  private interface Meaning {
    void add(int line, MatchResult words) throws Unclear;
  }

  /** What is wrong with a clause. */
  static final class Unclear extends Complaint {
    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message);
    }
  }

  /** Reads what follows the word {@code given}. */
  void read(int line, String clause) throws Unclear {
    for (Form form : forms) {
      var matcher = form.words.matcher(clause);
      if (matcher.matches()) {
        form.meaning.add(line, matcher.toMatchResult());
        return;
      }
    }
    throw new Unclear("nobody knows what this means: given " + clause);
  }

  Scene scene() {
    return new Scene(Set.copyOf(settings), List.copyOf(facts));
  }

  private static Form form(String words, Meaning meaning) {
    return new Form(Pattern.compile(words), meaning);
  }

  private void accounts(int line, MatchResult words) {
    needAccounts(line, people(words.group(1)));
  }

  private void namedAccount(int line, MatchResult words) throws Unclear {
    account(line, words.group(1), words.group(2), true);
  }

  private void newClientsOnly(int line, MatchResult words) throws Unclear {
    account(line, words.group(1), usualName(words.group(1)), false);
  }

  private void friends(int line, MatchResult words) throws Unclear {
    List<String> people = people(words.group(1));
    if (people.size() < 2) {
      throw new Unclear("friends are at least two");
    }
    needAccounts(line, people);
    facts.add(new Fact.Friends(line, people));
    signIn(line, people, Optional.ofNullable(words.group(2)), Status.ONLINE.code());
  }

  private void strangers(int line, MatchResult words) throws Unclear {
    List<String> people = people(words.group(1));
    needAccounts(line, people);
    signIn(line, people, Optional.ofNullable(words.group(2)), Status.ONLINE.code());
  }

  private void signedIn(int line, MatchResult words) throws Unclear {
    List<String> people = people(words.group(1));
    needAccounts(line, people);
    signIn(line, people, Optional.of(words.group(2)), status(words, 3));
  }

  private void signedInToo(int line, MatchResult words) throws Unclear {
    needAccounts(line, List.of(words.group(1)));
    signIn(
        line,
        new Speaker(words.group(1), words.group(2)),
        dialect(words.group(3)),
        status(words, 4));
  }

  private static String status(MatchResult words, int group) throws Unclear {
    String status =
        words.group(group + 1) != null
            ? ""
            : Optional.ofNullable(words.group(group)).orElse(Status.ONLINE.code());
    if (!status.isEmpty() && Status.ofCode(status).isEmpty()) {
      throw new Unclear(status + " is no status");
    }
    return status;
  }

  private void signIn(int line, List<String> people, Optional<String> dialect, String status)
      throws Unclear {
    if (dialect.isEmpty()) {
      return;
    }
    int number = dialect(dialect.get());
    people.forEach(person -> signIn(line, new Speaker(person, ""), number, status));
  }

  private void signIn(int line, Speaker speaker, int dialect, String status) {
    facts.add(new Fact.SignedIn(line, speaker, dialect, status));
  }

  private static int dialect(String digits) throws Unclear {
    int number = Integer.parseInt(digits);
    if (!SignIn.speaks(number)) {
      throw new Unclear(
          "the player can't sign in with MSNP" + number + ", only with MSNP2 to 18 and 21");
    }
    return number;
  }

  private void list(int line, MatchResult words) {
    ContactList list =
        switch (words.group(3)) {
          case "allow " -> ContactList.ALLOW;
          case "block " -> ContactList.BLOCK;
          default -> ContactList.FORWARD;
        };
    lists(line, words.group(1), list, people(words.group(2)));
  }

  private void allowsOrBlocks(int line, MatchResult words) {
    ContactList list = words.group(2).equals("allow") ? ContactList.ALLOW : ContactList.BLOCK;
    lists(line, words.group(1), list, people(words.group(3)));
  }

  private void lists(int line, String owner, ContactList list, List<String> others) {
    needAccounts(line, List.of(owner));
    needAccounts(line, others);
    facts.add(new Fact.Lists(line, owner, list, others));
  }

  private void onlyListed(int line, MatchResult words) {
    needAccounts(line, List.of(words.group(1)));
    facts.add(new Fact.AllowsOnlyListed(line, words.group(1)));
  }

  private void notAsked(int line, MatchResult words) {
    needAccounts(line, List.of(words.group(1)));
    facts.add(new Fact.NotAsked(line, words.group(1)));
  }

  private void groups(int line, MatchResult words) {
    needAccounts(line, List.of(words.group(1)));
    facts.add(new Fact.Groups(line, words.group(1), people(words.group(2))));
  }

  private void inGroup(int line, MatchResult words) {
    facts.add(new Fact.InGroup(line, words.group(1), words.group(2), words.group(3)));
  }

  private void directory(int line, MatchResult words) throws Unclear {
    Map<DirectoryFact, String> known = new EnumMap<>(DirectoryFact.class);
    for (String fact : words.group(2).split(" ")) {
      int equals = fact.indexOf('=');
      DirectoryFact kind = equals < 0 ? null : DIRECTORY.get(fact.substring(0, equals));
      if (kind == null) {
        throw new Unclear(fact + " is no fact of the directory: " + DIRECTORY.keySet() + "=...");
      }
      known.put(kind, fact.substring(equals + 1));
    }
    needAccounts(line, List.of(words.group(1)));
    facts.add(new Fact.InDirectory(line, words.group(1), Map.copyOf(known)));
  }

  private void leftMessage(int line, MatchResult words) {
    needAccounts(line, List.of(words.group(1), words.group(2)));
    facts.add(new Fact.LeftMessage(line, words.group(1), words.group(2), words.group(3)));
  }

  private void inCircle(int line, MatchResult words) {
    List<String> people = people(words.group(1));
    needAccounts(line, people);
    facts.add(new Fact.InCircle(line, people, words.group(2)));
  }

  private void conversation(int line, MatchResult words) {
    facts.add(new Fact.InConversation(line, people(words.group(1))));
  }

  private void needAccounts(int line, List<String> people) {
    for (String person : people) {
      if (withAccount.add(person)) {
        facts.add(new Fact.HasAccount(line, person, usualName(person), true));
      }
    }
  }

  private void account(int line, String person, String friendlyName, boolean oldClients)
      throws Unclear {
    if (!withAccount.add(person)) {
      throw new Unclear(person + " has an account already: say how it is before anything else");
    }
    facts.add(new Fact.HasAccount(line, person, friendlyName, oldClients));
  }

  private static String usualName(String person) {
    return Person.named(person).usualFriendlyName();
  }

  /** The words of an enumeration: {@code alice, bob and carol}. */
  private static List<String> people(String enumeration) {
    return List.of(enumeration.split(", | and "));
  }
}
