package im.chrysalis.net.tls;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a client says first, as far as the choice of a certificate needs it.
 *
 * @param name the host it asks for; clients of Windows XP and older do not say
 * @param isOld whether it speaks nothing later than TLS 1.1
 */
record ClientHello(Optional<String> name, boolean isOld) {
  /** In the form of SSL 2, which some old clients use to ask for TLS, or not understood at all. */
  static final ClientHello UNREADABLE = new ClientHello(Optional.empty(), true);

  private static final int TLS_1_2 = 0x0303;
  private static final int RANDOM = 32;
  private static final int SERVER_NAME = 0;
  private static final int HOST = 0;

  /**
   * Reads a hello.
   *
   * @param hello from its version on; stays as it is. One that is cut short is taken as far as it
   *     goes, because the handshake refuses it anyway
   */
  static ClientHello read(ByteBuf hello) {
    ByteBuf in = hello.slice();
    if (in.readableBytes() < 2) {
      return UNREADABLE;
    }
    boolean isOld = in.readUnsignedShort() < TLS_1_2;
    return new ClientHello(name(in), isOld);
  }

  private static Optional<String> name(ByteBuf in) {
    try {
      in.skipBytes(RANDOM);
      in.skipBytes(in.readUnsignedByte()); // session
      in.skipBytes(in.readUnsignedShort()); // cipher suites
      in.skipBytes(in.readUnsignedByte()); // compressions
      ByteBuf extensions = in.isReadable() ? part(in) : in;
      while (extensions.isReadable()) {
        int type = extensions.readUnsignedShort();
        ByteBuf extension = part(extensions);
        if (type == SERVER_NAME) {
          return host(part(extension));
        }
      }
      return Optional.empty();
    } catch (IndexOutOfBoundsException cutShort) {
      return Optional.empty();
    }
  }

  private static Optional<String> host(ByteBuf names) {
    while (names.isReadable()) {
      int kind = names.readUnsignedByte();
      ByteBuf name = part(names);
      if (kind == HOST) {
        return Optional.of(name.toString(StandardCharsets.US_ASCII));
      }
    }
    return Optional.empty();
  }

  /** What stands behind two bytes with its length. */
  private static ByteBuf part(ByteBuf in) {
    return in.readSlice(in.readUnsignedShort());
  }
}
