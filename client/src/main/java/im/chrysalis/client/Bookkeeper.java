package im.chrysalis.client;

import im.chrysalis.values.ContactList;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.AddNoticeIs;
import im.chrysalis.wire.command.ServerEvent.Announced;
import im.chrysalis.wire.command.ServerEvent.ContactAdded;
import im.chrysalis.wire.command.ServerEvent.ContactListed;
import im.chrysalis.wire.command.ServerEvent.ContactRemoved;
import im.chrysalis.wire.command.ServerEvent.ContactSet;
import im.chrysalis.wire.command.ServerEvent.GroupAdded;
import im.chrysalis.wire.command.ServerEvent.GroupListed;
import im.chrysalis.wire.command.ServerEvent.GroupRemoved;
import im.chrysalis.wire.command.ServerEvent.GroupRenamed;
import im.chrysalis.wire.command.ServerEvent.InitialPresence;
import im.chrysalis.wire.command.ServerEvent.ListEmpty;
import im.chrysalis.wire.command.ServerEvent.MembershipsChanged;
import im.chrysalis.wire.command.ServerEvent.PersonAdded;
import im.chrysalis.wire.command.ServerEvent.PersonListed;
import im.chrysalis.wire.command.ServerEvent.PersonalDataIs;
import im.chrysalis.wire.command.ServerEvent.Presence;
import im.chrysalis.wire.command.ServerEvent.PrivacyDefaultIs;
import im.chrysalis.wire.command.ServerEvent.Renamed;
import im.chrysalis.wire.command.ServerEvent.Synchronized;
import im.chrysalis.wire.command.ServerEvent.WentOffline;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Roster;
import im.chrysalis.wire.payload.Memberships;
import im.chrysalis.wire.payload.Memberships.Member;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes down what a server says about people during one session, and knows when the lists are all
 * there. Lives on the messenger's turn.
 */
final class Bookkeeper {
  private final Book book;
  private final Dialect dialect;
  private final Requests requests;
  private final CompletableFuture<Outcome> listsAreThere = new CompletableFuture<>();
  private int missing;

  Bookkeeper(Book book, Dialect dialect, Requests requests) {
    this.book = book;
    this.dialect = dialect;
    this.requests = requests;
  }

  /** The lists are about to come; what comes of them. */
  CompletionStage<Outcome> begin() {
    book.beginAnew();
    return listsAreThere;
  }

  /** No lists will come any more. */
  void fail(Failure why) {
    listsAreThere.complete(Outcome.failed(why));
  }

  /** Takes something down; whether it was about people. */
  boolean take(ServerEvent event) throws MalformedCommand {
    switch (event) {
      case Synchronized it -> announced(it);
      case ContactListed it -> {
        book.listed(it);
        endsLists(it.list(), it.index() == it.count());
      }
      case PersonListed it -> {
        book.listed(it);
        arrived();
      }
      case ListEmpty it -> endsLists(it.list(), true);
      case GroupListed it -> {
        book.groupListed(it.group(), it.name().text());
        arrived();
      }
      case PrivacyDefaultIs it -> {
        book.privacy(it.privacy());
        replied(it.trId(), it);
      }
      case AddNoticeIs it -> {
        book.addNotice(it.notice());
        replied(it.trId(), it);
      }
      case ContactAdded it -> {
        book.added(it, it.trId().equals(TrId.UNASKED));
        requests.given(it.trId(), it);
      }
      case PersonAdded it -> {
        book.added(it, it.trId().equals(TrId.UNASKED));
        requests.given(it.trId(), it);
      }
      case ContactRemoved it -> {
        book.removed(it);
        requests.given(it.trId(), it);
      }
      case MembershipsChanged it -> {
        changed(it);
        return false; // the address book is concerned, too
      }
      case Renamed it -> {
        book.renamed(it.who(), it.name().text());
        requests.given(it.trId(), it);
      }
      case ContactSet it -> {
        book.set(it);
        requests.given(it.trId(), it);
      }
      case GroupAdded it -> {
        book.groupChanged(it.group(), it.name().text());
        requests.given(it.trId(), it);
      }
      case GroupRenamed it -> {
        book.groupChanged(it.group(), it.name().text());
        requests.given(it.trId(), it);
      }
      case GroupRemoved it -> {
        book.groupRemoved(it.group());
        requests.given(it.trId(), it);
      }
      case InitialPresence it -> book.appeared(it.contact());
      case Presence it -> book.appeared(it.contact());
      case PersonalDataIs it -> book.told(it);
      case WentOffline it -> book.wentOffline(it.who());
      case ServerEvent _ -> {
        return false;
      }
    }
    return true;
  }

  /** Others put the account on their lists, or took it off. */
  private void changed(MembershipsChanged it) throws MalformedCommand {
    for (Member member : Memberships.read(it.xml()).people()) {
      if (member.network() == Memberships.HERE) {
        if (it.verb().equals("ADL")) {
          book.added(member, true);
        } else {
          book.removed(member);
        }
      }
    }
  }

  /** Where people come one by one, their number says when all are there. */
  private void announced(Synchronized it) {
    if (dialect.roster() != Roster.LIST_BY_LIST) {
      missing = it.announced().map(Bookkeeper::sum).orElse(0);
      endsLists(missing == 0);
    }
  }

  private static int sum(Announced announced) {
    return announced.contacts() + announced.groups();
  }

  private void arrived() {
    if (dialect.roster() != Roster.LIST_BY_LIST) {
      missing--;
      endsLists(missing == 0);
    }
  }

  /** The reverse list is the last one, and its last line the end of the lists. */
  private void endsLists(ContactList list, boolean last) {
    endsLists(list == ContactList.REVERSE && last);
  }

  private void endsLists(boolean last) {
    if (last && !listsAreThere.isDone()) {
      book.publish();
      listsAreThere.complete(Outcome.done());
    }
  }

  /** A setting among the lists, or the answer to a change of it. */
  private void replied(TrId trId, ServerEvent event) {
    if (listsAreThere.isDone() || dialect.hasAddressBook()) {
      book.publish(); // before whoever asked hears that it is done
    }
    requests.given(trId, event);
  }
}
