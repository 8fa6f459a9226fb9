package im.chrysalis.wire.command;

import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.AskPage;
import im.chrysalis.wire.command.ClientCommand.FindPeople;
import im.chrysalis.wire.command.ClientCommand.InviteFriend;
import im.chrysalis.wire.command.ClientCommand.SendPage;
import im.chrysalis.wire.command.ServerEvent.Alert;
import im.chrysalis.wire.command.ServerEvent.FriendInvited;
import im.chrysalis.wire.command.ServerEvent.PageAddress;
import im.chrysalis.wire.command.ServerEvent.PageReceived;
import im.chrysalis.wire.command.ServerEvent.PersonFound;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies beside contacts and conversations: {@code URL FND SND SDC PAG NOT IPG}.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/side-commands.md">docs/protocol/side-commands.md</a>
 */
final class SideCodecs {
  /** More hits than a search ever has. */
  private static final int MANY = 1_000_000;

  private static final byte[] NO_TEXT = new byte[0];

  private SideCodecs() {}

  /** {@code URL 20 COMPOSE ben@example.com}: where is that page? */
  static final Codec<AskPage> ASK_PAGE =
      Codec.ofLine(
          (words, _) -> new AskPage(words.trId(), words.word("service"), words.rest()),
          (it, _) -> Line.of("URL", it.trId()).word(it.service()).words(it.parameters()));

  /**
   * {@code URL 20 /inbox http://example.com/ 2}: the page within the site, where to sign in, and
   * since MSNP3 the site's number.
   */
  static final Codec<PageAddress> PAGE_ADDRESS =
      Codec.ofLine(
          (words, _) ->
              new PageAddress(
                  words.trId(),
                  words.word("target"),
                  words.word("address"),
                  words.hasNext() ? words.number("site", Integer.MAX_VALUE) : 0),
          (it, dialect) ->
              Line.of("URL", it.trId())
                  .word(it.target())
                  .word(it.signInUrl())
                  .when(dialect.has(Trait.SITE_ID), it.siteId()));

  /** {@code FND 21 fname=Ben lname=* city=* state=* country=US}: who is that? Up to MSNP7. */
  static final Codec<FindPeople> FIND_PEOPLE =
      Codec.ofLine(
          (words, _) -> new FindPeople(words.trId(), facts(words)),
          (it, _) -> Line.of("FND", it.trId()).words(words(it.facts())));

  /** {@code FND 21 1 2 fname=Ben lname=Baker city=* state=* country=US}: the first of two hits. */
  static final Codec<PersonFound> PERSON_FOUND =
      Codec.ofLine(
          (words, _) ->
              new PersonFound(
                  words.trId(),
                  words.number("index", MANY),
                  words.number("count", MANY),
                  facts(words)),
          (it, _) ->
              Line.of("FND", it.trId()).word(it.index()).word(it.count()).words(words(it.facts())));

  /**
   * {@code SND 22 ben@example.com 0x0409 MSMSGS MSMSGS}: send Ben an invitation by mail. MSNP2 ends
   * after the address; MSNP3 has language and client program; MSNP4 and later the code base too.
   */
  static final Codec<InviteFriend> INVITE_FRIEND =
      Codec.ofLine(
          (words, _) ->
              new InviteFriend(
                  words.trId(), words.verb(), words.word("address"), words.rest(), NO_TEXT),
          (it, dialect) ->
              Line.of("SND", it.trId()).word(it.target()).words(sndDetails(it, dialect)));

  /**
   * {@code SDC 22 ben@example.com 0x0409 MSMSGS MSMSGS X X Anna 5} and 5 bytes: the same, with what
   * the inviter writes, at most {@value ClientCommands#MAX_TEXT} bytes. Since MSNP5.
   */
  static final Codec<InviteFriend> INVITE_FRIEND_WITH_TEXT =
      Codec.of(
          (frame, _) -> {
            Words words = frame.words();
            var trId = words.trId();
            var target = words.word("address");
            List<String> rest = words.rest();
            return new InviteFriend(
                trId,
                words.verb(),
                target,
                List.copyOf(rest.subList(0, Math.max(0, rest.size() - 1))),
                frame.payload());
          },
          (it, _) ->
              Line.of("SDC", it.trId()).word(it.target()).words(it.details()).payload(it.text()));

  /** {@code SND 22 OK}, {@code SDC 22 OK}: it is on its way. */
  static final Codec<FriendInvited> FRIEND_INVITED =
      Codec.ofLine(
          (words, _) -> new FriendInvited(words.trId(), words.verb()),
          (it, _) -> Line.of(it.verb(), it.trId()).word("OK"));

  /**
   * {@code PAG 23 ben@example.com 40}, since MSNP9 {@code PGD 23 ben@example.com 1 40}, and 40
   * bytes of XML, at most {@value ClientCommands#MAX_TEXT}: send a page to Ben's mobile. MSNP5 to
   * 8.
   */
  static final Codec<SendPage> SEND_PAGE =
      Codec.of(
          (frame, _) ->
              new SendPage(
                  frame.words().trId(),
                  frame.words().verb(),
                  frame.words().word("address"),
                  frame.payload()),
          (it, _) ->
              Line.of(it.verb(), it.trId())
                  .word(it.target())
                  .when(it.verb().equals("PGD"), 1)
                  .payload(it.text()));

  /** {@code NOT 300} and 300 bytes of XML. Since MSNP5. */
  static final Codec<Alert> ALERT =
      Codec.of(
          (frame, _) -> new Alert(frame.payload()), (it, _) -> Line.of("NOT").payload(it.xml()));

  /** {@code IPG 300} and 300 bytes of XML. Since MSNP5. */
  static final Codec<PageReceived> PAGE_RECEIVED =
      Codec.of(
          (frame, _) -> new PageReceived(frame.payload()),
          (it, _) -> Line.of("IPG").payload(it.xml()));

  /** Writes an invitation in the form that its verb asks for. */
  static Line writeInvitation(InviteFriend it, Dialect dialect) {
    return it.verb().equals("SDC")
        ? INVITE_FRIEND_WITH_TEXT.write(it, dialect)
        : INVITE_FRIEND.write(it, dialect);
  }

  private static List<String> sndDetails(InviteFriend it, Dialect dialect) {
    int most = dialect.has(Trait.CODE_BASE) ? 3 : dialect.has(Trait.INVITATION_LANGUAGE) ? 2 : 0;
    return it.details().subList(0, Math.min(most, it.details().size()));
  }

  private static Map<String, EncodedText> facts(Words words) throws MalformedCommand {
    Map<String, EncodedText> facts = new LinkedHashMap<>();
    for (String word : words.rest()) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new MalformedCommand(Fault.SYNTAX, "FND: a word without its =");
      }
      facts.put(word.substring(0, equals), EncodedText.raw(word.substring(equals + 1)));
    }
    return Collections.unmodifiableMap(facts);
  }

  private static List<String> words(Map<String, EncodedText> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + "=" + fact.getValue().word())
        .toList();
  }
}
