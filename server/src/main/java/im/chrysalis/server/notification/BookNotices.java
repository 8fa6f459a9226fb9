package im.chrysalis.server.notification;

import im.chrysalis.domain.person.SessionEvent.BookChanged;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.CircleId;
import im.chrysalis.wire.Stamp;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.BookNotice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells a client that its owner's address book was changed elsewhere, upon which it reads the book
 * again. Since MSNP13, with the book.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/address-book.md#elsewhere">docs/protocol/address-book.md</a>
 */
final class BookNotices {
  /** How long changes are gathered, since what a person does takes clients several. */
  static final Duration GATHERING = Duration.ofSeconds(1);

  private static final long NONE = -1;

  private final Client client;
  private final Online online;
  private final Timer timer;
  private long untold = NONE;

  BookNotices(Client client, Online online, Timer timer) {
    this.client = client;
    this.online = online;
    this.timer = timer;
  }

  /** Some client has changed the book; this one knows its own changes. */
  void changed(BookChanged it) {
    if (online.isOwn(it) || !online.dialect().hasAddressBook()) {
      return;
    }
    if (untold == NONE) {
      timer.after(GATHERING, () -> client.soon(this::tell));
    }
    untold = it.version();
  }

  /** A circle that the owner is or was in or invited to has changed. */
  void changed(CircleId circle) {
    if (online.dialect().has(Trait.CIRCLES)) {
      say(
          new BookNotice(
              online.card().address(),
              online.cid(),
              Stamp.of(online.listVersion()),
              Optional.of(circle.guid())));
    }
  }

  private void tell() {
    BookNotice notice = BookNotice.of(online.card().address(), online.cid(), Stamp.of(untold));
    untold = NONE;
    say(notice);
  }

  private void say(BookNotice notice) {
    client.say(new ServerEvent.Alert(notice.xml().getBytes(StandardCharsets.UTF_8)));
  }
}
