package im.chrysalis.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.Connection;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A client that keeps what it is told. */
final class Told implements Client {
  final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> asked = new LinkedBlockingQueue<>();

  String next() throws InterruptedException {
    String next = said.poll(10, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  /** Waits until what was read has been looked at. */
  void isAsked() throws InterruptedException {
    assertThat(asked.poll(10, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void say(ServerEvent event) {
    said.add(new String(((ServerEvent.ServerMessage) event).mime(), StandardCharsets.UTF_8));
  }

  @Override
  public void soon(Runnable what) {
    what.run();
    asked.add(true);
  }

  @Override
  public Backbone backbone() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Connection connection() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void say(byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void refuse(int code, TrId trId) {
    said.add(code + " " + trId.value());
  }

  @Override
  public <T> void await(CompletionStage<T> answer, TrId trId, Consumer<T> then) {
    then.accept(Waiting.on(answer));
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void part() {
    close();
  }

  @Override
  public String site() {
    throw new UnsupportedOperationException();
  }
}
