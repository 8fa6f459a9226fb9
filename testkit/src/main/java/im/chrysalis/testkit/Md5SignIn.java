package im.chrysalis.testkit;

import im.chrysalis.testkit.Connection.NeverCame;
import java.io.IOException;

/** Signs somebody in the way clients of MSNP2 to MSNP7 do. */
final class Md5SignIn {
  private final Connection connection;
  private final Person person;

  Md5SignIn(Connection connection, Person person) {
    this.connection = connection;
    this.person = person;
  }

  static boolean speaks(int dialect) {
    return dialect >= 2 && dialect <= 7;
  }

  /** From the greeting to the profile message. */
  void signIn(int dialect) throws IOException, NeverCame {
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

  /** Fetches the lists and chooses a first status. */
  void comeOnline(String status) throws IOException, NeverCame {
    connection.send("SYN 5 0\r\n");
    // the last entry of the last list
    connection.nextLike("LST 5 RL \\S+ (\\d+) \\1( .*)?");
    connection.send("CHG 6 " + status + "\r\n");
    connection.nextLike("CHG 6 " + status);
  }

  private String answerTo(String challenge) {
    var captures = new Captures();
    captures.put("challenge", challenge, "sign-in");
    try {
      return Template.of("{md5 challenge " + person.name() + "'s password}").filled(captures, 0);
    } catch (TemplateReader.Malformed | Template.Unfilled e) {
      throw new IllegalStateException(e);
    }
  }
}
