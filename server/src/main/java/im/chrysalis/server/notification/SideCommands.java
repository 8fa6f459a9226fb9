package im.chrysalis.server.notification;

import im.chrysalis.domain.account.DirectoryEntry;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.AskConfiguration;
import im.chrysalis.wire.command.ClientCommand.AskPage;
import im.chrysalis.wire.command.ClientCommand.FindPeople;
import im.chrysalis.wire.command.ClientCommand.InviteFriend;
import im.chrysalis.wire.command.ClientCommand.SendPage;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands beside the messenger: the directory, invitations of friends, pages of the site, pages
 * to mobiles.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/side-commands.md">docs/protocol/side-commands.md</a>
 */
final class SideCommands {
  /** How many hits a search shows. */
  static final int MOST_HITS = 50;

  private static final int SITE_ID = 2;
  private static final Map<String, DirectoryFact> FACTS = facts();

  private final Client client;
  private final Online online;
  private List<DirectoryEntry> hits = List.of();

  SideCommands(Client client, Online online) {
    this.client = client;
    this.online = online;
  }

  /** {@code FND 21 fname=Ben lname=* city=* state=* country=*}. */
  void find(FindPeople it) {
    Map<DirectoryFact, String> facts = new EnumMap<>(DirectoryFact.class);
    it.facts()
        .forEach((name, value) -> {
          DirectoryFact fact = FACTS.get(name);
          String text = value.text();
          if (fact != null && !text.isBlank() && !text.equals("*")) {
            facts.put(fact, text);
          }
        });
    client.await(
        client.backbone().accounts().find(facts, MOST_HITS),
        it.trId(),
        found -> {
          hits = found;
          if (found.isEmpty()) {
            client.say(new ServerEvent.PersonFound(it.trId(), 0, 0, Map.of()));
          }
          for (int i = 0; i < found.size(); i++) {
            client.say(
                new ServerEvent.PersonFound(it.trId(), i + 1, found.size(), words(found.get(i))));
          }
        });
  }

  private static Map<String, EncodedText> words(DirectoryEntry entry) {
    Map<String, EncodedText> words = new LinkedHashMap<>();
    FACTS.forEach(
        (name, fact) -> words.put(name, EncodedText.of(entry.facts().getOrDefault(fact, ""))));
    return words;
  }

  /** {@code SND 22 eve@example.com 0x0409 MSMSGS MSMSGS}. */
  void invite(InviteFriend it) {
    if (!client.backbone().settings().get().invitations()) {
      client.refuse(Refusals.DISABLED, it.trId());
      return;
    }
    Optional<EmailAddress> target = target(it.target());
    if (target.isEmpty()) {
      client.refuse(Refusals.BAD_PARAMETER, it.trId());
    } else if (!client.backbone().invites().admits(online.account())) {
      client.refuse(Refusals.TOO_OFTEN, it.trId());
    } else {
      client.await(
          client
              .backbone()
              .accounts()
              .keepInvitation(
                  online.card(), target.get(), new String(it.text(), StandardCharsets.UTF_8)),
          it.trId(),
          _ -> client.say(new ServerEvent.FriendInvited(it.trId(), it.verb())));
    }
  }

  /** An address, or the number of a hit of the last search. */
  private Optional<EmailAddress> target(String word) {
    if (TrId.matches(word)) {
      long hit = Long.parseLong(word);
      return hit >= 1 && hit <= hits.size()
          ? Optional.of(hits.get((int) hit - 1).card().address())
          : Optional.empty();
    }
    return EmailAddress.parse(EncodedText.raw(word).text());
  }

  /** {@code URL 23 INBOX}. */
  void page(AskPage it) {
    client.say(new ServerEvent.PageAddress(it.trId(), "/", client.site(), SITE_ID));
  }

  /** {@code PAG 24 ben@example.com 12}: there is no way to mobiles. {@code PGD} took its place. */
  void sendPage(SendPage it) {
    boolean replaced = it.verb().equals("PAG") && online.dialect().has(Trait.PAGES_BY_NUMBER);
    client.refuse(replaced ? Refusals.NOT_EXPECTED : Refusals.NO_PAGING, it.trId());
  }

  /** {@code GCF 9 Shields.xml}: nothing is forbidden, and no client is too old. */
  void configuration(AskConfiguration it) {
    if (online.hasLists()) {
      client.say(new ServerEvent.Configuration(it.trId(), it.file(), Shields.FILE));
    } else {
      client.refuse(Refusals.NOT_EXPECTED, it.trId());
    }
  }

  private static Map<String, DirectoryFact> facts() {
    Map<String, DirectoryFact> facts = new LinkedHashMap<>();
    facts.put("fname", DirectoryFact.FIRST_NAME);
    facts.put("lname", DirectoryFact.LAST_NAME);
    facts.put("city", DirectoryFact.CITY);
    facts.put("state", DirectoryFact.STATE);
    facts.put("country", DirectoryFact.COUNTRY);
    return facts;
  }
}
