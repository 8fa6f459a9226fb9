package im.chrysalis.wire;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.MalformedCommand.Fault;
import java.util.Optional;

/**
 * Somebody at one of their places, since MSNP16: {@code ben@example.com;{GUID}}; or wherever they
 * are: {@code ben@example.com}.
 *
 * @see <a href="../../../../../../../docs/protocol/endpoints.md">docs/protocol/endpoints.md</a>
 */
public record EndpointAddress(EmailAddress account, Optional<EndpointId> place) {

  /** Either form. A place that is no GUID is left out. */
  public static Optional<EndpointAddress> parse(String word) {
    int semicolon = word.indexOf(';');
    String account = semicolon < 0 ? word : word.substring(0, semicolon);
    Optional<EndpointId> place =
        semicolon < 0 ? Optional.empty() : EndpointId.parse(word.substring(semicolon + 1));
    return EmailAddress.parse(EncodedText.raw(account).text())
        .map(address -> new EndpointAddress(address, place));
  }

  /** The next word as either form. */
  public static EndpointAddress read(Words words) throws MalformedCommand {
    return parse(words.word("account"))
        .orElseThrow(
            () -> new MalformedCommand(Fault.ADDRESS, words.verb() + ": not an account name"));
  }

  /** The word of a line. */
  public String word() {
    String word = EncodedText.of(account.text()).word();
    return place.map(it -> word + ";{" + it + "}").orElse(word);
  }

  @Override
  public String toString() {
    return word();
  }
}
