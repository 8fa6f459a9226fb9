package im.chrysalis.wire.command;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.Memberships;

/**
 * Somebody's address as presence writes it: {@code ben@example.com}, since MSNP14 {@code
 * ben@example.com 1}, since MSNP18 {@code 1:ben@example.com}. The 1 is the network of those who
 * have an account here.
 *
 * @see <a href="../../../../../../../../docs/protocol/presence.md">docs/protocol/presence.md</a>
 */
final class Networked {
  private Networked() {}

  static Line write(Line line, EmailAddress who, Dialect dialect) {
    return switch (dialect.addressing()) {
      case PLAIN -> line.word(who);
      case NETWORK_BEHIND -> line.word(who).word(Memberships.HERE);
      case NETWORK_BEFORE -> line.word(Memberships.HERE + ":" + EncodedText.of(who.text()));
    };
  }

  static EmailAddress read(Words words, Dialect dialect) throws MalformedCommand {
    return switch (dialect.addressing()) {
      case PLAIN -> words.address();
      case NETWORK_BEHIND -> {
        EmailAddress who = words.address();
        words.word("network");
        yield who;
      }
      case NETWORK_BEFORE -> {
        String word = words.word("account");
        yield EmailAddress.parse(EncodedText.raw(word.substring(word.indexOf(':') + 1)).text())
            .orElseThrow(
                () -> new MalformedCommand(Fault.ADDRESS, words.verb() + ": not an account name"));
      }
    };
  }
}
