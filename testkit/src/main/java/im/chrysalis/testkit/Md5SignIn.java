package im.chrysalis.testkit;

import im.chrysalis.testkit.Connection.NeverCame;
import java.io.IOException;

/** Signs somebody in the way clients of MSNP2 to MSNP7 do. */
final class Md5SignIn implements SignIn {
  private final int dialect;
  private final Connection connection;
  private final Person person;
  private final Network network;

  Md5SignIn(int dialect, Connection connection, Person person, Network network) {
    this.dialect = dialect;
    this.connection = connection;
    this.person = person;
    this.network = network;
  }

  @Override
  public void signIn() throws IOException, NeverCame {
    connection.send("VER 1 MSNP" + dialect + " CVR0\r\n");
    connection.nextLike("VER 1 MSNP" + dialect);
    connection.send("INF 2\r\n");
    connection.nextLike("INF 2 MD5");
    connection.send("USR 3 MD5 I " + person.address() + "\r\n");
    String line = connection.nextLike("USR 3 MD5 S \\S+").line();
    connection.send("USR 4 MD5 S " + answerTo(line.substring(line.lastIndexOf(' ') + 1)) + "\r\n");
    connection.nextLike("USR 4 OK .*");
    connection.nextLike("MSG Hotmail Hotmail \\d+");
  }

  @Override
  public void comeOnline(String status) throws IOException, NeverCame {
    connection.send("SYN 5 0\r\n");
    // the last entry of the last list
    connection.nextLike("LST 5 RL \\S+ (\\d+) \\1( .*)?");
    connection.send("CHG 6 " + status + "\r\n");
    connection.nextLike("CHG 6 " + status);
  }

  private String answerTo(String challenge) {
    try {
      return Template.of("{md5 \"%s\" %s's password}".formatted(challenge, person.name()))
          .filled(new Captures(network), 0);
    } catch (TemplateReader.Malformed | Template.Unfilled e) {
      throw new IllegalStateException(e);
    }
  }
}
