package im.chrysalis.client;

import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.challenge.PasswordProof;
import im.chrysalis.wire.challenge.TicketProof;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.AskSecurityPackage;
import im.chrysalis.wire.command.ClientCommand.DescribeClient;
import im.chrysalis.wire.command.ClientCommand.OfferVersions;
import im.chrysalis.wire.command.ClientCommand.ProveSignIn;
import im.chrysalis.wire.command.ClientCommand.StartSignIn;
import im.chrysalis.wire.command.ClientCommands;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.ClientAdvice;
import im.chrysalis.wire.command.ServerEvent.ReferredToNotification;
import im.chrysalis.wire.command.ServerEvent.Refused;
import im.chrysalis.wire.command.ServerEvent.SecurityPackage;
import im.chrysalis.wire.command.ServerEvent.SignInChallenge;
import im.chrysalis.wire.command.ServerEvent.SignedIn;
import im.chrysalis.wire.command.ServerEvent.SignedOut;
import im.chrysalis.wire.command.ServerEvent.VersionChosen;
import im.chrysalis.wire.command.ServerEvents;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.ReferralTail;
import im.chrysalis.wire.dialect.Trait;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from a server's address to a signed-in connection: over the dispatch server, when it is
 * one, to as many notification servers as the account is referred to.
 *
 * <pre>
 * VER  ->  INF  ->  USR MD5 I  ->  USR MD5 S                ->  USR OK
 *  |                      \
 *  |                       XFR NS: the same again over there
 *  |                      /
 *   \-->  CVR  ->  USR TWN I  ->  a ticket  ->  USR TWN S   ->  USR OK
 *                     SSO                       SSO
 * </pre>
 */
final class SignIn implements Link.Speaker {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final String PROGRAM = "CHRYSALIS";
  private static final String VERSION = "0.1.0";
  private static final int MOST_REFERRALS = 5;
  private static final int NOT_LET_IN = 911;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What a client says that comes from no other server. */
  private static final String NOT_SENT_ON = "0";

  /** And one that does, in the words by which servers send it on. */
  private static final String SENT_ON =
      Base64.getEncoder()
          .encodeToString("Version: 1\r\nXfrCount: 2\r\n".getBytes(StandardCharsets.US_ASCII));

  private final Office office;
  private final Credentials credentials;
  private final Options options;
  private final ServerAddress server;
  private final Tickets tickets;
  private final EndpointId place;
  private final Consumer<Result> done;
  private final Timer.Task limit;
  private List<Dialect> offered;
  private TrIds trIds = new TrIds();
  private Optional<Dialect> dialect = Optional.empty();
  private int referrals;
  private boolean over;
  private Link link;

  /** How a sign-in came out. */
  sealed interface Result {
    /** The notification server at the other end of the link knows the account. */
    record Online(Link link, Dialect dialect, TrIds trIds, String name) implements Result {}

    record Failed(Failure why) implements Result {}
  }

  /**
   * Begins at a server; the result is told on the messenger's turn.
   *
   * @param place from which place, in dialects that know of places
   */
  SignIn(
      Office office,
      Credentials credentials,
      Options options,
      ServerAddress server,
      Tickets tickets,
      EndpointId place,
      List<Dialect> offered,
      Consumer<Result> done) {
    this.office = office;
    this.credentials = credentials;
    this.options = options;
    this.server = server;
    this.done = done;
    this.tickets = tickets;
    this.place = place;
    this.offered = offered;
    limit = office.timer().after(PATIENCE, () -> fail(new Failure.NoAnswer(PATIENCE)));
    link = Link.open(Road.Kind.NOTIFICATION, server, office, this);
  }

  /** Gives up; nothing is told any more. */
  void abandon() {
    over = true;
    limit.cancel();
    link.close();
  }

  /** The connection of the moment. */
  Link link() {
    return link;
  }

