package im.chrysalis.client.web;

import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Collection;

/**
 * What is asked of the service that hands out offline messages, since MSNP11.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
public record MailWish(String operation, Markup content, boolean isHarmless) implements Wish {
  static final String SITE = "messenger.msn.com";

  private static final String NAMESPACE = "http://www.hotmail.msn.com/ws/2004/09/oim/rsi";
  private static final Template ENVELOPE = Template.beside(MailWish.class, "mail-request.xml");
  private static final Template MESSAGE =
      Template.of("<messageId>{id}</messageId><alsoMarkAsRead>false</alsoMarkAsRead>");
  private static final Template IDS = Template.of("<messageIds>{ids}</messageIds>");
  private static final Template ID = Template.of("<messageId>{id}</messageId>");

  /** Which messages wait? */
  public static MailWish list() {
    return new MailWish("GetMetadata", Markup.NONE, true);
  }

  /** One message. */
  public static MailWish message(String id) {
    return new MailWish("GetMessage", MESSAGE.fill(id), true);
  }

  /** These have arrived. Saying so twice does no harm. */
  public static MailWish delete(Collection<String> ids) {
    return new MailWish(
        "DeleteMessages", IDS.fill(Markup.joined(ids.stream().map(ID::fill))), true);
  }

  @Override
  public String site() {
    return SITE;
  }

  @Override
  public Call by(String ticket) {
    TicketText parts = TicketText.of(ticket);
    return Call.of(
        "/rsi/rsi.asmx",
        NAMESPACE + "/" + operation,
        ENVELOPE.fill(parts.id(), parts.profile(), operation, content, operation));
  }
}
