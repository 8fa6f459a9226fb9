package im.chrysalis.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private final LinkedBlockingQueue<String> passedOn = new LinkedBlockingQueue<>();
  private final Gathering lines =
      new Gathering(
          new OutputStream() {
            @Override
            public void write(int one) {
              throw new AssertionError("one at a time");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
              if (length > 0) {
                passedOn.add(new String(bytes, from, length, UTF_8));
              }
            }
          });

  @Test
  void whatIsWrittenIsPassedOnBeforeLongWithoutAnybodyAsking() throws Exception {
    say("one\n");

    assertThat(passedOn.poll(10, TimeUnit.SECONDS)).isEqualTo("one\n");
    say("two\n");
    assertThat(passedOn.poll(10, TimeUnit.SECONDS)).isEqualTo("two\n");
  }

  @Test
  void whatIsFlushedHasLeftAndWhatWasBeforeItToo() throws Exception {
    say("one\n");
    say("two\n");
    lines.flush();

    assertThat(String.join("", passedOn)).isEqualTo("one\ntwo\n");
  }

  @Test
  void afterTheEndNothingWaits() throws Exception {
    lines.close();
    say("late\n");

    assertThat(passedOn).containsExactly("late\n");
  }

  @Test
  void noMoreIsKeptThanFitsAndNoneIsLostOrTornOrSwapped() throws Exception {
    int each = 5_000;
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      for (int writer = 0; writer < 4; writer++) {
        String name = "writer " + writer + " says ";
        writers.submit(() -> {
          for (int i = 0; i < each; i++) {
            say(name + i + "\n");
          }
          return name;
        });
      }
    }
    lines.close();

    List<String> all = new ArrayList<>(String.join("", passedOn).lines().toList());
    assertThat(all).hasSize(4 * each);
    for (int writer = 0; writer < 4; writer++) {
      String name = "writer " + writer + " says ";
      List<Integer> heard =
          all.stream()
              .filter(line -> line.startsWith(name))
              .map(line -> Integer.parseInt(line.substring(name.length())))
              .toList();
      assertThat(heard).hasSize(each).isSorted();
    }
    assertThat(passedOn.stream().mapToInt(String::length).max().orElseThrow()).isLessThan(40_000);
    assertThat(Collections.frequency(all, "writer 0 says 0")).isOne();
  }

  @Test
  void aStreamThatFailsIsToldToWhoeverWritesNext() throws Exception {
    Gathering broken =
        new Gathering(
            new ByteArrayOutputStream() {
              @Override
              public void flush() throws IOException {
                throw new IOException("nobody reads");
              }
            });
    broken.write("one\n".getBytes(UTF_8));

    assertThatThrownBy(broken::flush).hasMessage("nobody reads");
  }

  private void say(String line) throws IOException {
    lines.write(line.getBytes(UTF_8));
  }
}
