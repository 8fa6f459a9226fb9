package im.chrysalis.testkit;

import static java.util.regex.Pattern.quote;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.testkit.Step.Speaker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** A client up to MSNP18: it sees others line by line, and talks on switchboards. */
final class LineClient implements MatrixClient {
  private final TestServer server;
  private final int version;
  private final ExpectedLines lines;
  private final MatrixConnection home;
  private Optional<MatrixConnection> board = Optional.empty();
  private Somebody me;

  LineClient(TestServer server, Somebody me) throws IOException {
    this.server = server;
    this.version = me.version();
    this.lines = new ExpectedLines(version);
    this.home = MatrixConnection.to(server.notification());
    this.me = me;
  }

  @Override
  public Somebody me() {
    return me;
  }

  @Override
  public void comesOnline(Acquaintances known) throws Exception {
    Speaker speaker = new Speaker(me.person().name(), "");
    SignIn signIn = SignIn.of(version, home.connection(), speaker, server, known);
    signIn.signIn();
    if (version >= 16) {
      home.connection().nextLike("UBX .* 0");
    }
    signIn.comeOnline("NLN");
  }

  // what it says of its owner

  @Override
  public void changesStatus(String status) throws IOException {
    me = me.with(status, true);
    String words = status;
    if (version >= 8) {
      words += " " + TicketSignIn.CAPABILITIES;
      words += version >= 16 ? ":" + TicketSignIn.MORE_CAPABILITIES : "";
    }
    words += version >= 9 ? " " + ExpectedLines.PICTURE : "";
    home.send("CHG 8 " + words);
    home.hears("CHG 8 " + words);
    seesItself();
  }

  /** From MSNP11 on; before that nobody can. */
  @Override
  public boolean tells(String message) throws IOException {
    if (version < 11) {
      return false;
    }
    me = me.telling(message);
    String xml = "<Data><PSM>" + message + "</PSM><CurrentMedia></CurrentMedia></Data>";
    home.send("UUX 9 " + xml.length(), xml);
    home.hears("UUX 9 0");
    seesItself();
    return true;
  }

  @Override
  public void takesName(String name) throws IOException {
    me = me.named(name);
    String word = lines.name(me);
    String command = version < 10 ? "REA 10 " + me.address() + " " + word : "PRP 10 MFN " + word;
    home.send(command);
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < lines.self(me).size() + 1; i++) {
      heard.add(home.next().replaceFirst("REA 10 \\d+ ", "REA 10 "));
    }
    List<String> expected = new ArrayList<>(lines.self(me));
    expected.add(command);
    assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Override
  public void blocks(MatrixClient other) throws IOException {
    String them = other.me().address();
    if (version < 10) {
      says("REM 20 AL " + them, "REM 20 AL \\d+ " + quote(them));
      says("ADD 21 BL " + them + " x", "ADD 21 BL \\d+ " + quote(them) + " x");
    } else if (version < 13) {
      says("REM 20 AL " + them, "REM 20 AL " + quote(them));
      says("ADC 21 BL N=" + them, "ADC 21 BL N=" + quote(them));
    } else {
      String xml = "<ml><d n=\"example.test\"><c n=\"%s\" l=\"%d\" t=\"1\"/></d></ml>";
      String allowed = xml.formatted(other.me().person().name(), 2);
      String blocked = xml.formatted(other.me().person().name(), 4);
      home.send("RML 20 " + allowed.length(), allowed);
      home.hears("RML 20 OK");
      home.send("ADL 21 " + blocked.length(), blocked);
      home.hears("ADL 21 OK");
    }
  }

  private Matcher says(String line, String answer) throws IOException {
    home.send(line);
    return home.hearsLike(answer);
  }

  @Override
  public void signsOff() throws IOException {
    home.send("OUT");
    home.hearsEnd();
  }

  // what it sees

  @Override
  public void seesItself() {
    home.hears(lines.self(me));
  }

  @Override
  public void seesAtFirst(MatrixClient other) {
    List<String> expected = new ArrayList<>(lines.self(me));
    expected.add(lines.initialPresence(other.me()));
    lines.personal(other.me()).ifPresent(expected::add);
    home.hears(expected);
  }

  @Override
  public void seesComing(MatrixClient other) {
    List<String> expected = new ArrayList<>(List.of(lines.presence(other.me())));
    lines.personal(other.me()).ifPresent(expected::add);
    home.hears(expected);
  }

