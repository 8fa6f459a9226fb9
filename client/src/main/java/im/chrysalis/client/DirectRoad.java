package im.chrysalis.client;

import im.chrysalis.net.Connection;
import im.chrysalis.net.Connector;
import im.chrysalis.net.Loops;
import im.chrysalis.net.Marks;
import im.chrysalis.net.Protocol;
import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/** Straight to the server, over a socket. The event loop only copies bytes. */
final class DirectRoad implements Road {
  private final Connector connector;

  DirectRoad(Loops loops) {
    connector = new Connector(loops, Marks.DEFAULT, System::nanoTime);
  }

  /** The host's name is looked up on a thread of its own, since that may take long. */
  @Override
  public void open(Kind kind, ServerAddress server, Traveller traveller) {
    Thread.ofVirtual().name("lookup-" + server.host()).start(() -> connect(server, traveller));
  }

  private void connect(ServerAddress server, Traveller traveller) {
    InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
    if (address.isUnresolved()) {
      traveller.failed(new Failure.Unreachable(server, "no such host"));
      return;
    }
    connector
        .connect(address, new Ear(traveller))
        .whenComplete((_, fault) -> {
          if (fault != null) {
            traveller.failed(new Failure.Unreachable(server, reason(fault)));
          }
        });
  }

  private static String reason(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    String message = String.valueOf(cause.getMessage());
    int colon = message.indexOf(": ");
    // the address stands in front of Netty's reason, and in ours too
    return message.contains("Connection refused")
        ? "nobody listens there"
        : colon < 0 ? message : message.substring(0, colon);
  }

  @Override
  public void close() {}

  private record SocketPipe(Connection connection) implements Pipe {
    @Override
    public String id() {
      return String.valueOf(connection.id());
    }

    @Override
    public void write(byte[] bytes) {
      connection
          .loop()
          .execute(() -> connection.write(connection.buffer(bytes.length).writeBytes(bytes)));
    }

    @Override
    public void close() {
      connection.loop().execute(connection::close);
    }
  }

  /** The event loop's side. */
  private record Ear(Traveller traveller) implements Protocol {
    @Override
    public void opened(Connection made) {
      traveller.arrived(new SocketPipe(made));
    }

    @Override
    public void received(ByteBuf in) {
      byte[] bytes = new byte[in.readableBytes()];
      in.readBytes(bytes);
      traveller.received(bytes);
    }

    @Override
    public void expired() {}

    @Override
    public void relieved() {}

    @Override
    public void closed() {
      traveller.closed("the server closed it");
    }
  }
}
