package im.chrysalis.net.http.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens on the way, each side hears what the other said, once and in order. */
class LossyWayTest {
  private static final int STEPS = 400;

  private final StringBuilder saidByServer = new StringBuilder();
  private final StringBuilder heardByClient = new StringBuilder();
  private final List<String> saidByClient = new ArrayList<>();
  private final Talk talk =
      new Talk((connection, line) -> {
        if (line.endsWith("7")) {
          return;
        }
        saidByServer.append("ACK ").append(line).append("\r\n");
        Talk.say(connection, "ACK " + line + "\r\n");
      });

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsLostOrHeardTwice(long seed) throws Exception {
    Random chance = new Random(seed);
    try (Scene scene = Scene.with(talk)) {
      Visitor ben = Visitor.inside(scene);
      for (int i = 0; i < STEPS; i++) {
        String line = "MSG " + i;
        switch (chance.nextInt(6)) {
          case 0 ->
              talk.step((connection, _) -> {
                saidByServer.append(line).append("\r\n");
                Talk.say(connection, line + "\r\n");
              });
          case 1 -> talk.step((_, it) -> it.pause());
          case 2 -> talk.step((_, it) -> it.resume());
          case 3 -> exchange(scene, ben, chance, () -> ben.polling(""));
          case 4 -> {
            saidByClient.add(line);
            exchange(scene, ben, chance, () -> ben.saying(line + "\r\n"));
          }
          default -> {
            saidByClient.add(line);
            CompletableFuture<HttpResponse> poll = ben.polling("&Lifespan=60");
            CompletableFuture<HttpResponse> saying = ben.saying(line + "\r\n");
            heardByClient.append(ben.read(poll));
            scene.pass(Duration.ofSeconds(6)); // so that it is answered though the server pauses
            heardByClient.append(ben.read(saying));
          }
        }
      }
      talk.step((_, it) -> it.resume());
      heardByClient.append(ben.poll());
    }
    assertThat(talk.heard).filteredOn(line -> !line.startsWith("(")).isEqualTo(saidByClient);
    assertThat(heardByClient).hasToString(saidByServer.toString());
  }

  /** Asks until an answer is not lost. */
  private void exchange(
      Scene scene, Visitor ben, Random chance, Supplier<CompletableFuture<HttpResponse>> request)
      throws Exception {
    while (chance.nextInt(3) == 0) {
      CompletableFuture<HttpResponse> lost = request.get();
      if (chance.nextBoolean()) { // lost while it is held, or behind that
        scene.pass(Duration.ofSeconds(6));
        lost.join();
      }
    }
    CompletableFuture<HttpResponse> answer = request.get();
    scene.pass(Duration.ofSeconds(6));
    heardByClient.append(ben.read(answer));
  }
}
