package im.chrysalis.bench.toy;

import im.chrysalis.bench.toy.ToyAccounts.ToyAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Conversations: who has a token may open one or answer an invitation to one. */
final class ToySwitchboard {
  private final int port;
  private final AtomicLong counter = new AtomicLong(1000);
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  private final Map<String, List<Member>> rooms = new ConcurrentHashMap<>();

  /** Rings somebody up. */
  interface Bell {
    boolean ring(String address, String invitation) throws IOException;
  }

  private record Ticket(ToyAccount account, String room, Bell bell) {}

  private record Member(ToyAccount account, ToyLine line) {}

  ToySwitchboard(int port) {
    this.port = port;
  }

  /** The rest of {@code XFR t SB …} for somebody who wants to talk. */
  String welcome(ToyAccount account, Bell bell) {
    return "127.0.0.1:" + port + " CKI " + ticket(account, newNumber(), bell);
  }

  /** The rest of {@code RNG …} for somebody invited; the invitation is the room and who calls. */
  String invite(ToyAccount invited, String invitation) {
    String room = invitation.substring(0, invitation.indexOf(' '));
    String caller = invitation.substring(invitation.indexOf(' ') + 1);
    String ticket = ticket(invited, room, (_, _) -> false);
    return room + " 127.0.0.1:" + port + " CKI " + ticket + " " + caller;
  }

  private String ticket(ToyAccount account, String room, Bell bell) {
    String token = newNumber() + "." + newNumber();
    tickets.put(token, new Ticket(account, room, bell));
    return token;
  }

  private String newNumber() {
    return Long.toString(counter.incrementAndGet());
  }

  void serve(ToyLine line) throws IOException {
    var first = line.next();
    if (first.isEmpty()) return;
    String[] words = first.get();
    Ticket ticket = tickets.remove(words[3]);
    if (ticket == null || !ticket.account().address().equals(words[2])) {
      line.say("911 " + words[1]);
      return;
    }
    ToyAccount me = ticket.account();
    Member member = new Member(me, line);
    List<Member> room = rooms.computeIfAbsent(ticket.room(), _ -> new CopyOnWriteArrayList<>());
    if (words[0].equals("ANS")) {
      answer(words, member, room);
    } else {
      room.add(member);
      line.say("USR " + words[1] + " OK " + named(me));
    }
    try {
      talk(member, room, ticket);
    } finally {
      room.remove(member);
      for (Member other : room) other.line().say("BYE " + me.address());
    }
  }

  private static void answer(String[] words, Member member, List<Member> room) throws IOException {
    List<Member> others = List.copyOf(room);
    int place = 1;
    for (Member other : others) {
      String head = "IRO " + words[1] + " " + place++ + " " + others.size() + " ";
      member.line().say(head + named(other.account()));
    }
    member.line().say("ANS " + words[1] + " OK");
    // before the others hear of it, for they may speak at once
    room.add(member);
    for (Member other : others) other.line().say("JOI " + named(member.account()));
  }

  private void talk(Member member, List<Member> room, Ticket ticket) throws IOException {
    ToyLine line = member.line();
    String me = named(member.account());
    for (var next = line.next(); next.isPresent(); next = line.next()) {
      String[] words = next.get();
      switch (words[0]) {
        case "CAL" -> {
          boolean rings = ticket.bell().ring(words[2], ticket.room() + " " + me);
          String reply =
              rings ? "CAL " + words[1] + " RINGING " + ticket.room() : "217 " + words[1];
          line.say(reply);
        }
        case "MSG" -> {
          byte[] payload = line.payload(Integer.parseInt(words[3]));
          for (Member other : room) {
            if (other != member) other.line().say("MSG " + me + " " + words[3], payload);
          }
        }
        default -> {
          return;
        }
      }
    }
  }

  private static String named(ToyAccount account) {
    return account.address() + " " + account.name();
  }
}
