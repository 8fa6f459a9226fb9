package im.chrysalis.client;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.SwitchboardCommand;
import im.chrysalis.wire.command.SwitchboardCommand.Answer;
import im.chrysalis.wire.command.SwitchboardCommand.Invite;
import im.chrysalis.wire.command.SwitchboardCommand.Leave;
import im.chrysalis.wire.command.SwitchboardCommand.Open;
import im.chrysalis.wire.command.SwitchboardCommand.Receipt;
import im.chrysalis.wire.command.SwitchboardCommand.Say;
import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.command.SwitchboardEvent.*;
import im.chrysalis.wire.command.SwitchboardEvents;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a switchboard server: the account's seat in one conversation. Lives on the
 * messenger's turn.
 */
final class Switchboard implements Link.Speaker, Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

  /** How long to wait for somebody to come, or for a message to arrive. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Office office;
  private final Dialect dialect;
  private final TrIds trIds = new TrIds();
  private final Link link;
  private final Function<TrId, SwitchboardCommand> first;
  private final Map<EmailAddress, Member> members = new LinkedHashMap<>();
  private final Timer.Task openingLimit;
  private final Guests guests;
  private final Map<TrId, Message> messages = new HashMap<>();
  private Host host;
  private boolean open;
  private boolean settledOnce;

  /** How the account speaks, and from which place. */
  record Caller(Dialect dialect, EndpointId place) {
    /** Dialects that know of places want them named. */
    private String word(EmailAddress self) {
      return dialect.has(Trait.ENDPOINTS)
          ? new EndpointAddress(self, Optional.of(place)).word()
          : self.text();
    }
  }

  private record Message(Consumer<Outcome> outcome, Timer.Task limit) {}

  private Switchboard(
      Office office,
      ServerAddress server,
      Dialect dialect,
      Function<TrId, SwitchboardCommand> first,
      Host host) {
    this.office = office;
    this.dialect = dialect;
    this.first = first;
    this.host = host;
    guests = new Guests(office.timer(), this::settledPerhaps);
    openingLimit = office.timer().after(PATIENCE, () -> lost(new Failure.NoAnswer(PATIENCE)));
    link = Link.open(Road.Kind.SWITCHBOARD, server, office, this);
  }

  /** Opens a conversation with the token of an own request. */
  static Switchboard open(
      Office office, ServerAddress server, String token, Caller caller, Host host) {
    String self = caller.word(office.self());
    Dialect dialect = caller.dialect();
    return new Switchboard(office, server, dialect, trId -> new Open(trId, self, token), host);
  }

  /** Answers somebody's invitation. */
  static Switchboard answer(
      Office office,
      ServerAddress server,
      String token,
      long conversation,
      Caller caller,
      Host host) {
    String self = caller.word(office.self());
    Dialect dialect = caller.dialect();
    String number = Long.toString(conversation);
    return new Switchboard(
        office, server, dialect, trId -> new Answer(trId, self, token, number), host);
  }

  @Override
  public void handOver(Host next) {
    host = next;
  }

  @Override
  public Map<EmailAddress, Member> members() {
    return members;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isReady() {
    return open && !members.isEmpty() && settledOnce;
  }

  @Override
  public boolean isForTwo() {
    return false;
  }

  @Override
  public boolean isGroup() {
    return false;
  }

  @Override
  public CompletionStage<@Nullable Void> gone() {
    return link.gone();
  }

  @Override
  public void invite(EmailAddress who, Consumer<Outcome> outcome) {
    TrId trId = trIds.next();
    guests.invited(trId, who, outcome);
    say(new Invite(trId, who));
  }

  @Override
  public void mention(MimeMessage message) {
    say(new Say(trIds.next(), Receipt.NEVER, message.bytes()));
  }

  /** Data go by a letter of their own. */
  @Override
  public void say(MimeMessage message, boolean isData, Consumer<Outcome> outcome) {
    TrId trId = trIds.next();
    Timer.Task limit =
        office
            .timer()
            .after(PATIENCE, () -> settle(trId, Outcome.failed(new Failure.NoAnswer(PATIENCE))));
    messages.put(trId, new Message(outcome, limit));
    Receipt receipt = isData && dialect.has(Trait.DATA_MESSAGES) ? Receipt.DATA : Receipt.ALWAYS;
    say(new Say(trId, receipt, message.bytes()));
  }

  @Override
  public void leave(Failure why) {
    say(new Leave());
    close(why);
  }

  /** It has a connection of its own, and goes on. */
  @Override
  public void signedOut(Failure why) {}

  private void close(Failure why) {
    open = false;
    openingLimit.cancel();
    link.close();
    List.copyOf(messages.keySet()).forEach(trId -> settle(trId, Outcome.failed(why)));
    guests.failAll(why);
  }

  @Override
  public void opened() {
    say(first.apply(trIds.next()));
  }

  @Override
  public PayloadRule payloads() {
    return SwitchboardEvents.payloads(dialect);
  }

  @Override
  public void lost(Failure why) {
    close(why);
    host.ended(this, why);
  }

  @Override
  public void heard(Frame frame) throws MalformedCommand {
    switch (SwitchboardEvents.read(frame, dialect)) {
      case Opened _ -> open();
      case Answered _ -> {
        settledOnce = true;
        open();
      }
      case Present it -> {
        if (isPerson(it.who())) {
          members.put(it.who().account(), member(it.name(), it.capabilities()));
        }
      }
      case Rings(var trId, _) -> guests.rings(trId, members.keySet());
      case Joined it when !isPerson(it.who()) -> {}
      case Left it when !isPerson(it.who()) -> {}
      case Joined it -> {
        Member member = member(it.name(), it.capabilities());
        members.put(it.who().account(), member);
        guests.came(it.who().account());
        host.joined(this, it.who().account(), member);
        settledPerhaps();
      }
      case Left it -> {
        members.remove(it.who().account());
        host.left(this, it.who().account(), it.idle());
      }
      case Said it -> said(it);
      case Delivered(var trId) -> settle(trId, Outcome.done());
      case Undelivered(var trId) -> settle(trId, Outcome.failed(new Failure.Undelivered()));
      case Refused(var code, var trId) -> {
        if (open) {
          trId.ifPresent(it -> refused(it, code));
        } else {
          lost(new Failure.Refused(code));
        }
      }
      case Unknown(var line) -> LOG.trace("account={} passed over {}", office.self(), line);
    }
  }

  /** A place has a line of its own, and its person another; the account itself is no member. */
  private boolean isPerson(EndpointAddress who) {
    return who.place().isEmpty() && !who.account().equals(office.self());
  }

  private static Member member(EncodedText name, Capabilities capabilities) {
    return new Member(name.text(), capabilities.abilities());
  }

  private void open() {
    open = true;
    openingLimit.cancel();
    host.opened(this);
  }

  private void said(Said it) {
    try {
      host.said(this, it.who(), it.name().text(), MimeMessage.read(it.message()));
    } catch (MalformedCommand fault) {
      // the server passes on what others say unread, so that its stream is still sound
      LOG.debug("account={} from={} no message: {}", office.self(), it.who(), fault.getMessage());
    }
  }

  private void refused(TrId trId, int code) {
    if (!guests.refused(trId, code)) {
      settle(trId, Outcome.failed(new Failure.Refused(code)));
    }
  }

  private void settledPerhaps() {
    if (open && guests.isEmpty()) {
      settledOnce = true;
      host.settled(this);
    }
  }

  private void settle(TrId trId, Outcome outcome) {
    Message message = messages.remove(trId);
    if (message != null) {
      message.limit().cancel();
      message.outcome().accept(outcome);
    }
  }

  private void say(SwitchboardCommand command) {
    link.say(SwitchboardCommands.write(command, dialect));
  }
}
