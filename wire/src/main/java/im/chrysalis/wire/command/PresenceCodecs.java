package im.chrysalis.wire.command;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Abilities;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.SetPersonalData;
import im.chrysalis.wire.command.ClientCommand.SetStatus;
import im.chrysalis.wire.command.ServerEvent.Appearance;
import im.chrysalis.wire.command.ServerEvent.InitialPresence;
import im.chrysalis.wire.command.ServerEvent.PersonalDataIs;
import im.chrysalis.wire.command.ServerEvent.PersonalDataSet;
import im.chrysalis.wire.command.ServerEvent.Presence;
import im.chrysalis.wire.command.ServerEvent.PresenceInCircle;
import im.chrysalis.wire.command.ServerEvent.StatusSet;
import im.chrysalis.wire.command.ServerEvent.WentFromCircle;
import im.chrysalis.wire.command.ServerEvent.WentOffline;
import im.chrysalis.wire.dialect.Addressing;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Memberships;
import im.chrysalis.wire.routed.RoutedAddress;
import java.util.List;
import java.util.Optional;

/**
 * Who is there: {@code CHG ILN NLN FLN}, and since MSNP11 {@code UUX UBX}.
 *
 * @see <a href="../../../../../../../../docs/protocol/presence.md">docs/protocol/presence.md</a>
 */
final class PresenceCodecs {
  private PresenceCodecs() {}

  /**
   * {@code CHG 9 NLN 268435492 %3Cmsnobj...%3E}: my status; since MSNP8 what my client can do,
   * since MSNP9 my picture. All words behind the transaction id are kept for the echo. COMPAT
   * BitlBee: what the client can do may be missing.
   */
  static final Codec<SetStatus> SET_STATUS =
      Codec.ofLine(
          (words, dialect) -> {
            var trId = words.trId();
            List<String> asTheyCame = words.rest();
            return new SetStatus(
                trId,
                status(asTheyCame),
                word(asTheyCame, 1, dialect.has(Trait.CAPABILITIES))
                    .flatMap(Abilities::parse)
                    .orElse(Capabilities.NONE),
                word(asTheyCame, 2, dialect.has(Trait.PICTURES)).filter(it -> !it.equals("0")),
                asTheyCame);
          },
          (it, dialect) ->
              pictured(
                  able(
                      Line.of("CHG", it.trId()).word(it.status().code()),
                      it.capabilities(),
                      dialect),
                  it.picture(),
                  dialect));

  /** {@code CHG 9 NLN}: it is set; exactly the words that the client sent. */
  static final Codec<StatusSet> STATUS_SET =
      Codec.ofLine(
          (words, _) -> new StatusSet(words.trId(), words.rest()),
          (it, _) -> Line.of("CHG", it.trId()).words(it.words()));

  /**
   * {@code ILN 9 NLN ben@example.com Ben 268435492}: he was there when you came, or when you added
   * him. COMPAT Pidgin: it can't read an {@code ILN} in the form of MSNP18, so there it is an
   * {@code NLN}.
   */
  static final Codec<InitialPresence> INITIAL_PRESENCE =
      Codec.ofLine(
          (words, dialect) -> new InitialPresence(words.trId(), readAppearance(words, dialect)),
          (it, dialect) ->
              write(
                  it.contact(),
                  dialect.addressing() == Addressing.NETWORK_BEFORE
                      ? Line.of("NLN")
                      : Line.of("ILN", it.trId()),
                  dialect));

  /**
   * {@code NLN AWY ben@example.com Ben 268435492}: he came, or changed. Where the network is said,
   * {@code ben@example.com 1} or {@code 1:ben@example.com}.
   */
  static final Codec<Presence> PRESENCE =
      Codec.ofLine(
          (words, dialect) -> new Presence(readAppearance(words, dialect)),
          (it, dialect) -> write(it.contact(), Line.of("NLN"), dialect));

  /** {@code FLN ben@example.com}: he left. Since MSNP14 with his network and {@code 0}. */
  static final Codec<WentOffline> WENT_OFFLINE =
      Codec.ofLine(
          (words, dialect) -> new WentOffline(Networked.read(words, dialect)),
          (it, dialect) ->
              Networked.write(Line.of("FLN"), it.who(), dialect)
                  .when(
                      dialect.addressing() != Addressing.PLAIN,
                      Abilities.text(Capabilities.NONE, dialect)));

  /**
   * {@code NLN NLN 1:ben@example.com;via=9:GUID@live.com Ben 2789003324:48 0}: how he appears in a
   * circle. Since MSNP18.
   */
  static final Codec<PresenceInCircle> PRESENCE_IN_CIRCLE =
      Codec.ofLine(
          (words, dialect) -> {
            Status status = words.code(Status::ofCode, "status");
            RoutedAddress who = address(words);
            return new PresenceInCircle(
                readAppearance(words, status, member(who), dialect), circle(who));
          },
          (it, dialect) -> {
            Appearance member = it.member();
            Line line =
                Line.of("NLN")
                    .word(member.status().code())
                    .word(inCircle(member.who(), it.circle()))
                    .word(member.name());
            return pictured(able(line, member.capabilities(), dialect), member.picture(), dialect);
          });

