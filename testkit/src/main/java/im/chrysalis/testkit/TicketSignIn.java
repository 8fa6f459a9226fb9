package im.chrysalis.testkit;

import im.chrysalis.testkit.Connection.NeverCame;
import java.io.IOException;

/** Signs somebody in the way clients of MSNP8 to MSNP12 do. */
final class TicketSignIn implements SignIn {
  /** What the client says that it can do. */
  static final long CAPABILITIES = 268435492;

  private static final int FIRST_WITH_STAMPS = 10;

  private final int dialect;
  private final Connection connection;
  private final Person person;
  private final Network network;

  TicketSignIn(int dialect, Connection connection, Person person, Network network) {
    this.dialect = dialect;
    this.connection = connection;
    this.person = person;
    this.network = network;
  }

  @Override
  public void signIn() throws IOException, NeverCame {
    connection.send("VER 1 MSNP" + dialect + " CVR0\r\n");
    connection.nextLike("VER 1 MSNP" + dialect);
    connection.send(
        "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 7.5.0299 msmsgs " + person.address() + "\r\n");
    connection.nextLike("CVR 2 7.5.0299 .*");
    connection.send("USR 3 TWN I " + person.address() + "\r\n");
    connection.nextLike("USR 3 TWN S \\S+");
    connection.send("USR 4 TWN S " + network.ticket(person.address()) + "\r\n");
    connection.nextLike("USR 4 OK .*");
    connection.nextLike("MSG Hotmail Hotmail \\d+");
  }

  @Override
  public void comeOnline(String status) throws IOException, NeverCame {
    connection.send(dialect < FIRST_WITH_STAMPS ? "SYN 5 0\r\n" : "SYN 5 0 0\r\n");
    String[] announced = connection.nextLike("SYN 5 .* \\d+ \\d+").line().split(" ", -1);
    for (int people = Integer.parseInt(announced[announced.length - 2]); people > 0; people--) {
      connection.nextLike("LST .*");
    }
    connection.send("CHG 6 %s %d\r\n".formatted(status, CAPABILITIES));
    connection.nextLike("CHG 6 %s %d".formatted(status, CAPABILITIES));
  }
}
