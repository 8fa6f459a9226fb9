package im.chrysalis.testkit;

import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.testkit.Connection.NeverCame;
import im.chrysalis.testkit.Connections.Missing;
import im.chrysalis.testkit.Scene.Fact;
import im.chrysalis.testkit.Step.Speaker;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes true what is given: accounts and lists through the network, the rest as clients would. */
final class SceneSetter {
  /** Within this time a newcomer is challenged, which no scene is about. */
  private static final Duration CHALLENGED = Duration.ofSeconds(2);

  private final Transcript script;
  private final Network network;
  private final Connections connections;
  private final Captures captures;
  private final Acquaintances acquaintances = new Acquaintances();
  private final List<String> online = new ArrayList<>();
  private final Set<String> placed = new HashSet<>();

  /** Who sees others in documents, which are all there when the network has settled. */
  private final Set<String> documented = new HashSet<>();

  SceneSetter(Transcript script, Network network, Connections connections, Captures captures) {
    this.captures = captures;
    this.script = script;
    this.network = network;
    this.connections = connections;
  }

  /** Afterwards nothing of all this is left to be read on any connection. */
  void set() {
    List<Fact> facts = script.scene().facts();
    facts.forEach(this::arrange);
    for (Fact fact : facts) {
      try {
        act(fact);
      } catch (IOException | NeverCame | Missing e) {
        throw new TranscriptFailure(
            script.at(fact.line()),
            "what is given could not be brought about: " + e.getMessage(),
            e);
      }
    }
    var open = connections.open().values();
    open.forEach(RoundTrip::pass);
    if (!online.isEmpty()) {
      network.passTime(CHALLENGED);
    }
    network.settle();
    open.forEach(RoundTrip::pass);
    open.forEach(Connection::forgetPutBack);
  }

  private void arrange(Fact fact) {
    switch (fact) {
      case Fact.HasAccount(_, String person, String friendlyName, boolean oldClients) -> {
        Person it = Person.named(person);
        NewAccount account = NewAccount.of(it.address(), it.password()).named(friendlyName);
        network.createAccount(oldClients ? account.forLegacyClients() : account);
      }
      case Fact.Friends(_, List<String> people) -> {
        for (String one : people) {
          for (String other : people) {
            if (!one.equals(other)) {
              list(one, ContactList.FORWARD, other);
              list(one, ContactList.ALLOW, other);
            }
          }
        }
      }
      case Fact.Lists(_, String owner, ContactList list, List<String> others) ->
          others.forEach(other -> list(owner, list, other));
      case Fact.AllowsOnlyListed(_, String owner) -> {
        acquaintances.allowsOnlyListed(owner);
        network.setPrivacy(Person.named(owner).address(), PrivacyDefault.BLOCK);
      }
      case Fact.NotAsked(_, String owner) ->
          network.setAddNotice(Person.named(owner).address(), AddNotice.SILENT);
      case Fact.Groups(_, String owner, List<String> groups) ->
          groups.forEach(group -> network.createGroup(Person.named(owner).address(), group));
      case Fact.InGroup(_, String owner, String other, String group) ->
          network.addToGroup(Person.named(owner).address(), group, Person.named(other).address());
      case Fact.InDirectory(_, String person, Map<DirectoryFact, String> facts) ->
          network.enterDirectory(Person.named(person).address(), facts);
      case Fact.LeftMessage(_, String from, String to, String text) ->
          network.leaveMessage(Person.named(from).address(), Person.named(to).address(), text);
      case Fact.InCircle(int line, List<String> people, String circle) -> {
        List<EmailAddress> members =
            people.stream().map(person -> Person.named(person).address()).toList();
        captures.put(circle, network.createCircle(circle, members), script.at(line));
        people.forEach(person ->
            captures.put(
                person + "-circles",
                network.circleTicket(Person.named(person).address()),
                script.at(line)));
      }
      case Fact.SignedIn _, Fact.InConversation _ -> {
        // clients do this, see act
      }
    }
  }

