package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  @TempDir Path directory;
  private final List<Integer> batches = new ArrayList<>(); // of the writer's thread
  private Database database;
  private Writer writer;

  @BeforeEach
  void open() {
    database = Database.of(StoreOptions.in(directory).url());
    database.write(sql -> sql.update("CREATE TABLE word (word TEXT NOT NULL UNIQUE)"));
    writer = new Writer(database, (changes, _, _) -> batches.add(changes));
  }

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  private CompletableFuture<Integer> say(String word) {
    return writer.submit(sql -> sql.update("INSERT INTO word VALUES (?)", word));
  }

  private List<String> words() {
    return database.read(sql -> sql.list("SELECT word FROM word", row -> row.getString(1)));
  }

  @Test
  void whatIsQueuedMeanwhileIsJoinedIntoOneTransaction() throws Exception {
    CountDownLatch held = holdWriter();
    var all = List.of(say("one"), say("two"), say("three"));
    int waiting = writer.waiting();
    held.countDown();
    all.forEach(CompletableFuture::join);
    writer.close();
    assertThat(waiting).isEqualTo(3);
    assertThat(batches).containsExactly(1, 3);
    assertThat(words()).containsExactly("one", "two", "three");
  }

  @Test
  void aFailureDoesNotTakeItsNeighboursAlong() throws Exception {
    CountDownLatch held = holdWriter();
    var one = say("one");
    var again = say("one");
    var two = say("two");
    held.countDown();
    one.join();
    assertThatThrownBy(again::join).hasMessageContaining("UNIQUE");
    two.join();
    assertThat(words()).containsExactly("one", "two");
  }

  /** Keeps the writer busy until the latch is counted down. */
  private CountDownLatch holdWriter() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    writer.submit(_ -> {
      begun.countDown();
      return waitFor(held);
    });
    begun.await();
    return held;
  }

  @Test
  void nothingIsAnsweredBeforeItIsCommitted() {
    assertThat(say("one").thenApply(_ -> words()).join()).containsExactly("one");
  }

  @Test
  void whatWasHandedOverBeforeClosingIsDoneAndNothingAfter() {
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(say("word " + i));
    }
    writer.close();
    assertThat(all).allMatch(CompletableFuture::isDone);
    assertThat(words()).hasSize(100);
    assertThatThrownBy(() -> say("late").join()).hasMessageContaining("The store is closed.");
    writer.close();
  }

  @Test
  void whoeverWaitsIsToldWhyInOneSentence() {
    say("one").join();
    assertThatThrownBy(() -> writer.call(sql -> sql.update("INSERT INTO word VALUES ('one')")))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The database failed: ");
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