  /** {@code FLN 1:ben@example.com;via=9:GUID@live.com 0:0}: he left it. */
  static final Codec<WentFromCircle> WENT_FROM_CIRCLE =
      Codec.ofLine(
          (words, _) -> {
            RoutedAddress who = address(words);
            return new WentFromCircle(member(who), circle(who));
          },
          (it, dialect) ->
              Line.of("FLN")
                  .word(inCircle(it.who(), it.circle()))
                  .word(Abilities.text(Capabilities.NONE, dialect)));

  private static String inCircle(EmailAddress who, RoutedAddress circle) {
    return Memberships.HERE + ":" + EncodedText.of(who.text()) + ";via=" + circle.word();
  }

  private static RoutedAddress address(Words words) throws MalformedCommand {
    return RoutedAddress.parse(EncodedText.raw(words.word("account")).text())
        .orElseThrow(() -> notAnAccount(words.verb()));
  }

  private static EmailAddress member(RoutedAddress who) throws MalformedCommand {
    return who.address().orElseThrow(() -> notAnAccount(who.word()));
  }

  private static RoutedAddress circle(RoutedAddress who) throws MalformedCommand {
    return who.gateway().orElseThrow(() -> notAnAccount(who.word()));
  }

  private static MalformedCommand notAnAccount(String what) {
    return new MalformedCommand(Fault.ADDRESS, what + ": not a member of a circle");
  }

  /** Somebody's presence, in a circle or out of any. */
  static ServerEvent readPresence(Frame frame, Dialect dialect) throws MalformedCommand {
    return isInCircle(frame.words().wordAt(1, "account"), dialect)
        ? PRESENCE_IN_CIRCLE.read(frame, dialect)
        : PRESENCE.read(frame, dialect);
  }

  /** Somebody's leaving, from a circle or altogether. */
  static ServerEvent readFarewell(Frame frame, Dialect dialect) throws MalformedCommand {
    return isInCircle(frame.words().wordAt(0, "account"), dialect)
        ? WENT_FROM_CIRCLE.read(frame, dialect)
        : WENT_OFFLINE.read(frame, dialect);
  }

  private static boolean isInCircle(String account, Dialect dialect) {
    return dialect.has(Trait.CIRCLES) && account.contains(";via=");
  }

  /** {@code UUX 11 53} and 53 bytes of XML: what I tell besides. Since MSNP11. */
  static final Codec<SetPersonalData> SET_PERSONAL_DATA =
      Codec.of(
          (frame, _) -> new SetPersonalData(frame.words().trId(), frame.payload()),
          (it, _) -> Line.of("UUX", it.trId()).payload(it.xml()));

  /** {@code UUX 11 0}: taken. */
  static final Codec<PersonalDataSet> PERSONAL_DATA_SET =
      Codec.ofLine(
          (words, _) -> new PersonalDataSet(words.trId()),
          (it, _) -> Line.of("UUX", it.trId()).word(0));

  /** {@code UBX ben@example.com 53} and 53 bytes of XML: what he tells besides; nothing: 0. */
  static final Codec<PersonalDataIs> PERSONAL_DATA_IS =
      Codec.of(
          (frame, dialect) ->
              new PersonalDataIs(Networked.read(frame.words(), dialect), frame.payload()),
          (it, dialect) -> Networked.write(Line.of("UBX"), it.who(), dialect).payload(it.xml()));

  private static Appearance readAppearance(Words words, Dialect dialect) throws MalformedCommand {
    Status status = words.code(Status::ofCode, "status");
    return readAppearance(words, status, Networked.read(words, dialect), dialect);
  }

  private static Appearance readAppearance(
      Words words, Status status, EmailAddress who, Dialect dialect) throws MalformedCommand {
    EncodedText name = words.text("name");
    return new Appearance(
        who,
        name,
        status,
        dialect.has(Trait.CAPABILITIES)
            ? words.optionalWord().flatMap(Abilities::parse).orElse(Capabilities.NONE)
            : Capabilities.NONE,
        dialect.has(Trait.PICTURES)
            ? words.optionalWord().filter(it -> !it.equals("0"))
            : Optional.empty());
  }

  private static Line write(Appearance contact, Line line, Dialect dialect) {
    line.word(contact.status().code());
    Networked.write(line, contact.who(), dialect).word(contact.name());
    return pictured(able(line, contact.capabilities(), dialect), contact.picture(), dialect);
  }

  private static Line able(Line line, Capabilities capabilities, Dialect dialect) {
    return line.when(dialect.has(Trait.CAPABILITIES), Abilities.text(capabilities, dialect));
  }

  /** COMPAT BitlBee 3.2: in MSNP18 the word is never left out. */
  private static Line pictured(Line line, Optional<String> picture, Dialect dialect) {
    if (!dialect.has(Trait.PICTURES)) {
      return line;
    }
    return dialect.addressing() == Addressing.NETWORK_BEFORE
        ? line.word(picture.orElse("0"))
        : line.word(picture);
  }

  private static Optional<String> word(List<String> words, int index, boolean known) {
    return known && index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
  }

  private static Status status(List<String> words) throws MalformedCommand {
    if (words.isEmpty()) {
      throw new MalformedCommand(Fault.SYNTAX, "CHG lacks its status");
    }
    return Status.ofCode(words.getFirst())
        .orElseThrow(() -> new MalformedCommand(Fault.CHOICE, "CHG: unknown status"));
  }
}
