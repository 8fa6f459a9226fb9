package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client's connection in the matrix, of which all that comes must be awaited. */
record MatrixConnection(Connection connection) {
  static MatrixConnection to(InetSocketAddress address) throws IOException {
    return new MatrixConnection(Connection.to(address));
  }

  static MatrixConnection to(String hostAndPort) throws IOException {
    int colon = hostAndPort.lastIndexOf(':');
    return to(
        new InetSocketAddress(
            hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1))));
  }

  void send(String line) throws IOException {
    send(line, "");
  }

  void send(String line, String payload) throws IOException {
    connection.send(line + "\r\n" + payload);
  }

  /** The next command, its payload behind a line feed. */
  String next() {
    Arrival arrival = connection.next();
    return arrival instanceof Arrival.Command(Frame frame)
        ? frame.payload().isEmpty() ? frame.line() : frame.line() + "\n" + frame.payload()
        : arrival.told("");
  }

  /** These commands and no other, in whatever order. */
  void hears(List<String> expected) {
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      heard.add(next());
    }
    assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
  }

  void hears(String expected) {
    assertThat(next()).isEqualTo(expected);
  }

  /** A command that is like this; its words in parentheses. */
  Matcher hearsLike(String expected) {
    String heard = next();
    Matcher matcher = Pattern.compile(expected, Pattern.DOTALL).matcher(heard);
    assertThat(matcher.matches()).as("%s is like %s", heard, expected).isTrue();
    return matcher;
  }

  void hearsEnd() {
    assertThat(connection.next()).isInstanceOf(Arrival.Closed.class);
  }

  void hearsNothingMore() {
    assertThat(RoundTrip.unexpectedOn(connection).map(it -> it.told(""))).isEmpty();
  }
}
