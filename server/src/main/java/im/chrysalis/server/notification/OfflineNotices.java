package im.chrysalis.server.notification;

import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.offline.OfflineMessages;
import im.chrysalis.server.web.offline.Letters;
import im.chrysalis.values.Status;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.MailMoved;
import im.chrysalis.wire.payload.MimeMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a client what waits for its owner. It fetches the messages itself, from the web service.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
final class OfflineNotices {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineNotices.class);

  private final Client client;
  private final Online online;
  private final OfflineMessages messages;

  /** What was told, lest something be told twice that comes while the rest is being read. */
  private Set<UUID> told = Set.of();

  OfflineNotices(Client client, Online online, OfflineMessages messages) {
    this.client = client;
    this.online = online;
    this.messages = messages;
  }

  /** Behind the first status: what waits, if anything. */
  void waiting() {
    if (!online.dialect().has(Trait.MAIL_DATA)) {
      return;
    }
    messages
        .waiting(online.account())
        .whenComplete((found, fault) -> client.soon(() -> tell(found, fault)));
  }

  private void tell(@Nullable List<OfflineMessage> found, @Nullable Throwable fault) {
    if (found == null) {
      LOG.error("connection={} can't read what waits", client.connection().id(), fault);
      return;
    }
    List<OfflineMessage> news = found.stream().filter(it -> isNews(it.id())).toList();
    if (!news.isEmpty()) {
      say(Letters.mailData(news).initial());
    }
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
