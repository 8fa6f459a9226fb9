package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.ChangeMemberships;
import im.chrysalis.wire.command.ClientCommand.FindNetworks;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Memberships;
import im.chrysalis.wire.payload.Memberships.Member;
import im.chrysalis.wire.routed.RoutedAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The lists since MSNP13, which the address book owns: what a client says here follows what it has
 * changed there, or is all that it knows.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/memberships.md">docs/protocol/memberships.md</a>
 */
final class MembershipCommands {
  private static final int NOBODY_IN_DOMAIN = 240;
  private static final int NO_SUCH_LIST = 241;
  private static final int NONE = 0;

  /** The forward list last, so that whoever is there is shown behind the answer. */
  private static final List<ContactList> LISTS =
      List.of(ContactList.ALLOW, ContactList.BLOCK, ContactList.FORWARD);

  private static final int OURS =
      ContactList.FORWARD.bit() | ContactList.ALLOW.bit() | ContactList.BLOCK.bit();

  /**
   * MSNP21's own: somebody to whom the owner appears offline. Here whoever is hidden from can't
   * write either, so it is a block.
   */
  private static final int HIDDEN = 64;

  private static final int BOTH = ContactList.ALLOW.bit() | ContactList.BLOCK.bit();

  private final Client client;
  private final Online online;
  private final Supplier<CircleTalk> circles;
  private final Runnable named;

  /**
   * Lists of one client.
   *
   * @param named called when the client has named people, and been answered
   */
  MembershipCommands(Client client, Online online, Supplier<CircleTalk> circles, Runnable named) {
    this.client = client;
    this.online = online;
    this.circles = circles;
    this.named = named;
  }

  /** {@code ADL 9 71}, {@code RML 9 71}. */
  void change(ChangeMemberships it) {
    Optional<Memberships> read = read(it.xml(), it.trId());
    if (read.isEmpty()) {
      return;
    }
    if (online.dialect().has(Trait.CIRCLES)
        && read.get().people().stream().anyMatch(MembershipCommands::isCircle)) {
      changeCircles(it, read.get().people());
    } else if (read.get().people().stream().anyMatch(member -> !isAllowed(member))) {
      client.refuse(NO_SUCH_LIST, it.trId());
    } else if (read.get().isInitial()) {
      taken(it); // the lists are the address book's, and known here
    } else {
      List<Step> steps = new ArrayList<>();
      boolean adds = it.verb().equals("ADL");
      read.get().people().forEach(member -> steps.addAll(steps(member, adds)));
      go(it, steps.iterator());
    }
  }

  private static boolean isCircle(Member member) {
    return member.network() == RoutedAddress.CIRCLE;
  }

  /** Circles are entered and left, never together with people. */
  private void changeCircles(ChangeMemberships it, List<Member> members) {
    List<CircleId> named =
        members.stream()
            .filter(MembershipCommands::isCircle)
            .flatMap(member -> CircleId.parse(member.account()).stream())
            .toList();
    if (named.size() < members.size()) {
      client.refuse(NO_SUCH_LIST, it.trId());
    } else if (it.verb().equals("ADL")) {
      circles.get().enter(it.trId(), named, () -> taken(it));
    } else {
      circles.get().leave(it.trId(), named.iterator(), () -> taken(it));
    }
  }

  /** One person comes onto a list, or leaves it. */
  private record Step(EmailAddress who, ContactList list, boolean adds) {}

  private boolean isAllowed(Member member) {
    int known = online.dialect().has(Trait.ROUTED) ? OURS | HIDDEN : OURS;
    return (member.lists() & ~known) == 0 && (member.lists() & BOTH) != BOTH;
  }

  /**
   * People of other networks, and telephones, are nobody's contacts here; nor is anybody their own,
   * though clients of MSNP21 list themselves.
   */
  private List<Step> steps(Member member, boolean adds) {
    Optional<EmailAddress> who =
        member.network() == Memberships.HERE ? member.address() : Optional.empty();
    return who.filter(address -> !address.equals(online.card().address()))
        .map(address -> steps(address, member.lists(), adds))
        .orElse(List.of());
  }

