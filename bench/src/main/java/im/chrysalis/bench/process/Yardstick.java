package im.chrysalis.bench.process;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A program that does the least possible for the same load, in a process of its own. */
public final class Yardstick implements Measured {
  private final Child child;
  private final ProcessMeter meter;
  private final InetSocketAddress address;

  Yardstick(Child child, ProcessMeter meter, int port) {
    this.child = child;
    this.meter = meter;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public long pid() {
    return child.pid();
  }

  @Override
  public ProcessMeter meter() {
    return meter;
  }

  @Override
  public void close() {
    child.stop();
  }
}
