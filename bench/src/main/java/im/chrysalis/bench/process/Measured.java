package im.chrysalis.bench.process;

import java.net.InetSocketAddress;

/** A program in a process of its own that takes load, and is measured from outside. */
public interface Measured extends AutoCloseable {
  /** Where it takes the load: our server's notification port, or a yardstick's only one. */
  InetSocketAddress address();

  long pid();

  ProcessMeter meter();

  /** Ends the process, and waits until it has ended. */
  @Override
  void close();
}
