package im.chrysalis.bench.load;

import java.io.IOException;
import java.util.List;

/**
 * What one client says to sign in, from the line behind {@code VER} to its first {@code CHG}, and
 * by what it knows that a step was answered. For one sign-in only: some steps count lines.
 *
 * @param account who signs in
 * @param dialect the only one that the client offers
 */
public record Script(Account account, String dialect, List<Step> steps) {
  private static final String CAPABILITIES = "268435492";

  /** One thing said, and its answer. */
  record Step(Saying saying, Answer answer) {}

  /** Makes a line, its end and payload included, from the one that ended the step before. */
  interface Saying {
    String after(Line before) throws IOException;
  }

  /** Recognises the line with which a step ends. */
  interface Answer {
    boolean endsWith(Line line) throws IOException;
  }

  /** MSNP7: the password's MD5. */
  public static Script withPassword(Account account) {
    return new Script(
        account,
        "MSNP7",
        List.of(
            step("INF 2\r\n", "INF"),
            step("USR 3 MD5 I " + account.address() + "\r\n", "USR"),
            new Step(
                challenge ->
                    "USR 4 MD5 S " + Md5.answer(challenge.words(5)[4], account.password()) + "\r\n",
                line -> line.is("USR")),
            new Step(_ -> "SYN 5 0\r\n", Script::endsLists),
            step("CHG 6 NLN\r\n", "CHG")));
  }

  /** The last reverse-list entry: {@code LST 5 RL 27 3 3 ben@x Ben}, or {@code LST 5 RL 27 0 0}. */
  private static boolean endsLists(Line line) throws IOException {
    if (!line.is("LST")) return false;
    String[] words = line.words(6);
    return words[2].equals("RL") && words[4].equals(words[5]);
  }

  /** MSNP8 to MSNP12: a ticket, and the roster person by person. */
  public static Script withTicket(String dialect, Account account, Ticket ticket) {
    boolean stamps = Integer.parseInt(dialect.substring("MSNP".length())) >= 10;
    return new Script(
        account,
        dialect,
        List.of(
            version(account, "7.5.0299"),
            step("USR 3 TWN I " + account.address() + "\r\n", "USR"),
            step("USR 4 TWN S " + ticket.text() + "\r\n", "MSG"),
            new Step(_ -> stamps ? "SYN 5 0 0\r\n" : "SYN 5 0\r\n", new RosterEnd(stamps)),
            step("CHG 6 NLN " + CAPABILITIES + "\r\n", "CHG")));
  }

  /** MSNP15: a ticket and the proof that it is one's own; the lists stand in the address book. */
  public static Script withProof(Account account, Ticket ticket) {
    String nobody = "<ml l=\"1\"></ml>";
    return new Script(
        account,
        "MSNP15",
        List.of(
            version(account, "8.5.1302"),
            step("USR 3 SSO I " + account.address() + "\r\n", "USR"),
            new Step(
                question ->
                    "USR 4 SSO S "
                        + ticket.text()
                        + " "
                        + TicketProof.of(ticket.secret(), question.words(6)[5])
                        + "\r\n",
                line -> line.is("MSG")),
            step("BLP 5 AL\r\n", "BLP"),
            step("ADL 6 " + nobody.length() + "\r\n" + nobody, "ADL"),
            step("CHG 7 NLN " + CAPABILITIES + "\r\n", "CHG")));
  }

  private static Step version(Account account, String program) {
    return step(
        "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR " + program + " msmsgs " + account.address() + "\r\n",
        "CVR");
  }

  private static Step step(String said, String answer) {
    return new Step(_ -> said, line -> line.is(answer));
  }

  /** The last line of what {@code SYN} is answered since MSNP8. */
  private static final class RosterEnd implements Answer {
    private final boolean stamps;
    private int missing;

    RosterEnd(boolean stamps) {
      this.stamps = stamps;
    }

    @Override
    public boolean endsWith(Line line) throws IOException {
      if (line.is("SYN")) {
        missing = announced(line.words(5));
      } else if (line.is("LST") || line.is("LSG") || isOwnName(line)) {
        return --missing == 0;
      }
      return false;
    }

    /** People and groups, and since there are stamps one's own name. */
    private int announced(String[] words) {
      return Integer.parseInt(words[words.length - 2])
          + Integer.parseInt(words[words.length - 1])
          + (stamps ? 1 : 0);
    }

    private boolean isOwnName(Line line) throws IOException {
      return stamps && line.is("PRP") && line.words(2)[1].equals("MFN");
    }
  }
}