  private void list(String owner, ContactList list, String other) {
    acquaintances.add(owner, list, other);
    network.addTo(Person.named(owner).address(), list, Person.named(other).address());
  }

  private void act(Fact fact) throws IOException, NeverCame, Missing {
    switch (fact) {
      case Fact.SignedIn it -> signIn(it);
      case Fact.InConversation it -> converse(it.people());
      default -> {
        // arranged already
      }
    }
  }

  private void signIn(Fact.SignedIn it) throws IOException, NeverCame, Missing {
    String newcomer = it.speaker().person();
    Connection connection = connections.open(it.speaker(), network.notification());
    SignIn signIn = SignIn.of(it.dialect(), connection, it.speaker(), network, acquaintances);
    signIn.signIn();
    if (SignIn.hasPlaces(it.dialect())) {
      placed.add(newcomer);
    }
    if (it.status().isEmpty()) {
      return;
    }
    signIn.comeOnline(it.status());
    if (online.contains(newcomer)) {
      return; // nobody sees more of somebody who has come to a second place
    }
    acquaintances.hasStatus(newcomer, it.status());
    if (SignIn.hasDocuments(it.dialect())) {
      documented.add(newcomer);
    } else {
      connection.awaitEach(
          online.stream()
              .filter(other -> acquaintances.sees(newcomer, other))
              .map(other -> "(ILN 6|NLN) \\S+ (1:)?" + quotedAddress(other) + " .*")
              .toList());
    }
    for (String other : online) {
      if (acquaintances.sees(other, newcomer) && !documented.contains(other)) {
        connections
            .of(speaker(other, ""))
            .nextLike("NLN \\S+ (1:)?" + quotedAddress(newcomer) + " .*");
      }
    }
    online.add(newcomer);
    network.settle(); // or somebody who comes next may be there before this one watches
  }

  /** The people's connections to the switchboard are called {@code NAME/sb}. */
  private void converse(List<String> people) throws IOException, NeverCame, Missing {
    String first = people.getFirst();
    Connection inviting = connections.of(speaker(first, ""));
    inviting.send("XFR 7 SB\r\n");
    String[] referral = inviting.nextLike("XFR 7 SB \\S+ CKI \\S+.*").line().split(" ", -1);
    Connection board = connections.open(speaker(first, "sb"), address(referral[3]));
    board.send("USR 1 %s %s\r\n".formatted(whoAndWhere(first), referral[5]));
    board.nextLike("USR 1 OK .*");
    var members = new ArrayList<>(List.of(board));
    for (String other : people.subList(1, people.size())) {
      board.send("CAL 2 %s\r\n".formatted(Person.named(other).address()));
      board.nextLike("CAL 2 RINGING \\d+");
      Connection joining = answer(other);
      for (Connection member : members) {
        member.nextLike("JOI " + quotedAddress(other) + " .*");
      }
      members.add(joining);
    }
  }

  private Connection answer(String invited) throws IOException, NeverCame, Missing {
    String[] ring =
        connections.of(speaker(invited, "")).nextLike("RNG \\d+ .*").line().split(" ", -1);
    Connection board = connections.open(speaker(invited, "sb"), address(ring[2]));
    board.send("ANS 1 %s %s %s\r\n".formatted(whoAndWhere(invited), ring[4], ring[1]));
    board.nextLike("ANS 1 OK");
    return board;
  }

  /** How somebody's client calls itself at the switchboard. */
  private String whoAndWhere(String person) {
    String address = Person.named(person).address().text();
    return placed.contains(person) ? address + ";" + Person.place(person) : address;
  }

  private static String quotedAddress(String person) {
    return Pattern.quote(Person.named(person).address().text());
  }

  private static Speaker speaker(String person, String connection) {
    return new Speaker(person, connection);
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return new InetSocketAddress(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }
}
