package im.chrysalis.bench.toy;

import im.chrysalis.bench.load.Md5;
import im.chrysalis.bench.toy.ToyAccounts.ToyAccount;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The way in, by password and by ticket. */
final class ToySignIn {
  private static final byte[] PROFILE =
      "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsprofile; charset=UTF-8\r\n\r\n".getBytes();

  private final ToyAccounts accounts;
  private final ToyTickets tickets;
  private final ToyLine line;
  private final String challenge = digits() + "." + digits();
  private String dialect = "";

  ToySignIn(ToyAccounts accounts, ToyTickets tickets, ToyLine line) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.line = line;
  }

  /** What the client speaks. */
  String dialect() {
    return dialect;
  }

  /** Who is in; nobody when the proof is wrong or the client makes no sense. */
  Optional<ToyAccount> run() throws IOException {
    Optional<ToyAccount> claimed = Optional.empty();
    for (var next = line.next(); next.isPresent(); next = line.next()) {
      String[] words = next.get();
      switch (words[0]) {
        case "VER" -> {
          dialect = words[2];
          line.say("VER " + words[1] + " " + dialect);
        }
        case "INF" -> line.say("INF " + words[1] + " MD5");
        case "CVR" -> line.say("CVR " + words[1] + " 1 1 1 http://bench.test/ http://bench.test/");
        case "USR" -> {
          if (words[3].equals("I")) {
            claimed = accounts.find(words[4]);
            line.say("USR " + words[1] + " " + words[2] + " S " + question(words[2]));
          } else {
            return claimed.isPresent() && isProven(claimed.get(), words)
                ? welcome(claimed.get(), words[1])
                : refuse(words[1]);
          }
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private String question(String method) {
    return method.equals("SSO") ? "MBI_KEY_OLD " + challenge : challenge;
  }

  private boolean isProven(ToyAccount account, String[] words) {
    return switch (words[2]) {
      case "MD5" -> words[4].equals(Md5.answer(challenge, account.password()));
      case "TWN" -> tickets.isOf(account, words[4]);
      case "SSO" ->
          tickets.isOf(account, words[4]) && tickets.isProven(words[4], challenge, words[5]);
      default -> false;
    };
  }

  private Optional<ToyAccount> welcome(ToyAccount account, String trId) throws IOException {
    String name = dialect.equals("MSNP7") ? account.name() + " 1" : "1 0";
    line.say("USR " + trId + " OK " + account.address() + " " + name);
    line.say("MSG Hotmail Hotmail " + PROFILE.length, PROFILE);
    return Optional.of(account);
  }

  private Optional<ToyAccount> refuse(String trId) throws IOException {
    line.say("911 " + trId);
    return Optional.empty();
  }

  static String digits() {
    return Long.toString(ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L));
  }
}
