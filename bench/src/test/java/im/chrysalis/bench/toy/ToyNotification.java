package im.chrysalis.bench.toy;

import im.chrysalis.bench.load.Md5;
import im.chrysalis.bench.toy.ToyAccounts.ToyAccount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lists, presence, referrals. */
final class ToyNotification {
  private static final String SERIAL = "27";

  private final ToyAccounts accounts;
  private final ToyTickets tickets;
  private final ToySwitchboard switchboard;
  private final Map<String, Session> online = new ConcurrentHashMap<>();

  private record Session(ToyAccount account, String status, ToyLine line) {}

  ToyNotification(ToyAccounts accounts, ToyTickets tickets, ToySwitchboard switchboard) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.switchboard = switchboard;
  }

  void serve(ToyLine line) throws IOException {
    ToySignIn signIn = new ToySignIn(accounts, tickets, line);
    Optional<ToyAccount> signedIn = signIn.run();
    if (signedIn.isEmpty()) return;
    ToyAccount me = signedIn.get();
    try {
      String challenge = "";
      for (var next = line.next(); next.isPresent(); next = line.next()) {
        String[] words = next.get();
        switch (words[0]) {
          case "SYN" -> line.say(lists(me, words[1], signIn.dialect()));
          case "BLP" -> line.say(String.join(" ", words));
          case "ADL" -> {
            line.payload(Integer.parseInt(words[2]));
            line.say("ADL " + words[1] + " OK");
          }
          case "CHG" -> {
            boolean first = changeStatus(me, words, line);
            if (first) {
              challenge = ToySignIn.digits();
              line.say("CHL 0 " + challenge);
            }
          }
          case "QRY" -> {
            String answer = new String(line.payload(Integer.parseInt(words[3])));
            if (!Md5.query(Integer.parseInt(words[1]), challenge).endsWith(answer)) {
              line.say("540 " + words[1]);
              return;
            }
            line.say("QRY " + words[1]);
          }
          case "XFR" -> line.say("XFR " + words[1] + " SB " + switchboard.welcome(me, this::ring));
          case "OUT" -> {
            return;
          }
          default -> line.say("500 " + words[1]);
        }
      }
    } finally {
      leave(me, line);
    }
  }

  private String[] lists(ToyAccount me, String trId, String dialect) {
    return switch (dialect) {
      case "MSNP7" -> listByList(me, trId);
      case "MSNP9" ->
          new String[] {"SYN " + trId + " " + SERIAL + " 0 1", "GTC A", "BLP AL", "LSG 0 ~ 0"};
      default ->
          new String[] {"SYN " + trId + " now now 0 0", "GTC A", "BLP AL", "PRP MFN " + me.name()};
    };
  }

  private String[] listByList(ToyAccount me, String trId) {
    List<String> lines = new ArrayList<>();
    String head = " " + trId + " " + SERIAL + " ";
    lines.add("SYN " + trId + " " + SERIAL);
    lines.add("GTC" + head + "A");
    lines.add("BLP" + head + "AL");
    for (String phone : List.of("PHH", "PHW", "PHM")) lines.add("PRP" + head + phone);
    lines.add("LSG" + head + "1 1 0 ~ 0");
    addList(lines, trId, "FL", me.forward(), " 0");
    addList(lines, trId, "AL", me.forward(), "");
    addList(lines, trId, "BL", List.of(), "");
    addList(lines, trId, "RL", me.reverse(), "");
    return lines.toArray(String[]::new);
  }

  private void addList(
      List<String> lines, String trId, String list, List<String> people, String tail) {
    String head = "LST " + trId + " " + list + " " + SERIAL + " ";
    if (people.isEmpty()) lines.add(head + "0 0");
    for (int i = 0; i < people.size(); i++) {
      String address = people.get(i);
      String name = accounts.find(address).orElseThrow().name();
      lines.add(head + (i + 1) + " " + people.size() + " " + address + " " + name + tail);
      if (list.equals("FL")) lines.add("BPR " + SERIAL + " " + address + " PHH");
    }
  }

  private boolean changeStatus(ToyAccount me, String[] words, ToyLine line) throws IOException {
    boolean first = online.put(me.address(), new Session(me, words[2], line)) == null;
    line.say(String.join(" ", words));
    if (first) {
      for (String contact : me.forward()) {
        Session other = online.get(contact);
        if (other != null) {
          line.say("ILN " + words[1] + " " + other.status() + " " + named(other.account()));
        }
      }
    }
    tellWatchers(me, "NLN " + words[2] + " " + named(me));
    return first;
  }

  private static String named(ToyAccount account) {
    return account.address() + " " + account.name();
  }

  private void tellWatchers(ToyAccount me, String what) throws IOException {
    for (String watcher : me.reverse()) {
      Session session = online.get(watcher);
      if (session != null) session.line().say(what);
    }
  }

  private void leave(ToyAccount me, ToyLine line) throws IOException {
    Session mine = online.get(me.address());
    if (mine != null && mine.line() == line && online.remove(me.address(), mine)) {
      tellWatchers(me, "FLN " + me.address());
    }
  }

  private boolean ring(String address, String invitation) throws IOException {
    Session session = online.get(address);
    if (session == null) return false;
    session.line().say("RNG " + switchboard.invite(session.account(), invitation));
    return true;
  }
}