  @Override
  public void seesChanged(MatrixClient other) {
    home.hears(lines.presence(other.me()));
  }

  @Override
  public void seesMessageOf(MatrixClient other) {
    lines.personal(other.me()).ifPresent(home::hears);
  }

  @Override
  public void seesLeaving(MatrixClient other) {
    home.hears(lines.gone(other.me()));
  }

  // talk

  @Override
  public void says(Saying what, MatrixClient to) throws IOException {
    if (board.isEmpty()) {
      calls(to);
    }
    MatrixConnection open = board.orElseThrow();
    open.send("MSG 5 %s %d".formatted(what.receipt(), what.mime().length()), what.mime());
    if (what.isAcknowledged()) {
      open.hears("ACK 5");
    }
  }

  private void calls(MatrixClient other) throws IOException {
    Matcher referral = says("XFR 11 SB", "XFR 11 SB (\\S+) CKI (\\S+)" + quote(lines.tail()));
    MatrixConnection open = MatrixConnection.to(referral.group(1));
    board = Optional.of(open);
    open.send("USR 1 " + whoAndWhere() + " " + referral.group(2));
    open.hears("USR 1 OK " + whoAndWhere() + " " + lines.name(me));
    open.send("CAL 2 " + other.me().address());
    open.hearsLike("CAL 2 RINGING \\d{1,10}");
    other.isCalledBy(this);
    lines.joins(other.me()).forEach(open::hears);
  }

  @Override
  public void isCalledBy(LineClient caller) throws IOException {
    answers(caller.me, lines.present(caller.me));
  }

  /** Comes where it is asked to, and finds somebody there. */
  private void answers(Somebody caller, List<String> present) throws IOException {
    Matcher ring =
        home.hearsLike(
            "RNG (\\d{1,10}) (\\S+) CKI (\\S+) %s %s%s"
                .formatted(
                    quote(caller.address()), quote(lines.name(caller)), quote(lines.tail())));
    MatrixConnection open = MatrixConnection.to(ring.group(2));
    board = Optional.of(open);
    open.send("ANS 1 %s %s %s".formatted(whoAndWhere(), ring.group(3), ring.group(1)));
    present.forEach(open::hears);
    open.hears("ANS 1 OK");
  }

  @Override
  public void hears(Saying what, MatrixClient from) throws IOException {
    if (board.isEmpty()) {
      answers(from.me(), lines.present(from.me()));
    }
    board.orElseThrow().hears(said(what.mime(), from.me()));
  }

  private String said(String mime, Somebody from) {
    return "MSG %s %s %d\n%s".formatted(from.address(), lines.name(from), mime.length(), mime);
  }

  @Override
  public void leavesTalk() throws IOException {
    if (board.isPresent()) {
      board.get().send("OUT");
      board.get().hearsEnd();
    }
  }

  @Override
  public void seesLeavingTalk(MatrixClient other) {
    if (other instanceof LineClient) {
      lines.leaves(other.me()).forEach(board.orElseThrow()::hears);
    }
  }

  /** On the connection since MSNP18; others have a web service for it, or nothing. */
  @Override
  public void leaves(String text, MatrixClient reader) throws IOException {
    if (version < 18) {
      server.leaveMessage(me.person().address(), reader.me().person().address(), text);
      return;
    }
    String mime = Saying.text(text).mime();
    home.send("UUM 15 %s 1 1 %d".formatted(reader.me().address(), mime.length()), mime);
  }

  @Override
  public void hearsWhatWasLeft(String text, MatrixClient from) throws IOException {
    Somebody sender = from.me();
    if (version >= 11) {
      home.hearsLike(
          "MSG Hotmail Hotmail \\d+\n.*x-msmsgsinitialmdatanotification.*<E>%s</E>.*"
              .formatted(quote(sender.address())));
      return;
    }
    answers(sender, List.of(lines.presentInAbsence(sender)));
    MatrixConnection open = board.orElseThrow();
    open.hearsLike(
        "MSG %s %s \\d+\n.*\\[.*] %s"
            .formatted(quote(sender.address()), quote(lines.name(sender)), quote(text)));
    open.hears("BYE " + sender.address());
  }

  private String whoAndWhere() {
    return me.isPlaced() ? me.address() + ";" + me.place() : me.address();
  }

  @Override
  public void hearsNothingMore() {
    home.hearsNothingMore();
  }

  @Override
  public void close() throws IOException {
    home.connection().close();
    if (board.isPresent()) {
      board.get().connection().close();
    }
  }
}
