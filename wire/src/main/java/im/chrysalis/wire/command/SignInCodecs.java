package im.chrysalis.wire.command;

import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.AskSecurityPackage;
import im.chrysalis.wire.command.ClientCommand.DescribeClient;
import im.chrysalis.wire.command.ClientCommand.OfferVersions;
import im.chrysalis.wire.command.ClientCommand.ProveSignIn;
import im.chrysalis.wire.command.ClientCommand.StartSignIn;
import im.chrysalis.wire.command.ServerEvent.ClientAdvice;
import im.chrysalis.wire.command.ServerEvent.ReferredToNotification;
import im.chrysalis.wire.command.ServerEvent.SecurityPackage;
import im.chrysalis.wire.command.ServerEvent.SignInChallenge;
import im.chrysalis.wire.command.ServerEvent.SignedIn;
import im.chrysalis.wire.command.ServerEvent.VersionChosen;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.ReferralTail;
import im.chrysalis.wire.dialect.SignIn;
import im.chrysalis.wire.dialect.Trait;
import java.util.ArrayList;
import java.util.List;

/**
 * From the first line to being signed in: {@code VER CVR CVQ INF USR}, and the referral to a
 * notification server.
 *
 * @see <a href="../../../../../../../../docs/protocol/sign-in.md">docs/protocol/sign-in.md</a>
 */
final class SignInCodecs {
  /** {@code Version: 1} and {@code XfrCount: 2}, each with its line end, in base64. */
  private static final String SENT_ON = "VmVyc2lvbjogMQ0KWGZyQ291bnQ6IDINCg==";

  private SignInCodecs() {}

  /** {@code VER 1 MSNP7 MSNP6 CVR0}: the versions that a client speaks. */
  static final Codec<OfferVersions> OFFER_VERSIONS =
      Codec.ofLine(
          (words, _) -> new OfferVersions(words.trId(), words.rest()),
          (it, _) -> Line.of("VER", it.trId()).words(it.offered()));

  /** {@code VER 1 MSNP7}: the one that is spoken from here on. */
  static final Codec<VersionChosen> VERSION_CHOSEN =
      Codec.ofLine(
          (words, _) -> new VersionChosen(words.trId(), words.word("version")),
          (it, _) -> Line.of("VER", it.trId()).words(List.of(it.name().split(" "))));

  /**
   * {@code CVR 2 0x0409 winnt 5.1 i386 MSMSGS 4.6.0083 MSMSGS}: language, system, its version,
   * machine, client program, its version, since MSNP4 its code base, and since MSNP8 who is going
   * to sign in. {@code CVQ} likewise.
   */
  static final Codec<DescribeClient> DESCRIBE_CLIENT =
      Codec.ofLine(
          (words, _) -> readDescription(words),
          (it, dialect) ->
              Line.of(it.verb(), it.trId()).words(first(detailsIn(dialect), it.details())));

  /**
   * {@code CVR 2 4.6.0083 4.6.0083 4.6.0000 http://example.com/setup http://example.com/}: the
   * recommended version twice, the lowest one, where to get it and where to read about it.
   */
  static final Codec<ClientAdvice> CLIENT_ADVICE =
      Codec.ofLine(
          (words, _) -> readAdvice(words),
          (it, _) ->
              Line.of(it.verb(), it.trId())
                  .word(it.recommended())
                  .word(it.recommended())
                  .word(it.minimum())
                  .word(it.download())
                  .word(it.information()));

  /** {@code INF 3}: how is a sign-in proven here? Up to MSNP7. */
  static final Codec<AskSecurityPackage> ASK_SECURITY_PACKAGE =
      Codec.ofLine(
          (words, _) -> new AskSecurityPackage(words.trId()), (it, _) -> Line.of("INF", it.trId()));

  /** {@code INF 3 MD5}. */
  static final Codec<SecurityPackage> SECURITY_PACKAGE =
      Codec.ofLine(
          (words, _) -> new SecurityPackage(words.trId(), words.word("package")),
          (it, _) -> Line.of("INF", it.trId()).word(it.method()));

