package im.chrysalis.wire.command;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.SetAddNotice;
import im.chrysalis.wire.command.ClientCommand.SetPrivacyDefault;
import im.chrysalis.wire.command.ClientCommand.SetProperty;
import im.chrysalis.wire.command.ServerEvent.AddNoticeIs;
import im.chrysalis.wire.command.ServerEvent.ContactPropertyIs;
import im.chrysalis.wire.command.ServerEvent.Place;
import im.chrysalis.wire.command.ServerEvent.PrivacyDefaultIs;
import im.chrysalis.wire.command.ServerEvent.PropertyIs;
import im.chrysalis.wire.dialect.Dialect;
import java.util.Optional;

/**
 * Settings of the lists and facts about people: {@code GTC BLP PRP BPR}.
 *
 * @see <a href="../../../../../../../../docs/protocol/privacy.md">docs/protocol/privacy.md</a>
 * @see <a href="../../../../../../../../docs/protocol/phones.md">docs/protocol/phones.md</a>
 */
final class SettingCodecs {
  /** The longest telephone number in bytes, encoded. */
  static final int MAX_PHONE = 95;

  private SettingCodecs() {}

  /** {@code GTC 16 N}: do not ask me when somebody adds me. */
  static final Codec<SetAddNotice> SET_ADD_NOTICE =
      Codec.ofLine(
          (words, _) -> new SetAddNotice(words.trId(), notice(words)),
          (it, _) -> Line.of("GTC", it.trId()).word(it.notice().code()));

  /** {@code GTC 16 34 N}: so it is, at version 34. The same among the lists. */
  static final Codec<AddNoticeIs> ADD_NOTICE_IS =
      Codec.ofLine(
          (words, _) ->
              new AddNoticeIs(words.trId(), words.unsigned("version"), notice(words), Place.REPLY),
          (it, _) -> Line.of("GTC", it.trId()).word(it.version()).word(it.notice().code()));

  /** {@code BLP 17 BL}: only those on my allow list may see me. */
  static final Codec<SetPrivacyDefault> SET_PRIVACY_DEFAULT =
      Codec.ofLine(
          (words, _) -> new SetPrivacyDefault(words.trId(), privacy(words)),
          (it, _) -> Line.of("BLP", it.trId()).word(it.privacy().code()));

  /** {@code BLP 17 35 BL}: so it is, at version 35. The same among the lists. */
  static final Codec<PrivacyDefaultIs> PRIVACY_DEFAULT_IS =
      Codec.ofLine(
          (words, _) ->
              new PrivacyDefaultIs(
                  words.trId(), words.unsigned("version"), privacy(words), Place.REPLY),
          (it, _) -> Line.of("BLP", it.trId()).word(it.version()).word(it.privacy().code()));

  /**
   * {@code PRP 18 PHM 1%20(222)%20333}: a fact about me; without a value it is cleared. Numbers
   * have at most {@value #MAX_PHONE} bytes, the others are {@code Y} or {@code N}. Since MSNP5.
   */
  static final Codec<SetProperty> SET_PROPERTY =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            var property = property(words);
            return new SetProperty(trId, property, allowed(property, value(words)));
          },
          (it, _) ->
              Line.of("PRP", it.trId())
                  .word(it.property().code())
                  .word(it.value().map(EncodedText::word)));

  /** {@code PRP 18 36 PHM 1%20(222)%20333}: so it is, at version 36. The same among the lists. */
  static final Codec<PropertyIs> PROPERTY_IS =
      Codec.ofLine(
          (words, _) ->
              new PropertyIs(
                  words.trId(),
                  words.unsigned("version"),
                  property(words),
                  value(words),
                  Place.REPLY),
          (it, _) ->
              Line.of("PRP", it.trId())
                  .word(it.version())
                  .word(it.property().code())
                  .word(it.value().map(EncodedText::word)));

  /** {@code BPR 36 ben@example.com PHH 555%201234}: a fact about a contact, or that it is gone. */
  static final Codec<ContactPropertyIs> CONTACT_PROPERTY_IS =
      Codec.ofLine(
          (words, _) ->
              new ContactPropertyIs(
                  words.unsigned("version"),
                  words.address(),
                  property(words),
                  value(words),
                  Place.REPLY),
          (it, _) ->
              Line.of("BPR")
                  .word(it.version())
                  .word(it.who())
                  .word(it.property().code())
                  .word(it.value().map(EncodedText::word)));

  /**
   * A client's {@code PRP}. A property that came in later versions (MFN, for one) is a command that
   * this version does not have, not a fault.
   */
  static ClientCommand readProperty(Frame frame, Dialect dialect) throws MalformedCommand {
    Words words = frame.words();
    return Property.ofCode(words.wordAt(1, "property")).isEmpty()
        ? new ClientCommand.Unknown(words.firstTrId(), words.verb())
        : SET_PROPERTY.read(frame, dialect);
  }

  private static AddNotice notice(Words words) throws MalformedCommand {
    return words.code(AddNotice::ofCode, "choice");
  }

  private static PrivacyDefault privacy(Words words) throws MalformedCommand {
    return words.code(PrivacyDefault::ofCode, "choice");
  }

  private static Property property(Words words) throws MalformedCommand {
    return words.code(Property::ofCode, "property");
  }

  private static Optional<EncodedText> value(Words words) {
    return words.optionalWord().map(EncodedText::raw);
  }

  private static Optional<EncodedText> allowed(Property property, Optional<EncodedText> value)
      throws MalformedCommand {
    if (value.isEmpty()) {
      return value;
    }
    if (property.isPhone() && value.get().length() > MAX_PHONE) {
      throw new MalformedCommand(Fault.LIMIT, "PRP: a number of more than " + MAX_PHONE + " bytes");
    }
    if (!property.isPhone() && !value.get().word().matches("[YN]")) {
      throw new MalformedCommand(Fault.CHOICE, "PRP: " + property.code() + " is neither Y nor N");
    }
    return value;
  }
}
