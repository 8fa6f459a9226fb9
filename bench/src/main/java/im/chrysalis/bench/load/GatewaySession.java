package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;

/** One switchboard connection in the bodies of HTTP requests, by calls that block. */
final class GatewaySession implements Seat, AutoCloseable {
  private static final String SESSION = "\r\nX-MSN-Messenger: SessionID=";

  private final WebConnection web;
  private String id = "";
  private String unread = "";

  private GatewaySession(WebConnection web) {
    this.web = web;
  }

  static GatewaySession open(InetSocketAddress http) throws IOException, LoadFailed {
    GatewaySession session = new GatewaySession(WebConnection.plain(http));
    session.send("Action=open&Server=SB&IP=messenger.hotmail.com", "");
    session.receive();
    return session;
  }

  @Override
  public void say(String said) throws IOException, LoadFailed {
    send("SessionID=" + id, said);
    unread += receive();
  }

  @Override
  public void await(String verb) throws IOException, LoadFailed {
    while (true) {
      int end = unread.indexOf("\r\n");
      if (end < 0) {
        sendLongPoll();
        unread += receive();
      } else {
        boolean found = unread.startsWith(verb + " ");
        unread = unread.substring(end + 2);
        if (found) return;
      }
    }
  }

  /** Asks for what there is now. */
  String poll() throws IOException, LoadFailed {
    send("Action=poll&SessionID=" + id, "");
    return receive();
  }

  /** Asks to be answered as soon as there is something; {@link #receive} has to follow. */
  void sendLongPoll() throws IOException {
    send("Action=poll&Lifespan=60&SessionID=" + id, "");
  }

  private void send(String query, String body) throws IOException {
    web.send(
        "POST http://gateway.messenger.hotmail.com/gateway/gateway.dll?"
            + query
            + " HTTP/1.1\r\nHost: gateway.messenger.hotmail.com\r\n"
            + "Content-Type: text/xml; charset=utf-8\r\nProxy-Connection: Keep-Alive\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  /** The body of the next answer. */
  String receive() throws IOException, LoadFailed {
    WebConnection.Answer answer = web.receive();
    int at = answer.head().indexOf(SESSION);
    if (!answer.isOk() || at < 0) throw new LoadFailed("the gateway answered " + answer.head());
    id = answer.head().substring(at + SESSION.length(), answer.head().indexOf(';', at));
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    web.close();
  }
}