  /** {@code USR 4 MD5 I anna@example.com}: who signs in. */
  static final Codec<StartSignIn> START_SIGN_IN =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            var method = words.word("method");
            words.word("step");
            return new StartSignIn(trId, method, words.word("account"));
          },
          (it, _) -> Line.of("USR", it.trId()).word(it.method()).word("I").word(it.account()));

  /** {@code USR 5 MD5 S 0dc38e0c96e5ef37eb9451a0b2d5aaf9}: the proof, 32 hex digits for MD5. */
  static final Codec<ProveSignIn> PROVE_SIGN_IN =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            var method = words.word("method");
            words.word("step");
            return new ProveSignIn(trId, method, words.rest());
          },
          (it, _) -> Line.of("USR", it.trId()).word(it.method()).word("S").words(it.proofs()));

  /**
   * {@code USR 4 MD5 S 1013928519.693957190}: what the proof is made from. Since MSNP15 two words,
   * the policy and the nonce.
   */
  static final Codec<SignInChallenge> SIGN_IN_CHALLENGE =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            var method = words.word("method");
            words.word("step");
            String first = words.word("challenge");
            return new SignInChallenge(
                trId, method, words.optionalWord().map(more -> first + " " + more).orElse(first));
          },
          (it, _) ->
              Line.of("USR", it.trId())
                  .word(it.method())
                  .word("S")
                  .words(List.of(it.challenge().split(" "))));

  /**
   * {@code USR 5 OK anna@example.com Anna 1 0}: signed in; whether verified, since MSNP6; whether
   * somebody looks after the account, since MSNP8, and nobody does. The name left with MSNP10, and
   * is then read as the address.
   */
  static final Codec<SignedIn> SIGNED_IN =
      Codec.ofLine(
          (words, dialect) -> {
            var trId = words.trId();
            words.word("OK");
            var account = words.address();
            var name =
                dialect.has(Trait.OWN_NAME) ? EncodedText.of(account.text()) : words.text("name");
            return new SignedIn(trId, account, name, !words.peek().equals("0"));
          },
          (it, dialect) ->
              Line.of("USR", it.trId())
                  .word("OK")
                  .word(it.account())
                  .when(!dialect.has(Trait.OWN_NAME), it.name())
                  .when(dialect.has(Trait.VERIFIED), it.verified() ? "1" : "0")
                  .when(dialect.signIn() != SignIn.MD5, "0"));

  /**
   * {@code XFR 4 NS 192.0.2.10:1863 0 192.0.2.1:1863}: go there. MSNP2 ends after the address,
   * MSNP3 to 6 after the 0; since MSNP13 two letters stand there, {@code U D}, and in MSNP21 behind
   * them in base64 how often the client was sent on.
   */
  static final Codec<ReferredToNotification> REFERRED_TO_NOTIFICATION =
      Codec.ofLine(
          (words, dialect) -> {
            var trId = words.trId();
            words.word("NS");
            var server = words.word("server");
            words.optionalWord();
            var current = words.optionalWord().orElse("");
            return new ReferredToNotification(
                trId, server, endsInLetters(dialect.referralTail()) ? "" : current);
          },
          (it, dialect) ->
              Line.of("XFR", it.trId())
                  .word("NS")
                  .word(it.server())
                  .words(referralTail(it, dialect.referralTail())));

  /**
   * Either step of a client's {@code USR}, told apart by its third word; and since MSNP18 what
   * looks like a third one.
   */
  static ClientCommand readClientUser(Frame frame, Dialect dialect) throws MalformedCommand {
    String step = frame.words().wordAt(2, "step");
    if (step.equals("A") && dialect.has(Trait.CIRCLES)) {
      return RoutedCodecs.SHOW_CIRCLES.read(frame, dialect);
    }
    return switch (step) {
      case "I", "i" -> START_SIGN_IN.read(frame, dialect);
      case "S", "s" -> PROVE_SIGN_IN.read(frame, dialect);
      default -> throw new MalformedCommand(Fault.SYNTAX, "USR: unknown step");
    };
  }

  /** Either answer to {@code USR}: the challenge, or OK, of which there are two. */
  static ServerEvent readServerUser(Frame frame, Dialect dialect) throws MalformedCommand {
    Words words = frame.words();
    if (!words.wordAt(1, "method").equalsIgnoreCase("OK")) {
      return SIGN_IN_CHALLENGE.read(frame, dialect);
    }
    return dialect.has(Trait.CIRCLES) && words.left() > 3 && words.wordAt(3, "verified").equals("0")
        ? RoutedCodecs.CIRCLES_SHOWN.read(frame, dialect)
        : SIGNED_IN.read(frame, dialect);
  }

  private static DescribeClient readDescription(Words words) throws MalformedCommand {
    var trId = words.trId();
    List<String> details = words.rest();
    if (details.size() < 6) {
      throw new MalformedCommand(Fault.SYNTAX, words.verb() + " lacks its client version");
    }
    return new DescribeClient(trId, words.verb(), details.get(5), details);
  }

  private static ClientAdvice readAdvice(Words words) throws MalformedCommand {
    var trId = words.trId();
    var recommended = words.word("recommended version");
    words.word("recommended version");
    return new ClientAdvice(
        trId,
        words.verb(),
        recommended,
        words.word("lowest version"),
        words.word("download address"),
        words.word("information address"));
  }

  private static boolean endsInLetters(ReferralTail tail) {
    return tail == ReferralTail.LETTERS || tail == ReferralTail.LETTERS_AND_HOPS;
  }

  private static List<String> referralTail(ReferredToNotification it, ReferralTail tail) {
    return switch (tail) {
      case NOTHING -> List.of();
      case ZERO -> List.of("0");
      case CURRENT_SERVER -> it.current().isEmpty() ? List.of("0") : List.of("0", it.current());
      case LETTERS -> List.of("U", "D");
      case LETTERS_AND_HOPS -> List.of("U", "D", SENT_ON);
    };
  }

  private static int detailsIn(Dialect dialect) {
    if (!dialect.has(Trait.CODE_BASE)) {
      return 6;
    }
    return dialect.signIn() == SignIn.MD5 ? 7 : Integer.MAX_VALUE;
  }

  private static List<String> first(int count, List<String> words) {
    return new ArrayList<>(words.subList(0, Math.min(count, words.size())));
  }
}
