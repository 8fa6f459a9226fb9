package im.chrysalis.client;

/** A listener's place. */
public interface Subscription extends AutoCloseable {
  /** Hears no more events than those that are being told already. Any thread. */
  @Override
  void close();
}
