package im.chrysalis.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.server.web.Town;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineNoticesTest {
  @TempDir Path directory;

  private final List<Card> rung = new ArrayList<>();
  private Town town;
  private Card anna;
  private Account ben;

  @BeforeEach
  void twoPeople() {
    town = new Town(directory);
    anna = town.join("anna").card();
    ben = town.join("ben");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private OfflineMessage left(String text) {
    OfflineMessage message =
        new OfflineMessage(
            UUID.randomUUID(), anna, town.now(), Optional.empty(), Optional.empty(), text);
    town.ask(ben, new Request.LeaveMessage(message));
    return message;
  }

  private Online online(Dialect dialect) {
    Online online =
        new Online(dialect, new SessionId("", 1), ben, Optional.empty(), Optional.empty());
    online.status(Status.ONLINE);
    return online;
  }

  private OfflineNotices notices(Told told, Online online) {
    return new OfflineNotices(told, online, town.store().offlineMessages(), rung::add);
  }

  @Test
  void whatWaitsIsToldOnce() throws Exception {
    OfflineMessage message = left("hi");
    Told told = new Told();
    OfflineNotices notices = notices(told, online(Dialect.MSNP11));
    notices.waiting();
    assertThat(told.next())
        .contains("text/x-msmsgsinitialmdatanotification")
        .containsIgnoringCase("<I>" + message.id() + "</I>");
    notices.left(message);
    OfflineMessage other = left("again");
    notices.left(other);
    assertThat(told.next())
        .contains("text/x-msmsgsoimnotification")
        .containsIgnoringCase("<I>" + other.id() + "</I>");
    notices.taken(2);
    assertThat(told.next()).contains("Message-Delta: 2");
    assertThat(told.said).isEmpty();
  }

  @Test
  void whatComesWhileTheRestIsReadIsToldOnce() throws Exception {
    OfflineMessage message = left("hi");
    Told told = new Told();
    OfflineNotices notices = notices(told, online(Dialect.MSNP12));
    notices.left(message);
    assertThat(told.next()).contains("text/x-msmsgsoimnotification");
    notices.waiting();
    told.isAsked();
    assertThat(told.said).isEmpty();
  }

  @Test
  void anOlderClientIsAskedIntoOneConversationWithEachSender() throws Exception {
    left("hi");
    left("again");
    Told told = new Told();
    OfflineNotices notices = notices(told, online(Dialect.MSNP10));
    notices.waiting();
    told.isAsked();
    assertThat(told.said).isEmpty();
    assertThat(rung).containsExactly(anna);
  }

  @Test
  void whoHasNotSaidAStatusOrSpeaksAnOlderVersionHearsNothingElse() {
    OfflineMessage message = left("hi");
    Told told = new Told();
    Online silent =
        new Online(Dialect.MSNP11, new SessionId("", 1), ben, Optional.empty(), Optional.empty());
    notices(told, silent).left(message);
    notices(told, silent).taken(1);
    OfflineNotices older = notices(told, online(Dialect.MSNP10));
    older.left(message);
    older.taken(1);
    assertThat(told.said).isEmpty();
  }
}
