package im.chrysalis.testkit;

import im.chrysalis.testkit.Connection.NeverCame;
import im.chrysalis.testkit.Step.Speaker;
import im.chrysalis.wire.challenge.TicketProof;
import java.io.IOException;
import java.security.SecureRandom;

/** Signs somebody in the way clients of MSNP8 and later do. */
final class TicketSignIn implements SignIn {
  /** What the client says that it can do. */
  static final long CAPABILITIES = 268435492;

  /** What it says besides where that is asked for. */
  static final int MORE_CAPABILITIES = 48;

  private static final int FIRST_WITH_STAMPS = 10;
  private static final int FIRST_WITH_BOOK = 13;
  private static final int FIRST_WITH_PROOF = 15;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final int dialect;
  private final Connection connection;
  private final Speaker speaker;
  private final Person person;
  private final Network network;
  private final Acquaintances acquaintances;

  TicketSignIn(
      int dialect,
      Connection connection,
      Speaker speaker,
      Network network,
      Acquaintances acquaintances) {
    this.dialect = dialect;
    this.connection = connection;
    this.speaker = speaker;
    this.person = Person.named(speaker.person());
    this.network = network;
    this.acquaintances = acquaintances;
  }

  @Override
  public void signIn() throws IOException, NeverCame {
    String method = dialect < FIRST_WITH_PROOF ? "TWN" : "SSO";
    connection.send("VER 1 MSNP" + dialect + " CVR0\r\n");
    connection.nextLike("VER 1 MSNP" + dialect);
    connection.send(
        "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 7.5.0299 msmsgs " + person.address() + "\r\n");
    connection.nextLike("CVR 2 7.5.0299 .*");
    connection.send("USR 3 " + method + " I " + person.address() + "\r\n");
    String asked = connection.nextLike("USR 3 " + method + " S \\S+( \\S+)?").line();
    String nonce = asked.substring(asked.lastIndexOf(' ') + 1);
    String proof =
        dialect < FIRST_WITH_PROOF ? network.ticket(person.address()) : ticketAndProof(nonce);
    connection.send("USR 4 " + method + " S " + proof + "\r\n");
    connection.nextLike("USR 4 OK .*");
    connection.nextLike("MSG Hotmail Hotmail \\d+");
  }

  private String ticketAndProof(String nonce) {
    SecretTicket ticket = network.secretTicket(person.address());
    String words = ticket.text() + " " + TicketProof.of(ticket.secret(), nonce, RANDOM);
    return SignIn.hasPlaces(dialect) ? words + " " + Person.place(speaker.toString()) : words;
  }

  @Override
  public void comeOnline(String status) throws IOException, NeverCame {
    if (dialect < FIRST_WITH_BOOK) {
      fetchLists();
    } else {
      sayLists();
    }
    if (SignIn.hasDocuments(dialect)) {
      publish(status);
      return;
    }
    String words = status + " " + CAPABILITIES;
    words = SignIn.hasPlaces(dialect) ? words + ":" + MORE_CAPABILITIES : words;
    connection.send("CHG 6 %s\r\n".formatted(words));
    connection.nextLike("CHG 6 " + words);
  }

  private void publish(String status) throws IOException, NeverCame {
    String abilities = CAPABILITIES + ":" + MORE_CAPABILITIES;
    String document =
        """
        <user><s n="IM"><Status>%s</Status></s>\
        <sep n="IM"><Capabilities>%s</Capabilities></sep></user>\
        """
            .formatted(status, abilities);
    String message =
        """
        Routing: 1.0
        To: 1:%1$s
        From: 1:%1$s;epid=%2$s

        Reliability: 1.0

        Publication: 1.0
        Uri: /user
        Content-Type: application/user+xml
        Content-Length: %3$d

        %4$s\
        """
            .formatted(
                person.address(), Person.place(speaker.toString()), document.length(), document)
            .replace("\n", "\r\n");
    connection.send("PUT 6 %d\r\n%s".formatted(message.length(), message));
    connection.nextLike("PUT 6 OK 0");
  }

  private void fetchLists() throws IOException, NeverCame {
    connection.send(dialect < FIRST_WITH_STAMPS ? "SYN 5 0\r\n" : "SYN 5 0 0\r\n");
    String[] announced = connection.nextLike("SYN 5 .* \\d+ \\d+").line().split(" ", -1);
    for (int people = Integer.parseInt(announced[announced.length - 2]); people > 0; people--) {
      connection.nextLike("LST .*");
    }
  }

  private void sayLists() throws IOException, NeverCame {
    String privacy = acquaintances.privacyOf(person.name());
    connection.send("BLP 5 " + privacy + "\r\n");
    connection.nextLike("BLP 5 " + privacy);
    String lists = acquaintances.listsOf(person.name());
    connection.send("ADL 5 %d\r\n%s".formatted(lists.length(), lists));
    connection.nextLike("ADL 5 OK");
  }
}
