package im.chrysalis.server.session;

import im.chrysalis.net.Connection;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.AskSecurityPackage;
import im.chrysalis.wire.command.ClientCommand.DescribeClient;
import im.chrysalis.wire.command.ClientCommand.Misplaced;
import im.chrysalis.wire.command.ClientCommand.OfferVersions;
import im.chrysalis.wire.command.ClientCommand.SignOut;
import im.chrysalis.wire.command.ClientCommand.StartSignIn;
import im.chrysalis.wire.command.ClientCommand.Unknown;
import im.chrysalis.wire.command.ClientCommands;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvents;
import im.chrysalis.wire.dialect.Dialect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How every client begins, at the dispatch server and at the notification server: versions, what it
 * is, how it may sign in. What comes then is the role's.
 *
 * @see <a href="../../../../../../../../docs/protocol/sign-in.md">docs/protocol/sign-in.md</a>
 */
public abstract class GreetingLoop extends CommandLoop {
  private static final int NOT_EXPECTED = 715;
  private static final int NOT_AN_ACCOUNT = 201;
  private static final int NO_DOMAIN = 206;
  private static final List<String> PURPLE_OFFER = List.of("MSNP14", "MSNP13", "CVR0");

  private final Backbone backbone;
  private @Nullable Dialect dialect;

  protected GreetingLoop(Backbone backbone) {
    this.backbone = backbone;
  }

  /** The client says who signs in, and it is an address. */
  protected abstract void startSignIn(StartSignIn start, EmailAddress account, Dialect agreed);

  /**
   * The client says anything that does not belong to the greeting.
   *
   * @param trId of the command, if it has one
   */
  protected abstract void further(ClientCommand command, Optional<TrId> trId, Dialect agreed);

  @Override
  public void opened(Connection connection) {
    super.opened(connection);
    connection.expectWithin(backbone.settings().get().signInTime());
  }

  @Override
  protected PayloadRule payloads() {
    return PayloadRule.LINES_ONLY;
  }

  @Override
  protected int badAddress() {
    return NOT_AN_ACCOUNT;
  }

  @Override
  protected void on(Frame frame) throws MalformedCommand {
    Dialect agreed = dialect;
    if (agreed == null) {
      switch (ClientCommands.readFirst(frame)) {
        case OfferVersions it -> choose(it);
        case DescribeClient it -> say(advice(it));
        case SignOut _ -> part();
        case Misplaced _, Unknown _ -> close();
      }
      return;
    }
    switch (ClientCommands.read(frame, agreed)) {
      case OfferVersions it -> {
        refuse(NOT_EXPECTED, it.trId());
        close();
      }
      case DescribeClient it -> say(advice(it));
      case AskSecurityPackage it -> say(new ServerEvent.SecurityPackage(it.trId(), "MD5"));
      case StartSignIn it -> startSignIn(it, agreed);
      case ClientCommand other -> further(other, frame.words().firstTrId(), agreed);
    }
  }

  private void startSignIn(StartSignIn it, Dialect agreed) {
    String text = EncodedText.raw(it.account()).text();
    Optional<EmailAddress> account = EmailAddress.parse(text);
    if (account.isPresent()) {
      startSignIn(it, account.get(), agreed);
    } else {
      refuse(text.contains("@") ? NOT_AN_ACCOUNT : NO_DOMAIN, it.trId());
      close();
    }
  }

  private void choose(OfferVersions it) {
    Optional<Dialect> newest = Dialect.newestOf(it.offered());
    if (newest.isPresent()) {
      dialect = newest.get();
      say(new ServerEvent.VersionChosen(it.trId(), name(newest.get(), it.offered())));
    } else if (it.offered().stream().anyMatch(Dialect.UPGRADE_ONLY::equalsIgnoreCase)) {
      say(new ServerEvent.VersionChosen(it.trId(), Dialect.UPGRADE_ONLY));
    } else {
      say(new ServerEvent.VersionChosen(it.trId(), "0"));
      close();
    }
  }

  /**
   * COMPAT libpurple 2.3: built for MSNP14, it offers exactly two versions and looks for the older
   * one in the answer, so it is told both, the one that is spoken first.
   */
  private static String name(Dialect chosen, List<String> offered) {
    return offered.equals(PURPLE_OFFER) ? chosen.name() + " " + PURPLE_OFFER.get(1) : chosen.name();
  }

  /** Whatever the client is, it is new enough. */
  private ServerEvent.ClientAdvice advice(DescribeClient it) {
    String site = site();
    return new ServerEvent.ClientAdvice(
        it.trId(), it.verb(), it.version(), it.version(), site, site);
  }

  /** Where the site is, as this client reaches it; ends with a slash. */
  protected final String site() {
    return backbone.site(connection());
  }

  protected final Backbone backbone() {
    return backbone;
  }

  /** Says something in the agreed dialect. */
  protected final void say(ServerEvent event) {
    Dialect agreed = dialect;
    say(
        agreed == null && event instanceof ServerEvent.First first
            ? ServerEvents.writeFirst(first)
            : ServerEvents.write(event, agreed()));
  }

  /** The dialect that was agreed. */
  protected final Dialect agreed() {
    Dialect agreed = dialect;
    if (agreed == null) {
      throw new IllegalStateException("no version agreed yet");
    }
    return agreed;
  }
}
