package im.chrysalis.client;

import im.chrysalis.client.web.BookPage;
import im.chrysalis.client.web.BookWish;
import im.chrysalis.client.web.Fault;
import im.chrysalis.client.web.MemberPage;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Memberships;
import im.chrysalis.wire.payload.Memberships.Member;
import im.chrysalis.wire.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists where they live since MSNP13: in the address book. Reads all of them at the beginning
 * of a session, and again whenever the server says that they were changed somewhere else. Lives on
 * the messenger's turn.
 *
 * @see <a
 *     href="../../../../../../../docs/protocol/address-book.md">docs/protocol/address-book.md</a>
 */
final class AddressBook {
  private static final Logger LOG = LoggerFactory.getLogger(AddressBook.class);

  /** As many bytes of a payload of memberships as no server refuses. */
  private static final int MOST_BYTES = 7000;

  private static final int TOLD =
      ContactList.FORWARD.bit() | ContactList.ALLOW.bit() | ContactList.BLOCK.bit();

  private final EmailAddress self;
  private final Desk desk;
  private final Book book;
  private final Consumer<Element> alsoRead;
  private boolean reading;
  private boolean readAgain;
  private boolean over;

  /**
   * Lists that nobody has read yet.
   *
   * @param alsoRead hears the page with the contacts, which has more than those
   */
  AddressBook(EmailAddress self, Desk desk, Book book, Consumer<Element> alsoRead) {
    this.self = self;
    this.desk = desk;
    this.book = book;
    this.alsoRead = alsoRead;
  }

  /** What came of reading the lists. */
  sealed interface Read {
    /**
     * They are in the book.
     *
     * @param ownName what the owner is called there
     */
    record Done(Optional<String> ownName) implements Read {}

    record Failed(Failure why) implements Read {}
  }

  /** Reads the lists for a session that begins. */
  CompletionStage<Read> begin() {
    book.shown(false);
    return read()
        .thenApply(read -> {
          book.shown(read instanceof Read.Done);
          return read;
        });
  }

  /** Somebody changed the lists elsewhere. */
  void readAgain() {
    if (reading) {
      staleAlready();
      return;
    }
    read()
        .thenAccept(read -> {
          if (read instanceof Read.Failed(var why) && !over) {
            LOG.info("account={} the lists could not be read again: {}", self, why.sentence());
          }
        });
  }

  /** The lists have changed, and may have been read before. */
  void staleAlready() {
    readAgain = reading;
  }

  /** Both questions at once, so that no change comes between them. */
  private CompletionStage<Read> read() {
    reading = true;
    CompletionStage<Desk.Heard> members = desk.ask(BookWish.members());
    CompletionStage<Desk.Heard> page = desk.ask(BookWish.page());
    return members
        .thenCompose(heard ->
            isAbout(heard, "ABDoesNotExist")
                ? desk.ask(BookWish.newBook(self)).thenCompose(_ -> readWith(BookWish.page()))
                : page.thenCompose(contacts ->
                    // COMPAT services of MSNP13 to 15 know the older question alone
                    contacts instanceof Desk.Heard.Refused
                        ? readWith(BookWish.all())
                        : CompletableFuture.completedStage(take(heard, contacts))))
        .thenApply(this::finished);
  }

  private CompletionStage<Read> readWith(BookWish contacts) {
    return desk.ask(BookWish.members()).thenCombine(desk.ask(contacts), this::take);
  }

  private Read finished(Read read) {
    reading = false;
    if (readAgain && !over) {
      readAgain = false;
      readAgain();
    }
    return read;
  }

  private static boolean isAbout(Desk.Heard heard, String code) {
    return heard instanceof Desk.Heard.Refused(Fault fault) && fault.code().equals(code);
  }

  private Read take(Desk.Heard members, Desk.Heard contacts) {
    if (over) {
      return new Read.Failed(new Failure.NotConnected());
    }
    return switch (members) {
      case Desk.Heard.Given(var who) ->
          switch (contacts) {
            case Desk.Heard.Given(var page) -> {
              alsoRead.accept(page);
              yield take(MemberPage.read(who), BookPage.read(page));
            }
            case Desk.Heard other -> new Read.Failed(why(other));
          };
      case Desk.Heard other -> new Read.Failed(why(other));
    };
  }

  private Read take(MemberPage members, BookPage page) {
    book.replaced(members, page);
    return new Read.Done(page.ownName());
  }

  private static Failure why(Desk.Heard heard) {
    return switch (heard) {
      case Desk.Heard.Refused(var fault) -> Failure.WebRefused.of(fault);
      case Desk.Heard.Failed(var why) -> why;
      case Desk.Heard.Given _ -> throw new IllegalStateException("nothing failed");
    };
  }

  /** The session is over; what is still under way is not taken any more. */
  void end() {
    over = true;
  }

  /** What holds for people on neither the allow nor the block list. */
  PrivacyDefault privacy() {
    return book.roster().privacy();
  }

  /** What the notification server has to be told of the lists: one or more payloads. */
  List<byte[]> memberships(Dialect dialect) {
    List<byte[]> payloads = new ArrayList<>();
    if (dialect.has(Trait.ROUTED)) {
      payloads.add(Memberships.ofOneself(self).getBytes(StandardCharsets.UTF_8));
    }
    List<Member> some = new ArrayList<>();
    for (Contact contact : book.roster().people().values()) {
      int lists = told(contact);
      if (lists != 0) {
        some.add(Member.of(contact.address(), lists, Optional.empty()));
        if (bytes(some, dialect).length > MOST_BYTES) {
          Member last = some.removeLast();
          payloads.add(bytes(some, dialect));
          some.clear();
          some.add(last);
        }
      }
    }
    if (!some.isEmpty() || payloads.isEmpty()) {
      payloads.add(bytes(some, dialect));
    }
    return payloads;
  }

  /** Nobody is allowed and blocked at once; a book that says so means the block. */
  private static int told(Contact contact) {
    int lists = contact.lists().stream().mapToInt(ContactList::bit).sum() & TOLD;
    return contact.isBlocked() ? lists & ~ContactList.ALLOW.bit() : lists;
  }

  private static byte[] bytes(List<Member> members, Dialect dialect) {
    return new Memberships(Memberships.Mark.INITIAL, members)
        .xml(dialect)
        .getBytes(StandardCharsets.UTF_8);
  }
}
