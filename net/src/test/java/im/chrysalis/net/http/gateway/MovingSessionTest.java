package im.chrysalis.net.http.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.Connection;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session goes on at another loop, as a switchboard wants it to. */
class MovingSessionTest {
  private final AtomicReference<EventLoop> target = new AtomicReference<>();
  private final CompletableFuture<String> arrived = new CompletableFuture<>();
  private final Talk talk =
      new Talk((connection, line) -> {
        if (line.equals("ANS")) {
          connection.moveTo(
              target.get(),
              () -> {
                arrived.complete(Thread.currentThread().getName());
                Talk.say(connection, "ANS OK\r\n");
              });
        } else {
          Talk.say(connection, line + " at " + Thread.currentThread().getName() + "\r\n");
        }
      });
  private final Scene scene = Scene.with(talk);

  @AfterEach
  void stop() {
    scene.close();
  }

  private static EventLoop other(Scene scene, Connection connection) {
    EventLoop loop = scene.loops.next();
    return loop.equals(connection.loop()) ? scene.loops.next() : loop;
  }

  @Test
  void whatIsSaidNextIsHeardThere() throws Exception {
    Visitor ben = Visitor.inside(scene);
    String before = ben.say("PNG\r\n");
    target.set(other(scene, talk.connection()));
    String reply = ben.say("ANS\r\n");

    assertThat(reply).isEqualTo("ANS OK\r\n");
    assertThat(ben.say("PNG\r\n")).isEqualTo("PNG at " + arrived.join() + "\r\n");
    assertThat(before).doesNotContain(arrived.join());
    assertThat(talk.connection().loop()).isEqualTo(target.get());
  }

  @Test
  void whatWasLeftOverIsHeardThere() throws Exception {
    Visitor ben = Visitor.inside(scene);
    target.set(other(scene, talk.connection()));
    ben.say("ANS\r\nPN");

    assertThat(ben.say("G\r\n")).isEqualTo("PNG at " + arrived.join() + "\r\n");
  }

  @Test
  void theDeadlineGoesWithIt() throws Exception {
    Visitor ben = Visitor.inside(scene);
    target.set(other(scene, talk.connection()));
    talk.step((connection, _) -> connection.expectWithin(Duration.ofSeconds(10)));
    ben.say("ANS\r\n");
    scene.pass(Duration.ofSeconds(11));

    assertThat(talk.heard).containsExactly("ANS", "(expired)");
  }

  @Test
  void movingToItsOwnLoopIsArrivingAtOnce() throws Exception {
    Visitor ben = Visitor.inside(scene);
    target.set((EventLoop) talk.connection().loop());

    assertThat(ben.say("ANS\r\n")).isEqualTo("ANS OK\r\n");
  }
}
