package im.chrysalis.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketIdTest {
  private static final String ID = "aB3_-xyz0123456789ABCDEFGHIJKLMNOPQRSTUVt-w";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t=ID&p=00ff",
        "t=ID&p=",
        "t=ID&p",
        "t=ID",
        "ID",
        "  ID\r\n",
        "ID&p",
        "t=ID&amp;p=00ff",
        "t%3DID%26p%3D00ff",
        "t%3dID%26p%3d",
        "MSPAuth=ID; MSPProf=00ff",
        "MSPAuth=ID",
        "lc=1033; t=x; MSPAuth=ID;MSPProf=00ff",
        "MSPAuth=t=ID&p=; MSPProf=",
        "<t>ID</t><p>00ff</p>",
        "<PassportCookie xmlns=\"http://www.hotmail.msn.com/ws/2004/09/oim/rsi\"><t>ID</t><p/>",
        "<x:t>ID</x:t>",
        "<TicketToken>t=ID&amp;p=00ff</TicketToken>",
        "<Ticket passport=\"t=ID&amp;p=00ff\" domain=\"messenger.msn.com\"/>",
      })
  void isFoundInEveryFormThatClientsPresent(String form) {
    assertThat(TicketId.read(form.replace("ID", ID))).contains(new TicketId(ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "&p=1", "t=&p=1", "=", "a b", "<t></t>", "äöü", "a/b", "%", "%zz"})
  void isNotFoundWhereThereIsNone(String text) {
    assertThat(TicketId.read(text)).isEmpty();
    assertThat(TicketId.read("t=" + "a".repeat(10_000))).isEmpty();
  }

  @Test
  void isAWordThatCanStandAnywhere() {
    TicketId id = TicketId.fresh(new SecureRandom());
    assertThat(id.word()).matches("[A-Za-z0-9_-]{43}");
    assertThat(TicketId.read(id.word())).contains(id);
  }
}
