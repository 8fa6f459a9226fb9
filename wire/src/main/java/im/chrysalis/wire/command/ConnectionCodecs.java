package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.AskConfiguration;
import im.chrysalis.wire.command.ClientCommand.Ping;
import im.chrysalis.wire.command.ClientCommand.SignOut;
import im.chrysalis.wire.command.ServerEvent.Configuration;
import im.chrysalis.wire.command.ServerEvent.Policies;
import im.chrysalis.wire.command.ServerEvent.Pong;
import im.chrysalis.wire.command.ServerEvent.ServerMessage;
import im.chrysalis.wire.command.ServerEvent.SignedOut;
import im.chrysalis.wire.command.ServerEvent.SubscriptionsListed;
import im.chrysalis.wire.command.SwitchboardCommand.Leave;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps a connection and ends it, the server's own messages and the numbers of its refusals:
 * {@code PNG QNG OUT MSG} and three digits.
 *
 * @see <a href="../../../../../../../../docs/protocol/errors.md">docs/protocol/errors.md</a>
 */
final class ConnectionCodecs {
  private ConnectionCodecs() {}

  /** {@code PNG}: are you there? */
  static final Codec<Ping> PING = Codec.ofLine((_, _) -> new Ping(), (_, _) -> Line.of("PNG"));

  /** {@code QNG}: yes. Since MSNP9 {@code QNG 50}: and ask again in 50 seconds. */
  static final Codec<Pong> PONG =
      Codec.ofLine(
          (words, dialect) ->
              new Pong(
                  dialect.has(Trait.PING_SECONDS) && words.hasNext()
                      ? words.number("seconds", Integer.MAX_VALUE)
                      : 0),
          (it, dialect) -> Line.of("QNG").when(dialect.has(Trait.PING_SECONDS), it.seconds()));

  /** {@code GCF 9 Shields.xml}: what must I not send? MSNP11 and 12. */
  static final Codec<AskConfiguration> ASK_CONFIGURATION =
      Codec.ofLine(
          (words, _) -> new AskConfiguration(words.trId(), words.word("file")),
          (it, _) -> Line.of("GCF", it.trId()).word(it.file()));

  /** {@code GCF 9 Shields.xml 120} and 120 bytes of XML. */
  static final Codec<Configuration> CONFIGURATION =
      Codec.of(
          (frame, _) ->
              new Configuration(frame.words().trId(), frame.words().word("file"), frame.payload()),
          (it, _) -> Line.of("GCF", it.trId()).word(it.file()).payload(it.xml()));

  /** {@code GCF 0 120} and 120 bytes of XML, unasked. Since MSNP13. */
  static final Codec<Policies> POLICIES =
      Codec.of(
          (frame, _) -> new Policies(frame.payload()),
          (it, _) -> Line.of("GCF").word(0).payload(it.xml()));

  /** Either kind of {@code GCF} of a server. */
  static ServerEvent readConfiguration(Frame frame, Dialect dialect) throws MalformedCommand {
    return dialect.has(Trait.SHIELDS)
        ? CONFIGURATION.read(frame, dialect)
        : POLICIES.read(frame, dialect);
  }

  /** {@code SBS 0 null}, behind each sign-in since MSNP11. */
  static final Codec<SubscriptionsListed> SUBSCRIPTIONS_LISTED =
      Codec.ofLine(
          (_, _) -> new SubscriptionsListed(), (_, _) -> Line.of("SBS").word(0).word("null"));

  /** {@code OUT}: I sign off. */
  static final Codec<SignOut> SIGN_OUT =
      Codec.ofLine((_, _) -> new SignOut(), (_, _) -> Line.of("OUT"));

  /** {@code OUT}: I leave the conversation. */
  static final Codec<Leave> LEAVE = Codec.ofLine((_, _) -> new Leave(), (_, _) -> Line.of("OUT"));

  /**
   * {@code OUT OTH}: you are signed in elsewhere now. COMPAT libpurple before 2.5: never written
   * without its reason, which would crash it.
   */
  static final Codec<SignedOut> SIGNED_OUT =
      Codec.ofLine(
          (words, _) -> new SignedOut(words.peek()), (it, _) -> Line.of("OUT").word(it.reason()));

  /** {@code MSG Hotmail Hotmail 95} and 95 bytes: the server's own message. */
  static final Codec<ServerMessage> SERVER_MESSAGE =
      Codec.of(
          (frame, _) -> new ServerMessage(frame.payload()),
          (it, _) -> Line.of("MSG").word("Hotmail").word("Hotmail").payload(it.mime()));

  /** Whether the line is a refusal: its verb is three digits. */
  static boolean isRefusal(Words words) {
    String verb = words.verb();
    if (verb.length() != 3) {
      return false;
    }
    for (int i = 0; i < 3; i++) {
      if (verb.charAt(i) < '0' || verb.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** {@code 217 2}: the number of a refusal. */
  static int refusalCode(Words words) {
    return Integer.parseInt(words.verb());
  }

  /** Refusals that clients since MSNP13 read with the length of a payload. */
  private static final Set<Integer> WITH_PAYLOAD =
      Set.of(203, 204, 205, 210, 234, 241, 508, 509, 511, 933);

  /** Refusals after which the connection ends, so that nobody waits for a payload. */
  private static final Set<Integer> LAST = Set.of(540, 911);

  /**
   * {@code 241 9 0}: the same, and in dialects since MSNP13 for some reasons with the length of a
   * payload, which is empty. COMPAT MSNPSharp: it takes whatever stands last for that length; in
   * MSNP21 in any refusal, and would wait for so many bytes as the id says.
   */
  static Line refusal(int code, Optional<TrId> trId, Dialect dialect) {
    return refusal(code, trId).when(trId.isPresent() && endsInLength(code, dialect), 0);
  }

  private static boolean endsInLength(int code, Dialect dialect) {
    return dialect.has(Trait.ROUTED)
        ? !LAST.contains(code)
        : dialect.has(Trait.POLICIES) && WITH_PAYLOAD.contains(code);
  }

  /** {@code 217 2}: command 2 was refused for reason 217. Without an id when nobody asked. */
  static Line refusal(int code, Optional<TrId> trId) {
    if (code < 0 || code > 999) {
      throw new IllegalArgumentException("an error number of three digits, not " + code);
    }
    Line line = Line.of(Integer.toString(1000 + code).substring(1));
    return trId.map(id -> line.word(id.value())).orElse(line);
  }

  /** Any command by its own words. */
  static Line unknown(String line) {
    String[] words = line.split(" ");
    Line written = Line.of(words[0]);
    for (int i = 1; i < words.length; i++) {
      written.word(words[i]);
    }
    return written;
  }

  /** Any command by its verb alone. */
  static Line unknown(String verb, Optional<TrId> trId) {
    return trId.map(id -> Line.of(verb, id)).orElseGet(() -> Line.of(verb));
  }
}
