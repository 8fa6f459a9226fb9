package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.net.http.gateway.Gateway;
import im.chrysalis.wire.challenge.PasswordProof;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people behind proxies sign in and talk, by requests alone. */
class GatewayConversationTest {
  private final Person anna = Person.named("anna");
  private final Person ben = Person.named("ben");
  private final TestServer server = TestServer.onSqlite(Set.of());
  private final Gateway gateway = server.server().gateway();

  @BeforeEach
  void createAccounts() {
    server.createAccount(NewAccount.of(anna.address(), anna.password()).forLegacyClients());
    server.createAccount(NewAccount.of(ben.address(), ben.password()).forLegacyClients());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private GatewayClient signIn(Person person) throws Exception {
    GatewayClient client = GatewayClient.open(gateway, "NS", "VER 1 MSNP7 CVR0\r\n");
    client.until("VER 1 MSNP7");
    client.say("INF 2\r\n", "INF 2 MD5");
    String line = client.say("USR 3 MD5 I " + person.address() + "\r\n", "USR 3 MD5 S \\S+");
    String challenge = line.substring(line.lastIndexOf(' ') + 1);
    client.say(
        "USR 4 MD5 S " + PasswordProof.of(challenge, person.password()) + "\r\n",
        "USR 4 OK " + person.address() + " .*");
    client.say("CHG 5 NLN\r\n", "CHG 5 NLN");
    return client;
  }

  @Test
  void theyTalkThroughASwitchboard() throws Exception {
    GatewayClient annas = signIn(anna);
    GatewayClient bens = signIn(ben);
    String[] referral = annas.say("XFR 6 SB\r\n", "XFR 6 SB .*").split(" ");
    GatewayClient hers =
        GatewayClient.open(gateway, "SB", "USR 1 " + anna.address() + " " + referral[5] + "\r\n");
    hers.until("USR 1 OK .*");
    hers.say("CAL 2 " + ben.address() + "\r\n", "CAL 2 RINGING \\S+");

    String[] ring = bens.until("RNG .*").split(" ");
    GatewayClient his =
        GatewayClient.open(
            gateway, "SB", "ANS 1 " + ben.address() + " " + ring[4] + " " + ring[1] + "\r\n");
    his.until("IRO 1 1 1 " + anna.address() + " .*");
    his.until("ANS 1 OK");
    hers.until("JOI " + ben.address() + " .*");
    hers.say("MSG 3 A 5\r\nHello", "ACK 3");
    his.until("MSG " + anna.address() + " \\S+ 5");
    assertThat(his.payload(5)).isEqualTo("Hello");
    his.say("MSG 2 A 2\r\nHi", "ACK 2");
    hers.until("MSG " + ben.address() + " \\S+ 2");
    assertThat(hers.payload(2)).isEqualTo("Hi");

    his.say("OUT\r\n");
    assertThat(his.isOver()).isTrue();
    hers.until("BYE " + ben.address());
    annas.say("PNG\r\n", "QNG");
  }

  @Test
  void theyHearThatTheServerGoesDown() throws Exception {
    GatewayClient annas = signIn(anna);
    server.shutDown();

    annas.until("OUT SSD");
    assertThat(annas.isOver()).isTrue();
  }

  @Test
  void aSecondSignInEndsTheFirst() throws Exception {
    GatewayClient first = signIn(anna);
    GatewayClient second = signIn(anna);

    first.until("OUT OTH");
    assertThat(first.isOver()).isTrue();
    second.say("PNG\r\n", "QNG");
  }
}
