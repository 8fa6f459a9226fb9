package im.chrysalis.net.http.gateway;

import im.chrysalis.net.Connection;
import im.chrysalis.net.Protocol;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A protocol of lines for tests: notes what it hears, and does with each what the test says. */
final class Talk implements Protocol {
  final CompletableFuture<Connection> opened = new CompletableFuture<>();
  final CompletableFuture<String> closed = new CompletableFuture<>();
  final List<String> heard = new CopyOnWriteArrayList<>();
  private final BiConsumer<Connection, String> answers;
  private boolean pausing;

  Talk(BiConsumer<Connection, String> answers) {
    this.answers = answers;
  }

  /** Says the same back. */
  static Talk echo() {
    return new Talk((connection, line) -> say(connection, line + "\r\n"));
  }

  static void say(Connection connection, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    connection.write(connection.buffer(bytes.length).writeBytes(bytes));
  }

  Connection connection() {
    return opened.join();
  }

  /** Does something as a step on the connection's loop, and returns when it is done. */
  void step(BiConsumer<Connection, Talk> what) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Connection connection = connection();
    connection
        .loop()
        .execute(() -> {
          what.accept(connection, this);
          done.complete(null);
        });
    done.get(10, TimeUnit.SECONDS);
  }

  void pause() {
    pausing = true;
    connection().pause();
  }

  void resume() {
    pausing = false;
    connection().resume();
  }

  @Override
  public void opened(Connection connection) {
    opened.complete(connection);
  }

  @Override
  public void received(ByteBuf in) {
    int end;
    while (!pausing && (end = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n')) >= 0) {
      String line = in.readString(end + 1 - in.readerIndex(), StandardCharsets.UTF_8).strip();
      heard.add(line);
      answers.accept(connection(), line);
    }
  }

  @Override
  public void expired() {
    heard.add("(expired)");
  }

  @Override
  public void relieved() {
    heard.add("(relieved)");
  }

  @Override
  public void closed() {
    closed.complete("closed");
  }

  @Override
  public void failed() {
    heard.add("(failed)");
  }
}
