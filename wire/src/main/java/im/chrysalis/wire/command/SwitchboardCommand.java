package im.chrysalis.wire.command;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.TrId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a client can say to the switchboard server. */
public sealed interface SwitchboardCommand {

  /** What can be said before the server knows who it is talking to. */
  sealed interface First extends SwitchboardCommand {}

  /** How a sender wants to hear of a message's fate. */
  enum Receipt {
    /** Not at all. */
    NEVER('U'),
    /** When it failed. */
    ON_FAILURE('N'),
    /** When it arrived, and when it failed. */
    ALWAYS('A'),
    /** The same for a part of a file, or of something like it. Since MSNP9. */
    DATA('D');

    private final char code;

    Receipt(char code) {
      this.code = code;
    }

    /** One capital letter. */
    public char code() {
      return code;
    }

    /** The receipt of a letter in either case, or nothing when there is none. */
    public static Optional<Receipt> ofCode(String code) {
      return code.length() == 1
          ? Optional.ofNullable(ofLetter((byte) code.charAt(0)))
          : Optional.empty();
    }

    /** The same for a byte, without making an object. */
    static @Nullable Receipt ofLetter(byte letter) {
      return switch (letter) {
        case 'U', 'u' -> NEVER;
        case 'N', 'n' -> ON_FAILURE;
        // S was seen once, in place of A
        case 'A', 'a', 'S', 's' -> ALWAYS;
        case 'D', 'd' -> DATA;
        default -> null;
      };
    }
  }

  /**
   * Open a conversation with the token of the notification server.
   *
   * @param account as it came, for the echo
   */
  record Open(TrId trId, String account, String token) implements First {}

  /** Answer an invitation. */
  record Answer(TrId trId, String account, String token, String conversation) implements First {}

  /** Invite somebody. */
  record Invite(TrId trId, EmailAddress who) implements SwitchboardCommand {}

  /** Say something to all others: MIME head and body, at most 1664 bytes, since MSNP9 2048. */
  record Say(TrId trId, Receipt receipt, byte[] message) implements SwitchboardCommand {}

  record Leave() implements First {}

  /** A command that the switchboard does not have. */
  record Unknown(Optional<TrId> trId, String verb) implements First {}
}
