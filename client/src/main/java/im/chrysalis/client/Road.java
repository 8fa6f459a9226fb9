package im.chrysalis.client;

/** A way to servers: how bytes get there and back. */
interface Road extends AutoCloseable {
  /** What kind of server there is to reach. */
  enum Kind {
    /** One that people sign in to. */
    NOTIFICATION,
    /** One that carries a conversation. */
    SWITCHBOARD
  }

  /** Sets out; the traveller hears how it goes on, one thing at a time, on any thread. */
  void open(Kind kind, ServerAddress server, Traveller traveller);

  /** Nobody sets out any more. */
  @Override
  void close();

  /** A connection that was made. Any thread. */
  interface Pipe {
    /** What it is called in logs. */
    String id();

    void write(byte[] bytes);

    /** Closes once all that was written is sent. */
    void close();
  }

  /** Who set out. */
  interface Traveller {
    /** The server was reached. */
    void arrived(Pipe pipe);

    /** It was not; nothing comes after this. */
    void failed(Failure why);

    void received(byte[] bytes);

    /** The connection is gone, whoever closed it; nothing comes after this. */
    void closed(String why);
  }
}
