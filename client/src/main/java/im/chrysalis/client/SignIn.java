package im.chrysalis.client;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.challenge.PasswordProof;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.AskSecurityPackage;
import im.chrysalis.wire.command.ClientCommand.OfferVersions;
import im.chrysalis.wire.command.ClientCommand.ProveSignIn;
import im.chrysalis.wire.command.ClientCommand.StartSignIn;
import im.chrysalis.wire.command.ClientCommands;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.ReferredToNotification;
import im.chrysalis.wire.command.ServerEvent.Refused;
import im.chrysalis.wire.command.ServerEvent.SecurityPackage;
import im.chrysalis.wire.command.ServerEvent.SignInChallenge;
import im.chrysalis.wire.command.ServerEvent.SignedIn;
import im.chrysalis.wire.command.ServerEvent.SignedOut;
import im.chrysalis.wire.command.ServerEvent.VersionChosen;
import im.chrysalis.wire.command.ServerEvents;
import im.chrysalis.wire.dialect.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way from a server's address to a signed-in connection: over the dispatch server, when it is
 * one, to as many notification servers as the account is referred to.
 *
 * <pre>
 * VER  ->  INF  ->  USR MD5 I  ->  USR MD5 S  ->  USR OK
 *                        \
 *                         XFR NS: the same again over there
 * </pre>
 */
final class SignIn implements Link.Speaker {
  private static final String METHOD = "MD5";
  private static final int MOST_REFERRALS = 5;
  private static final int WRONG_PASSWORD = 911;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Office office;
  private final Credentials credentials;
  private final List<String> offered;
  private final Consumer<Result> done;
  private final Timer.Task limit;
  private TrIds trIds = new TrIds();
  private Optional<Dialect> dialect = Optional.empty();
  private int referrals;
  private Link link;

  /** How a sign-in came out. */
  sealed interface Result {
    /** The notification server at the other end of the link knows the account. */
    record Online(Link link, Dialect dialect, TrIds trIds, String name) implements Result {}

    record Failed(Failure why) implements Result {}
  }

  /** Begins; the result is told on the messenger's turn. */
  SignIn(Office office, Credentials credentials, Options options, Consumer<Result> done) {
    this.office = office;
    this.credentials = credentials;
    this.done = done;
    offered =
        options.dialect().map(List::of).orElse(Options.DIALECTS).stream()
            .map(Dialect::name)
            .toList();
    limit = office.timer().after(PATIENCE, () -> fail(new Failure.NoAnswer(PATIENCE)));
    link = Link.open(options.server(), office.connector(), office.turn(), this);
  }

  /** Gives up; nothing is told any more. */
  void abandon() {
    limit.cancel();
    link.close();
  }

  /** The connection of the moment. */
  Link link() {
    return link;
  }

  @Override
  public void opened() {
    List<String> words = new ArrayList<>(offered);
    words.add(Dialect.UPGRADE_ONLY);
    link.say(ClientCommands.writeFirst(new OfferVersions(trIds.next(), words)));
  }

  @Override
  public PayloadRule payloads() {
    return dialect.map(ServerEvents::payloads).orElse(PayloadRule.LINES_ONLY);
  }

  @Override
  public void heard(Frame frame) throws MalformedCommand {
    ServerEvent event =
        dialect.isPresent()
            ? ServerEvents.read(frame, dialect.get())
            : ServerEvents.readFirst(frame);
    switch (event) {
      case VersionChosen(_, var version) -> agree(version);
      case SecurityPackage(_, var method) -> {
        require(method);
        say(new StartSignIn(trIds.next(), METHOD, credentials.account().text()));
      }
      case SignInChallenge(_, var method, var challenge) -> {
        require(method);
        String proof = PasswordProof.of(challenge, credentials.password());
        say(new ProveSignIn(trIds.next(), METHOD, List.of(proof)));
      }
      case ReferredToNotification(_, var server, _) -> follow(server);
      case SignedIn it -> {
        limit.cancel();
        done.accept(new Result.Online(link, agreed(), trIds, it.name().text()));
      }
      case Refused(var code, _) -> fail(meaning(code));
      case SignedOut _ -> fail(new Failure.ServerShutDown());
      // what servers tell unasked at this point is for later dialects
      default -> {}
    }
  }

  @Override
  public void lost(Failure why) {
    fail(why);
  }

  private void agree(String version) {
    dialect = Dialect.ofName(version).filter(it -> offered.contains(it.name()));
    if (dialect.isEmpty()) {
      fail(new Failure.NoCommonDialect(offered));
    } else {
      say(new AskSecurityPackage(trIds.next()));
    }
  }

  private void follow(String server) throws MalformedCommand {
    ServerAddress next =
        ServerAddress.parse(server)
            .orElseThrow(() -> new MalformedCommand(Fault.SYNTAX, "XFR to " + server));
    if (++referrals > MOST_REFERRALS) {
      fail(new Failure.NotUnderstood("referred from server to server without end"));
      return;
    }
    link.close();
    dialect = Optional.empty();
    trIds = new TrIds();
    link = Link.open(next, office.connector(), office.turn(), this);
  }

  private Failure meaning(int code) {
    return code == WRONG_PASSWORD
        ? new Failure.WrongPassword(credentials.account())
        : new Failure.Refused(code);
  }

  private void say(ClientCommand command) {
    link.say(ClientCommands.write(command, agreed()));
  }

  private Dialect agreed() {
    return dialect.orElseThrow(() -> new IllegalStateException("no version is agreed yet"));
  }

  private void fail(Failure why) {
    abandon();
    done.accept(new Result.Failed(why));
  }

  private static void require(String method) throws MalformedCommand {
    if (!method.equalsIgnoreCase(METHOD)) {
      throw new MalformedCommand(Fault.CHOICE, "sign-in by " + method);
    }
  }
}