  @Override
  public void opened() {
    List<String> words = new ArrayList<>(names(offered));
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
      case ClientAdvice _ -> introduce();
      case SecurityPackage(_, var offer) -> {
        require(offer);
        introduce();
      }
      case SignInChallenge(_, var asked, var words) -> {
        require(asked);
        prove(words);
      }
      case ReferredToNotification(_, var server, _) -> follow(server);
      case SignedIn it -> {
        over = true;
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
    dialect = Dialect.ofName(version).filter(offered::contains);
    if (dialect.isEmpty()) {
      fail(new Failure.NoCommonDialect(names(offered)));
      return;
    }
    switch (agreed().signIn()) {
      case MD5 -> say(new AskSecurityPackage(trIds.next()));
      case PASSPORT, SSO -> say(description());
    }
  }

  /**
   * Language, system, its version, machine, program, its version, family, who signs in, and in
   * MSNP21 how often it was sent on.
   */
  private DescribeClient description() {
    List<String> details =
        new ArrayList<>(
            List.of(
                "0x0409",
                "java",
                Integer.toString(Runtime.version().feature()),
                "any",
                PROGRAM,
                VERSION,
                "MSMSGS",
                EncodedText.of(credentials.account().text()).word()));
    if (agreed().referralTail() == ReferralTail.LETTERS_AND_HOPS) {
      details.add(referrals == 0 ? NOT_SENT_ON : SENT_ON);
    }
    return new DescribeClient(trIds.next(), "CVR", VERSION, details);
  }

  private void introduce() {
    say(new StartSignIn(trIds.next(), method(), credentials.account().text()));
  }

  private void prove(String words) {
    switch (agreed().signIn()) {
      case MD5 -> prove(List.of(PasswordProof.of(words, credentials.password())));
      case PASSPORT -> askTicket(words, it -> List.of(it.text()));
      case SSO -> {
        int space = words.indexOf(' ');
        String policy = space < 0 ? words : words.substring(0, space);
        askTicket(policy, it -> proofs(it, words.substring(space + 1)));
      }
    }
  }

  private void askTicket(String parameters, Function<TicketSource.Result.Ticket, List<String>> by) {
    Link asking = link;
    tickets
        .ask(parameters)
        .thenAccept(result -> {
          if (!over && link.equals(asking)) {
            ticket(result, by);
          }
        });
  }

  private void prove(List<String> proofs) {
    link.whisper(ClientCommands.write(new ProveSignIn(trIds.next(), method(), proofs), agreed()));
  }

  /** The ticket; unless it has no secret the proof that it was told; and the place. */
  private List<String> proofs(TicketSource.Result.Ticket ticket, String nonce) {
    List<String> proofs = new ArrayList<>(List.of(ticket.text()));
    if (!ticket.secret().isEmpty()) {
      proofs.add(TicketProof.of(Base64.getDecoder().decode(ticket.secret()), nonce, RANDOM));
    }
    if (agreed().has(Trait.ENDPOINTS)) {
      proofs.add("{" + place + "}");
    }
    return proofs;
  }

  private void ticket(
      TicketSource.Result result, Function<TicketSource.Result.Ticket, List<String>> by) {
    switch (result) {
      case TicketSource.Result.Ticket ticket -> prove(by.apply(ticket));
      case TicketSource.Result.Refused(Failure.WrongPassword why) -> fail(why);
      case TicketSource.Result.Refused(var why) when mayDoWithout() -> {
        LOG.info("account={} no ticket: {}", credentials.account(), why.sentence());
        offered = withPassword();
        goTo(server);
      }
      case TicketSource.Result.Refused(var why) -> fail(why);
    }
  }

  /** Nobody has said how it should be, so any way is good that leads in. */
  private boolean mayDoWithout() {
    return options.dialect().isEmpty()
        && options.web().equals(WebServices.UNKNOWN)
        && !withPassword().isEmpty();
  }

  private List<Dialect> withPassword() {
    return offered.stream().filter(it -> !WebServices.areNeededFor(it)).toList();
  }

  private void follow(String server) throws MalformedCommand {
    ServerAddress next =
        ServerAddress.parse(server)
            .orElseThrow(() -> new MalformedCommand(Fault.SYNTAX, "XFR to " + server));
    if (++referrals > MOST_REFERRALS) {
      fail(new Failure.NotUnderstood("referred from server to server without end"));
      return;
    }
    goTo(next);
  }

  private void goTo(ServerAddress next) {
    link.close();
    dialect = Optional.empty();
    trIds = new TrIds();
    link = Link.open(Road.Kind.NOTIFICATION, next, office, this);
  }

  private Failure meaning(int code) {
    if (code != NOT_LET_IN) {
      return new Failure.Refused(code);
    }
    return dialect.filter(WebServices::areNeededFor).isPresent()
        ? new Failure.TicketRefused(credentials.account())
        : new Failure.WrongPassword(credentials.account());
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

  private String method() {
    return switch (agreed().signIn()) {
      case MD5 -> "MD5";
      case PASSPORT -> "TWN";
      case SSO -> "SSO";
    };
  }

  private void require(String offer) throws MalformedCommand {
    if (!offer.equalsIgnoreCase(method())) {
      throw new MalformedCommand(Fault.CHOICE, "sign-in by " + offer);
    }
  }

  private static List<String> names(List<Dialect> dialects) {
    return dialects.stream().map(Dialect::name).toList();
  }
}
