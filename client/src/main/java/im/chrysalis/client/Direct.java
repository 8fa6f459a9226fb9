package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.routed.RoutedAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What two people say to each other through the notification server, in MSNP21. Nobody comes and
 * nobody goes; whoever is away gets texts later.
 *
 * @see <a href="../../../../../../../docs/protocol/routed.md#talk">docs/protocol/routed.md</a>
 */
final class Direct implements Carrier {
  private final EmailAddress who;
  private final Routed routed;
  private Host host;

  Direct(EmailAddress who, Routed routed, Host host) {
    this.who = who;
    this.routed = routed;
    this.host = host;
  }

  @Override
  public void handOver(Host next) {
    host = next;
  }

  @Override
  public Map<EmailAddress, Member> members() {
    return Map.of();
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public boolean isForTwo() {
    return true;
  }

  @Override
  public boolean isGroup() {
    return false;
  }

  @Override
  public CompletionStage<@Nullable Void> gone() {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void invite(EmailAddress other, Consumer<Outcome> outcome) {
    throw new IllegalStateException("nobody comes to what two people say");
  }

  @Override
  public void mention(MimeMessage message) {
    routed.mention(RoutedAddress.of(who), message);
  }

  @Override
  public void say(MimeMessage message, boolean isData, Consumer<Outcome> outcome) {
    routed
        .say(RoutedAddress.of(who), message)
        .thenAccept(said -> outcome.accept(Guests.isNotThere(said) ? offline() : said));
  }

  private Outcome offline() {
    return Outcome.failed(new Failure.RecipientOffline(who));
  }

  @Override
  public void leave(Failure why) {}

  @Override
  public void signedOut(Failure why) {
    host.ended(this, why);
  }
}
