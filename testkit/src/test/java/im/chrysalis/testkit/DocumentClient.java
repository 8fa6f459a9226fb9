package im.chrysalis.testkit;

import static java.util.regex.Pattern.quote;

import im.chrysalis.testkit.Step.Speaker;
import java.io.IOException;
import java.util.List;

/** A client of MSNP21: it sees others in documents, and talks without switchboards. */
final class DocumentClient implements MatrixClient {
  private final TestServer server;
  private final ExpectedDocuments documents;
  private final MatrixConnection home;
  private Somebody me;

  DocumentClient(TestServer server, Somebody me) throws IOException {
    this.server = server;
    this.documents = new ExpectedDocuments(me.person());
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
    SignIn signIn = SignIn.of(me.version(), home.connection(), speaker, server, known);
    signIn.signIn();
    signIn.comeOnline("NLN");
  }

  // what it says of its owner

  @Override
  public void changesStatus(String status) throws IOException {
    me = me.with(status, true);
    String picture = Somebody.PICTURE.replace("<", "&lt;").replace(">", "&gt;");
    publishes(
        "<s n=\"IM\"><Status>%s</Status></s>".formatted(status)
            + "<s n=\"PE\"><UserTileLocation>%s</UserTileLocation></s>".formatted(picture));
  }

  @Override
  public boolean tells(String message) throws IOException {
    me = me.telling(message);
    publishes("<s n=\"PE\"><PSM>%s</PSM></s>".formatted(message));
    return true;
  }

  @Override
  public void takesName(String name) throws IOException {
    me = me.named(name);
    publishes("<s n=\"PE\"><FriendlyName>%s</FriendlyName></s>".formatted(name));
  }

  private void publishes(String inside) throws IOException {
    String document = "<user>" + inside + "</user>";
    String message =
        """
        Routing: 1.0
        To: 1:%s
        From: %s

        Reliability: 1.0

        Publication: 1.0
        Uri: /user
        Content-Type: application/user+xml
        Content-Length: %d

        %s\
        """
            .formatted(me.address(), here(me), document.length(), document)
            .replace("\n", "\r\n");
    home.send("PUT 8 " + message.length(), message);
    home.hears(List.of("PUT 8 OK 0", documents.self(me)));
  }

  @Override
  public void blocks(MatrixClient other) throws IOException {
    String xml =
        "<ml><d n=\"example.test\"><c n=\"%s\" t=\"1\"><s l=\"%d\" n=\"IM\"/></c></d></ml>";
    String allowed = xml.formatted(other.me().person().name(), 2);
    String blocked = xml.formatted(other.me().person().name(), 4);
    home.send("RML 20 " + allowed.length(), allowed);
    home.hears("RML 20 OK");
    home.send("ADL 21 " + blocked.length(), blocked);
    home.hears("ADL 21 OK");
  }

  @Override
  public void signsOff() throws IOException {
    home.send("OUT");
    home.hearsEnd();
  }

  // what it sees

  @Override
  public void seesItself() {
    home.hears(documents.self(me));
  }

  @Override
  public void seesAtFirst(MatrixClient other) {
    home.hears(List.of(documents.self(me), documents.comes(other.me())));
  }

  @Override
  public void seesComing(MatrixClient other) {
    home.hears(documents.comes(other.me()));
  }

  @Override
  public void seesChanged(MatrixClient other) {
    home.hears(documents.changes(other.me()));
  }

  @Override
  public void seesMessageOf(MatrixClient other) {
    home.hears(documents.changes(other.me()));
  }

  @Override
  public void seesLeaving(MatrixClient other) {
    home.hears(documents.gone(other.me()));
  }

  // talk

  @Override
  public void says(Saying what, MatrixClient to) throws IOException {
    String message = what.routed(from(me, what), "1:" + to.me().address());
    home.send("SDG 5 " + message.length(), message);
  }

  /** A place of the sender in front of data would say that they are of the later kind. */
  private static String from(Somebody it, Saying what) {
    return what.isData() ? "1:" + it.address() : here(it);
  }

  private static String here(Somebody it) {
    return it.isPlaced() ? "1:%s;epid=%s".formatted(it.address(), it.place()) : "1:" + it.address();
  }

  /** Nothing is heard before somebody speaks. */
  @Override
  public void isCalledBy(LineClient caller) {
    hearsNothingMore();
  }

  @Override
  public void hears(Saying what, MatrixClient from) {
    String message = what.routed(from(from.me(), what), "1:" + me.address());
    home.hears("SDG 0 %d\n%s".formatted(message.length(), message));
  }

  /** A talk has no end here. */
  @Override
  public void leavesTalk() {
    hearsNothingMore();
  }

  @Override
  public void seesLeavingTalk(MatrixClient other) {
    hearsNothingMore();
  }

  @Override
  public void leaves(String text, MatrixClient reader) throws IOException {
    says(Saying.text(text), reader);
  }

  @Override
  public void hearsWhatWasLeft(String text, MatrixClient from) {
    home.hearsLike(
        "MSG Hotmail Hotmail \\d+\n.*x-msmsgsinitialmdatanotification.*<E>%s</E>.*"
            .formatted(quote(from.me().address())));
  }

  @Override
  public void hearsNothingMore() {
    home.hearsNothingMore();
  }

  @Override
  public void close() throws IOException {
    home.connection().close();
  }
}
