package im.chrysalis.client.web;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.challenge.Product;
import im.chrysalis.wire.payload.EncodedWord;
import im.chrysalis.wire.payload.OfflineText;
import im.chrysalis.wire.xml.Template;
import java.nio.charset.StandardCharsets;

/**
 * Leaves a message for somebody who is not there. Whoever sends it twice, with the same place, has
 * left it once.
 *
 * @param fromName what the sender is called
 * @param text with its place among others
 * @param number its number, once more
 * @param product the program that answers the service's challenge
 * @param key the answer; empty before the first challenge
 * @see <a
 *     href="../../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
public record StoreWish(
    EmailAddress from,
    String fromName,
    EmailAddress to,
    OfflineText text,
    int number,
    Product product,
    String key)
    implements Wish {
  static final String SITE = "messengersecure.live.com";

  private static final Template ENVELOPE = Template.beside(StoreWish.class, "store-request.xml");

  @Override
  public String site() {
    return SITE;
  }

  @Override
  public boolean isHarmless() {
    return true;
  }

  @Override
  public Call by(String ticket) {
    // a bare CR in XML would be read as an end of line of its own
    String content =
        new String(text.message().bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    return Call.of(
        "/OimWS/oim.asmx",
        "http://messenger.live.com/ws/2006/09/oim/Store2",
        ENVELOPE.fill(
            from, EncodedWord.of(fromName), to, ticket, product.id(), key, number, content));
  }

  /** The same with the answer to a challenge. */
  public StoreWish answering(String challenge) {
    return new StoreWish(
        from, fromName, to, text, number, product, product.answerSinceMsnp11(challenge));
  }
}