  private static List<Step> steps(EmailAddress who, int lists, boolean adds) {
    List<Step> steps = new ArrayList<>();
    int rest = lists;
    if ((lists & HIDDEN) != 0) {
      steps.add(new Step(who, ContactList.ALLOW, !adds));
      steps.add(new Step(who, ContactList.BLOCK, adds));
      steps.sort(Comparator.comparing(Step::adds)); // off the one list before onto the other
      rest &= ~BOTH;
    }
    for (ContactList list : LISTS) {
      if ((rest & list.bit()) != 0) {
        steps.add(new Step(who, list, adds));
      }
    }
    return steps;
  }

  private void go(ChangeMemberships it, Iterator<Step> steps) {
    if (!steps.hasNext()) {
      taken(it);
      return;
    }
    Step step = steps.next();
    client.withAccount(
        step.who(),
        it.trId(),
        Refusals.NO_SUCH_CONTACT,
        card ->
            client.await(
                client
                    .backbone()
                    .people()
                    .ask(online.account(), online.own(edit(it.trId(), card, step))),
                it.trId(),
                outcome -> {
                  switch (outcome) {
                    case Outcome.Done done -> {
                      online.listVersion(done.version());
                      go(it, steps);
                    }
                    case Outcome.Refused(Refusal why) when isSoAlready(why) -> go(it, steps);
                    case Outcome.Refused(Refusal why) ->
                        client.refuse(Refusals.code(why), it.trId());
                  }
                }));
  }

  /** The address book has mostly been told before. */
  private static boolean isSoAlready(Refusal why) {
    return why == Refusal.ALREADY_ON_LIST || why == Refusal.NOT_ON_LIST;
  }

  private Request.Edit edit(TrId trId, Card who, Step step) {
    return step.adds()
        ? new Request.AddToList(online.session(), who, step.list(), Optional.empty(), trId.value())
        : new Request.RemoveFromList(who.id(), step.list());
  }

  private void taken(ChangeMemberships it) {
    client.say(new ServerEvent.MembershipsTaken(it.trId(), it.verb()));
    if (it.verb().equals("ADL")) {
      named.run();
    }
  }

  /** {@code FQY 12 53}. */
  void find(FindNetworks it) {
    read(it.xml(), it.trId())
        .ifPresent(asked -> find(it.trId(), asked, asked.people().iterator(), new ArrayList<>()));
  }

  private void find(TrId trId, Memberships asked, Iterator<Member> people, List<Member> found) {
    if (!people.hasNext()) {
      String xml = Memberships.of(found).answering(asked);
      client.say(new ServerEvent.NetworksFound(trId, xml.getBytes(StandardCharsets.UTF_8)));
      return;
    }
    Member member = people.next();
    Optional<EmailAddress> address = member.address();
    if (address.isEmpty()) {
      found.add(new Member(member.account(), 0, NONE, Optional.empty()));
      find(trId, asked, people, found);
      return;
    }
    client.await(
        client.backbone().accounts().byAddress(address.get()),
        trId,
        card -> {
          int network = card.isPresent() ? Memberships.HERE : NONE;
          found.add(new Member(member.account(), 0, network, Optional.empty()));
          find(trId, asked, people, found);
        });
  }

  private Optional<Memberships> read(byte[] xml, TrId trId) {
    try {
      return Optional.of(Memberships.read(xml));
    } catch (MalformedCommand fault) {
      client.refuse(fault.fault() == Fault.CHOICE ? NOBODY_IN_DOMAIN : NO_SUCH_LIST, trId);
      client.close();
      return Optional.empty();
    }
  }

  // what the server says unasked

  /** {@code ADL 0 83}: somebody put the client's owner on their list. */
  static ServerEvent addedBy(Card who) {
    return changed("ADL", who);
  }

  /** {@code RML 0 83}: somebody took the client's owner off it. */
  static ServerEvent removedBy(Card who) {
    return changed("RML", who);
  }

  private static ServerEvent changed(String verb, Card who) {
    Member member = Member.of(who.address(), ContactList.REVERSE.bit(), Optional.of(who.name()));
    return new ServerEvent.MembershipsChanged(
        verb, Memberships.of(List.of(member)).xml().getBytes(StandardCharsets.UTF_8));
  }
}
