package im.chrysalis.client;

/** How something that was asked for came out. Stages of outcomes never fail otherwise. */
public sealed interface Outcome {
  /** The server has confirmed it. */
  record Done() implements Outcome {}

  /** It did not happen. */
  record Failed(Failure why) implements Outcome {}

  /** The success. */
  static Outcome done() {
    return new Done();
  }

  /** A failure. */
  static Outcome failed(Failure why) {
    return new Failed(why);
  }

  /** Whether it happened. */
  default boolean isDone() {
    return this instanceof Done;
  }
}
