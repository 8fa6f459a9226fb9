package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.circle.Circles;
import im.chrysalis.domain.contact.Notes;
import im.chrysalis.domain.person.People;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.referral.CircleTickets;
import im.chrysalis.server.web.Visitors;
import im.chrysalis.server.web.Waiting;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** The address book and the sharing service, ready to be put behind their paths. */
public final class BookServices {
  /** Where clients post to; compared without regard to case. */
  public static final String ADDRESS_BOOK = "/abservice/abservice.asmx";

  /** The other path. */
  public static final String SHARING = "/abservice/sharingservice.asmx";

  private final HttpService service;

  /**
   * The services.
   *
   * @param tickets what those who are in circles show to the notification server
   * @param visitors says who asks
   * @param workers runs each request on a thread that may wait, such as a virtual one
   */
  public BookServices(
      People people,
      Accounts accounts,
      Notes notes,
      Circles circles,
      CircleTickets tickets,
      Visitors visitors,
      Executor workers) {
    BookKeeper keeper = new BookKeeper(people, accounts, notes, circles);
    service =
        Waiting.service(new BookService(operations(keeper, tickets), visitors)::answer, workers);
  }

  /** Services by path, in small letters. Both answer everything. */
  public Map<String, HttpService> routes() {
    return Map.of(ADDRESS_BOOK, service, SHARING, service);
  }

  private static Map<String, Operation> operations(BookKeeper keeper, CircleTickets tickets) {
    Map<String, Operation> all = new HashMap<>();
    FindBook books = new FindBook(keeper, new CircleBooks(keeper, tickets));
    MemberEdits members = new MemberEdits(keeper);
    CircleEdits circles = new CircleEdits(keeper);
    ContactEdits contacts = new ContactEdits(keeper, circles);
    GroupEdits groups = new GroupEdits(keeper, contacts);
    Relationships relationships = new Relationships(keeper, contacts, circles);
    all.put("CreateCircle", circles::create);
    all.put("FindMembership", new FindMembership(keeper));
    all.put("ABFindAll", books::all);
    all.put("ABFindContactsPaged", books::paged);
    all.put("ABFindByContacts", books::byContacts);
    all.put("AddMember", members::add);
    all.put("UpdateMember", members::add);
    all.put("DeleteMember", members::delete);
    all.put("ABContactAdd", contacts::add);
    all.put("ABContactUpdate", contacts::update);
    all.put("ABContactDelete", contacts::delete);
    all.put("ABGroupAdd", groups::add);
    all.put("ABGroupUpdate", groups::update);
    all.put("ABGroupDelete", groups::delete);
    all.put("ABGroupContactAdd", groups::addContacts);
    all.put("ABGroupContactDelete", groups::removeContacts);
    all.put("CreateContact", relationships::create);
    all.put("ManageWLConnection", relationships::manage);
    all.put("BreakConnection", relationships::end);
    all.put("DeleteContact", relationships::delete);
    all.put("ABAdd", SideOperations::addBook);
    all.put("AddService", SideOperations::addService);
    all.put("FindFriendsInCommon", SideOperations::friendsInCommon);
    all.put("FindMembershipByRole", SideOperations::nothing);
    return all;
  }
}
