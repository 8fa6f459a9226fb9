package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Passwords.PasswordCheck.Busy;
import im.chrysalis.domain.account.Passwords.PasswordCheck.Wrong;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashingTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Test
  void aCrowdIsToldToComeBackLater(@TempDir Path directory) {
    CountDownLatch held = new CountDownLatch(1);
    try (Store store = Store.open(StoreOptions.in(directory));
        Database database = Database.of(StoreOptions.in(directory).url());
        Reads reads = new Reads(database);
        Hashing hashing = new Hashing(HashStrength.TEST, 3)) {
      List<CompletableFuture<Boolean>> crowd =
          IntStream.range(0, CORES + 3)
              .mapToObj(_ -> hashing.offer(() -> waitFor(held)).orElseThrow())
              .toList();
      StoredPasswords passwords = new StoredPasswords(reads, hashing);
      assertThat(Neighbours.await(passwords.verify(Neighbours.address("anna"), "password")))
          .isEqualTo(new Busy());
      held.countDown();
      crowd.forEach(CompletableFuture::join);
      assertThat(Neighbours.await(passwords.verify(Neighbours.address("anna"), "password")))
          .isEqualTo(new Wrong());
      assertThat(store.waitingChanges()).isZero();
    }
  }

  @Test
  void noMoreThanOneHashACoreIsMadeAtATime() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Hashing hashing = new Hashing(HashStrength.TEST)) {
      List<String> hashes =
          hashing.all(
              IntStream.range(0, 200).boxed().toList(),
              number -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                String hash = PasswordHash.of("secret" + number, HashStrength.TEST).toString();
                now.decrementAndGet();
                return hash;
              });
      assertThat(hashes).hasSize(200).doesNotHaveDuplicates();
      assertThat(PasswordHash.parse(hashes.get(77)).orElseThrow().matches("secret77")).isTrue();
      assertThat(most.get()).isBetween(1, CORES);
    }
  }

  private static boolean waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
