package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.testkit.ExpectedLines.Somebody;
import im.chrysalis.testkit.Step.Speaker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person of a pair with their client: what it says in its version, what it must hear. */
final class MatrixClient implements AutoCloseable {
  private final TestServer server;
  private final int version;
  private final ExpectedLines lines;
  private final Connection connection;
  private final List<Connection> all = new ArrayList<>();
  private Somebody me;

  MatrixClient(TestServer server, Person person, int version) throws IOException {
    this.server = server;
    this.version = version;
    this.lines = new ExpectedLines(version);
    this.connection = open(server.notification());
    this.me = new Somebody(person, version, "NLN", person.usualFriendlyName(), "", false);
  }

  private Connection open(InetSocketAddress address) throws IOException {
    Connection opened = Connection.to(address);
    all.add(opened);
    return opened;
  }

  Somebody me() {
    return me;
  }

  void comesOnline(Acquaintances known) throws Exception {
    Speaker speaker = new Speaker(me.person().name(), "");
    SignIn signIn = SignIn.of(version, connection, speaker, server, known);
    signIn.signIn();
    if (version >= 16) {
      connection.nextLike("UBX .* 0");
    }
    signIn.comeOnline("NLN");
  }

  /** These commands and no other, in whatever order. */
  void hears(List<String> expected) {
    hears(connection, expected);
  }

  void hears(String expected) {
    hears(List.of(expected));
  }

  private static void hears(Connection connection, List<String> expected) {
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      heard.add(next(connection));
    }
    assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String next(Connection connection) {
    Arrival arrival = connection.next();
    return arrival instanceof Arrival.Command(Frame frame)
        ? frame.payload().isEmpty() ? frame.line() : frame.line() + "\n" + frame.payload()
        : arrival.told("");
  }

  void sees(MatrixClient other) {
    hears(lines.presence(other.me));
  }

  /** The other has come, so all is told. */
  void seesComing(MatrixClient other) {
    List<String> expected = new ArrayList<>(List.of(lines.presence(other.me)));
    lines.personal(other.me).ifPresent(expected::add);
    hears(expected);
  }

  /** Itself, and the other, who was there already. */
  void seesAtFirst(MatrixClient other) {
    List<String> expected = new ArrayList<>(lines.self(me));
    expected.add(lines.initialPresence(other.me));
    lines.personal(other.me).ifPresent(expected::add);
    hears(expected);
  }

  void seesItself() {
    hears(lines.self(me));
  }

  void seesLeaving(MatrixClient other) {
    hears(lines.gone(other.me));
  }

  void seesMessageOf(MatrixClient other) {
    if (version >= 11) {
      hears(lines.personal(other.me).stream().toList());
    }
  }

  // what it says

  void changesStatus(String status) throws IOException {
    me = me.with(status, true);
    String words = status;
    if (version >= 8) {
      words += " " + TicketSignIn.CAPABILITIES;
      words += version >= 16 ? ":" + TicketSignIn.MORE_CAPABILITIES : "";
    }
    words += version >= 9 ? " " + Somebody.PICTURE : "";
    says("CHG 8 " + words, "CHG 8 " + Pattern.quote(words));
    seesItself();
  }

  /** From MSNP11 on; before that nobody can. */
  boolean tells(String message) throws IOException {
    if (version < 11) {
      return false;
    }
    me = me.telling(message);
    String xml = "<Data><PSM>" + message + "</PSM><CurrentMedia></CurrentMedia></Data>";
    says("UUX 9 " + xml.length(), xml, "UUX 9 0");
    seesItself();
    return true;
  }

