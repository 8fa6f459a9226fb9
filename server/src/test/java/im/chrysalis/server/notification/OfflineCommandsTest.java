package im.chrysalis.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.server.access.RateLimit;
import im.chrysalis.server.web.Town;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.SendAcross;
import im.chrysalis.wire.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineCommandsTest {
  private static final String HELLO =
      "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nDest-Agent: client\r\n"
          + "X-MMS-IM-Format: FN=Arial; EF=; CO=0; CS=1; PF=0\r\n\r\nHällo";

  @TempDir Path directory;

  private final Told told = new Told();
  private Town town;
  private Account anna;
  private Account ben;
  private OfflineCommands commands;

  @BeforeEach
  void twoPeople() {
    town = new Town(directory);
    anna = town.join("anna");
    ben = town.join("ben");
    commands =
        new OfflineCommands(
            told,
            new Online(
                Dialect.MSNP18, new SessionId("", 1), anna, Optional.empty(), Optional.empty()),
            town.store().accounts(),
            town.people(),
            new RateLimit(() -> 2, Ticker.systemTicker()),
            town);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void leave(int trId, String to, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    commands.leave(
        new SendAcross(new TrId(trId), EmailAddress.of(to + "@example.test"), 1, 1, bytes));
  }

  private List<OfflineMessage> waiting() {
    return Waiting.on(town.store().offlineMessages().waiting(ben.card().id()));
  }

  @Test
  void aMessageIsKeptWithoutAWord() {
    leave(7, "ben", HELLO);
    assertThat(told.said).isEmpty();
    OfflineMessage kept = waiting().getFirst();
    assertThat(kept.text()).isEqualTo("Hällo");
    assertThat(kept.format()).contains("FN=Arial; EF=; CO=0; CS=1; PF=0");
    assertThat(kept.from()).isEqualTo(anna.card());
  }

  @Test
  void whoIsBlockedHearsNothingAndNobodyGetsTheMessage() {
    SessionId nobody = new SessionId("", 0);
    town.ask(
        ben, new Request.AddToList(nobody, anna.card(), ContactList.BLOCK, Optional.empty(), 0));
    leave(7, "ben", HELLO);
    leave(8, "nobody", HELLO);
    assertThat(told.said).containsExactly("217 8");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void whatIsNoTextOrTooMuchIsRefused() {
    leave(7, "ben", "Content-Type: text/html\r\n\r\nHello");
    leave(8, "ben", HELLO);
    leave(9, "ben", HELLO);
    leave(10, "ben", HELLO);
    assertThat(told.said).containsExactly("201 7", "800 10");
    assertThat(waiting()).hasSize(2);
  }
}
