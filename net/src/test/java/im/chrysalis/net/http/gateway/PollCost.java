package im.chrysalis.net.http.gateway;

import im.chrysalis.net.Connection;
import im.chrysalis.net.Protocol;
import im.chrysalis.net.http.HttpResponse;
import io.netty.buffer.ByteBuf;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a poll costs in processor time, HTTP itself apart. Not a test: run its main method from
 * {@code net/target/test-classes}.
 */
final class PollCost {
  private static final int SESSIONS = 64;
  private static final int ROUNDS = 20_000;

  private PollCost() {}

  /** Prints what 64 clients cost who poll, and who say a line and hear it again. */
  public static void main(String[] arguments) throws Exception {
    try (Scene scene = new Scene(Map.of(Destination.NOTIFICATION, _ -> new Forgetful()))) {
      List<Visitor> visitors = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        visitors.add(Visitor.inside(scene));
      }
      for (int warmUp = 0; warmUp < 3; warmUp++) {
        System.out.printf(
            "poll %.2f us, line %.2f us%n", cost(visitors, ""), cost(visitors, "PNG\r\n"));
      }
    }
  }

  private static double cost(List<Visitor> visitors, String said) throws Exception {
    long before = processorNanos();
    for (int round = 0; round < ROUNDS; round++) {
      List<CompletableFuture<HttpResponse>> answers = new ArrayList<>(visitors.size());
      for (Visitor visitor : visitors) {
        answers.add(said.isEmpty() ? visitor.polling("") : visitor.saying(said));
      }
      for (int i = 0; i < answers.size(); i++) {
        visitors.get(i).read(answers.get(i));
      }
    }
    return (processorNanos() - before) / 1000.0 / ROUNDS / visitors.size();
  }

  private static long processorNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Says back what it hears, and keeps none of it. */
  private static final class Forgetful implements Protocol {
    private @Nullable Connection connection;

    @Override
    public void opened(Connection opened) {
      connection = opened;
    }

    @Override
    public void received(ByteBuf in) {
      Connection here = connection;
      if (here != null) {
        here.write(in.readRetainedSlice(in.readableBytes()));
      }
    }

    @Override
    public void expired() {}

    @Override
    public void relieved() {}

    @Override
    public void closed() {}
  }
}
