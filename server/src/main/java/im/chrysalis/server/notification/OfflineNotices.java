package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.offline.OfflineMessages;
import im.chrysalis.server.web.offline.Letters;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.MailMoved;
import im.chrysalis.wire.payload.MimeMessage;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a client what waits for its owner. Since MSNP11 it fetches the messages itself, from the
 * web service; an older one is asked into a conversation with each sender, where they are said.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
final class OfflineNotices {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineNotices.class);

  /** How many conversations begin at once; what others have left waits for the next sign-in. */
  static final int MOST_SENDERS = 20;

  private final Client client;
  private final Online online;
  private final OfflineMessages messages;
  private final Consumer<Card> ring;

  /** What was told, lest something be told twice that comes while the rest is being read. */
  private Set<UUID> told = Set.of();

  /**
   * Notices for a client.
   *
   * @param ring asks the client into a conversation with a sender
   */
  OfflineNotices(Client client, Online online, OfflineMessages messages, Consumer<Card> ring) {
    this.client = client;
    this.online = online;
    this.messages = messages;
    this.ring = ring;
  }

  /** Behind the first status of somebody for whom messages wait: which ones. */
  void waiting() {
    messages
        .waiting(online.account())
        .whenComplete((found, fault) -> client.soon(() -> tell(found, fault)));
  }

  private void tell(@Nullable List<OfflineMessage> found, @Nullable Throwable fault) {
    if (found == null) {
      LOG.error("connection={} can't read what waits", client.connection().id(), fault);
      return;
    }
    if (!online.dialect().has(Trait.MAIL_DATA)) {
      senders(found).forEach(ring);
      return;
    }
    List<OfflineMessage> news = found.stream().filter(it -> isNews(it.id())).toList();
    if (!news.isEmpty()) {
      say(Letters.mailData(news).initial());
    }
  }

  /** Whoever left messages, as they were called last; the earliest first. */
  private static Collection<Card> senders(List<OfflineMessage> messages) {
    Map<AccountId, Card> senders = new LinkedHashMap<>();
    messages.forEach(message -> senders.put(message.from().id(), message.from()));
    return senders.values().stream().limit(MOST_SENDERS).toList();
  }

  /** {@code text/x-msmsgsoimnotification}: somebody left something just now. */
  void left(OfflineMessage message) {
    // whoever has not said a status yet is told with all the rest
    if (online.dialect().has(Trait.MAIL_DATA)
        && online.status() != Status.OFFLINE
        && isNews(message.id())) {
      say(Letters.mailData(List.of(message)).arrived());
    }
  }

  /** Messages were fetched and deleted, here or elsewhere. */
  void taken(int count) {
    if (online.dialect().has(Trait.MAIL_DATA) && online.status() != Status.OFFLINE) {
      say(MailMoved.offlineMessagesTaken(count).message());
    }
  }

  private boolean isNews(UUID id) {
    if (told.contains(id)) {
      return false;
    }
    Set<UUID> more = new HashSet<>(told);
    more.add(id);
    told = more;
    return true;
  }

  private void say(MimeMessage message) {
    client.say(new ServerEvent.ServerMessage(message.bytes()));
  }
}
