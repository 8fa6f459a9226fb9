package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import im.chrysalis.values.ContactList;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeBookTest {
  /** Of CPU, whatever else the machine does; a tenth of it is usual. */
  private static final Duration BUDGET = Duration.ofSeconds(1);

  private static final int WARM_UP = 5;
  private static final int ROUNDS = 10;

  @TempDir Path directory;

  @Test
  void aFullBookIsReadInWellUnderASecond() {
    try (Neighbourhood all = new Neighbourhood(directory)) {
      Account anna = all.join("anna");
      for (int i = 0; i < Roster.MAX_FORWARD; i++) {
        Creation made =
            all.store.registry().create(NewAccount.of(Neighbourhood.address("p" + i), "secret-p"));
        Account person = ((Creation.Made) made).account();
        all.adds(anna, person, ContactList.FORWARD);
        all.adds(anna, person, ContactList.ALLOW);
      }
      for (int i = 0; i < WARM_UP; i++) {
        sync(all);
      }
      long before = cpu();
      for (int i = 0; i < ROUNDS; i++) {
        sync(all);
      }
      Duration each = Duration.ofNanos((cpu() - before) / ROUNDS);
      System.out.println(
          "address book of " + Roster.MAX_FORWARD + ": " + each.toMillis() + " ms of CPU a sync");
      assertThat(each).isLessThan(BUDGET);
    }
  }

  private static void sync(Neighbourhood all) {
    Answer members = all.asks("anna", operation("FindMembership", ""));
    assertThat(members.text()).contains("p999@example.test");
    Answer book = all.asks("anna", operation("ABFindAll", ""));
    assertThat(book.text()).contains("p999@example.test");
  }

  /** All CPU of this process; nothing else runs in it meanwhile. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