  void takesName(String name) throws IOException {
    me = me.named(name);
    String address = me.person().address().text();
    String command = version < 10 ? "REA 10 " + address + " " + name : "PRP 10 MFN " + name;
    connection.send(command + "\r\n");
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < lines.self(me).size() + 1; i++) {
      heard.add(next(connection).replaceFirst("REA 10 \\d+ ", "REA 10 "));
    }
    List<String> expected = new ArrayList<>(lines.self(me));
    expected.add(command);
    assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
  }

  void blocks(MatrixClient other) throws IOException {
    String them = other.me.person().address().text();
    if (version < 10) {
      says("REM 20 AL " + them, "REM 20 AL \\d+ " + Pattern.quote(them));
      says("ADD 21 BL " + them + " x", "ADD 21 BL \\d+ " + Pattern.quote(them) + " x");
    } else if (version < 13) {
      says("REM 20 AL " + them, "REM 20 AL " + Pattern.quote(them));
      says("ADC 21 BL N=" + them, "ADC 21 BL N=" + Pattern.quote(them));
    } else {
      String xml = "<ml><d n=\"example.test\"><c n=\"%s\" l=\"%d\" t=\"1\"/></d></ml>";
      String allowed = xml.formatted(other.me.person().name(), 2);
      String blocked = xml.formatted(other.me.person().name(), 4);
      says("RML 20 " + allowed.length(), allowed, "RML 20 OK");
      says("ADL 21 " + blocked.length(), blocked, "ADL 21 OK");
    }
  }

  void signsOff() throws IOException {
    connection.send("OUT\r\n");
    assertThat(connection.next()).isInstanceOf(Arrival.Closed.class);
  }

  /** The answer's words in parentheses. */
  private Matcher says(String line, String answer) throws IOException {
    return says(line, "", answer);
  }

  private Matcher says(String line, String payload, String answer) throws IOException {
    connection.send(line + "\r\n" + payload);
    return match(next(connection), answer);
  }

  private static Matcher match(String heard, String answer) {
    Matcher matcher = Pattern.compile(answer).matcher(heard);
    assertThat(matcher.matches()).as("%s is like %s", heard, answer).isTrue();
    return matcher;
  }

  // conversations

  /** Opens a conversation, and the other comes into it. */
  Talk invites(MatrixClient other) throws IOException {
    Matcher referral = says("XFR 11 SB", "XFR 11 SB (\\S+) CKI (\\S+)" + quoted(lines.tail()));
    Connection board = open(address(referral.group(1)));
    board.send("USR 1 " + whoAndWhere() + " " + referral.group(2) + "\r\n");
    hears(board, List.of("USR 1 OK " + whoAndWhere() + " " + me.name()));
    board.send("CAL 2 " + other.me.person().address() + "\r\n");
    Matcher ringing = match(next(board), "CAL 2 RINGING (\\d{1,10})");
    Matcher ring =
        match(
            next(other.connection),
            "RNG %s (\\S+) CKI (\\S+) %s %s%s"
                .formatted(
                    ringing.group(1),
                    quoted(me.person().address().text()),
                    quoted(me.name()),
                    quoted(other.lines.tail())));
    Connection joining = other.open(address(ring.group(1)));
    joining.send(
        "ANS 1 %s %s %s\r\n".formatted(other.whoAndWhere(), ring.group(2), ringing.group(1)));
    for (String line : other.lines.present(me)) {
      hears(joining, List.of(line));
    }
    hears(joining, List.of("ANS 1 OK"));
    for (String line : lines.joins(other.me)) {
      hears(board, List.of(line));
    }
    return new Talk(this, board, other, joining);
  }

  /** A conversation of two, as both see it. */
  record Talk(
      MatrixClient first, Connection firstBoard, MatrixClient second, Connection secondBoard) {
    void firstSays(String receipt, String head, String body) throws IOException {
      passes(first, firstBoard, secondBoard, receipt, head, body);
    }

    void secondSays(String receipt, String head, String body) throws IOException {
      passes(second, secondBoard, firstBoard, receipt, head, body);
    }

    private static void passes(
        MatrixClient from,
        Connection board,
        Connection other,
        String receipt,
        String head,
        String body)
        throws IOException {
      String mime = "MIME-Version: 1.0\r\nContent-Type: " + head + "\r\n\r\n" + body;
      board.send("MSG 5 %s %d\r\n%s".formatted(receipt, mime.length(), mime));
      if (receipt.equals("A") || receipt.equals("D")) {
        hears(board, List.of("ACK 5"));
      }
      hears(
          other,
          List.of(
              "MSG %s %s %d\n%s"
                  .formatted(from.me.person().address(), from.me.name(), mime.length(), mime)));
    }

    void firstLeaves() throws IOException {
      firstBoard.send("OUT\r\n");
      assertThat(firstBoard.next()).isInstanceOf(Arrival.Closed.class);
      for (String line : second.lines.leaves(first.me)) {
        hears(secondBoard, List.of(line));
      }
    }
  }

  private String whoAndWhere() {
    String address = me.person().address().text();
    return version < 16 ? address : address + ";" + Person.place(me.person().name());
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return new InetSocketAddress(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  /** Nothing has come that was not awaited. */
  void hearsNothingMore() {
    assertThat(RoundTrip.unexpectedOn(connection).map(it -> it.told(""))).isEmpty();
  }

  @Override
  public void close() throws IOException {
    for (Connection opened : all) {
      opened.close();
    }
  }
}
