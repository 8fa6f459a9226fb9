package im.chrysalis.wire.command;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.RenameSelf;
import im.chrysalis.wire.command.ClientCommand.SetAddNotice;
import im.chrysalis.wire.command.ClientCommand.SetPrivacyDefault;
import im.chrysalis.wire.command.ClientCommand.SetProperty;
import im.chrysalis.wire.command.ServerEvent.AddNoticeIs;
import im.chrysalis.wire.command.ServerEvent.ContactPropertyIs;
import im.chrysalis.wire.command.ServerEvent.OwnName;
import im.chrysalis.wire.command.ServerEvent.Place;
import im.chrysalis.wire.command.ServerEvent.PrivacyDefaultIs;
import im.chrysalis.wire.command.ServerEvent.PropertyIs;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
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

  /** The property that is one's own name. */
  private static final String OWN_NAME = "MFN";

  private SettingCodecs() {}

  /** {@code GTC 16 N}: do not ask me when somebody adds me. */
  static final Codec<SetAddNotice> SET_ADD_NOTICE =
      Codec.ofLine(
          (words, _) -> new SetAddNotice(words.trId(), notice(words)),
          (it, _) -> Line.of("GTC", it.trId()).word(it.notice().code()));

  /**
   * {@code GTC 16 34 N}: so it is, at version 34; without the version since MSNP10. The same among
   * the lists; since MSNP8 it is there {@code GTC N}.
   */
  static final Codec<AddNoticeIs> ADD_NOTICE_IS =
      Codec.ofLine(
          (words, dialect) -> {
            Head head = Head.read(words, dialect);
            return new AddNoticeIs(head.trId(), head.version(), notice(words), head.place());
          },
          (it, dialect) ->
              Head.write("GTC", it.trId(), it.version(), it.place(), dialect)
                  .word(it.notice().code()));

  /** {@code BLP 17 BL}: only those on my allow list may see me. */
  static final Codec<SetPrivacyDefault> SET_PRIVACY_DEFAULT =
      Codec.ofLine(
          (words, _) -> new SetPrivacyDefault(words.trId(), privacy(words)),
          (it, _) -> Line.of("BLP", it.trId()).word(it.privacy().code()));

  /** {@code BLP 17 35 BL}: so it is, at version 35; the other forms as with {@code GTC}. */
  static final Codec<PrivacyDefaultIs> PRIVACY_DEFAULT_IS =
      Codec.ofLine(
          (words, dialect) -> {
            Head head = Head.read(words, dialect);
            return new PrivacyDefaultIs(head.trId(), head.version(), privacy(words), head.place());
          },
          (it, dialect) ->
              Head.write("BLP", it.trId(), it.version(), it.place(), dialect)
                  .word(it.privacy().code()));

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

  /**
   * {@code PRP 18 36 PHM 1%20(222)%20333}: so it is, at version 36; the other forms as with {@code
   * GTC}.
   */
  static final Codec<PropertyIs> PROPERTY_IS =
      Codec.ofLine(
          (words, dialect) -> {
            Head head = Head.read(words, dialect);
            return new PropertyIs(
                head.trId(), head.version(), property(words), value(words), head.place());
          },
          (it, dialect) ->
              Head.write("PRP", it.trId(), it.version(), it.place(), dialect)
                  .word(it.property().code())
                  .word(it.value().map(EncodedText::word)));

  /** {@code PRP 18 MFN Anna}: call me so. Since MSNP10. */
  static final Codec<RenameSelf> RENAME_SELF =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            words.word("property");
            return new RenameSelf(trId, words.text("name"));
          },
          (it, _) -> Line.of("PRP", it.trId()).word(OWN_NAME).word(it.name()));

  /** {@code PRP 18 MFN Anna}: so you are called; among the lists {@code PRP MFN Anna}. */
  static final Codec<OwnName> OWN_NAME_IS =
      Codec.ofLine(
          (words, dialect) -> {
            Head head = Head.read(words, dialect);
            words.word("property");
            return new OwnName(head.trId(), words.text("name"), head.place());
          },
          (it, dialect) ->
              Head.write("PRP", it.trId(), 0, it.place(), dialect).word(OWN_NAME).word(it.name()));

  /**
   * {@code BPR 36 ben@example.com PHH 555%201234}: a fact about a contact, or that it is gone;
   * without the version since MSNP10. Among the lists, since MSNP8, {@code BPR PHH 555%201234}: of
   * the contact before.
   */
  static final Codec<ContactPropertyIs> CONTACT_PROPERTY_IS =
      Codec.ofLine(
          (words, dialect) ->
              isOfLastContact(words, dialect)
                  ? new ContactPropertyIs(
                      0, Optional.empty(), property(words), value(words), Place.ROSTER)
                  : new ContactPropertyIs(
                      Versions.read(words, dialect),
                      Optional.of(words.address()),
                      property(words),
                      value(words),
                      Place.REPLY),
          (it, dialect) -> {
            Line line = Line.of("BPR");
            if (it.place() == Place.REPLY || !dialect.has(Trait.PROPERTIES_OF_LAST_CONTACT)) {
              Versions.write(line, it.version(), dialect);
              it.who().ifPresent(line::word);
            }
            return line.word(it.property().code()).word(it.value().map(EncodedText::word));
          });

  /** What stands before a setting: transaction id and version, or among the lists nothing. */
  private record Head(TrId trId, long version, Place place) {
    static Head read(Words words, Dialect dialect) throws MalformedCommand {
      boolean listed = dialect.has(Trait.PROPERTIES_OF_LAST_CONTACT) && !TrId.matches(words.peek());
      return listed
          ? new Head(TrId.UNASKED, 0, Place.ROSTER)
          : new Head(words.trId(), Versions.read(words, dialect), Place.REPLY);
    }

    static Line write(String verb, TrId trId, long version, Place place, Dialect dialect) {
      return place == Place.ROSTER && dialect.has(Trait.PROPERTIES_OF_LAST_CONTACT)
          ? Line.of(verb)
          : Versions.write(Line.of(verb, trId), version, dialect);
    }
  }

  /** Either kind of {@code PRP} of a server; one that tells something else is unknown. */
  static ServerEvent readServerProperty(Frame frame, Dialect dialect) throws MalformedCommand {
    Words words = frame.words();
    String property =
        words.wordAt(TrId.matches(words.peek()) ? 1 + Versions.words(dialect) : 0, "property");
    if (dialect.has(Trait.OWN_NAME) && property.equalsIgnoreCase(OWN_NAME)) {
      return OWN_NAME_IS.read(frame, dialect);
    }
    return Property.ofCode(property).isEmpty()
        ? new ServerEvent.Unknown(words.toString())
        : PROPERTY_IS.read(frame, dialect);
  }

  /** A server's {@code BPR}; one that tells something else is unknown. */
  static ServerEvent readContactProperty(Frame frame, Dialect dialect) throws MalformedCommand {
    Words words = frame.words();
    int before = isOfLastContact(words, dialect) ? 0 : 1 + Versions.words(dialect);
    return Property.ofCode(words.wordAt(before, "property")).isEmpty()
        ? new ServerEvent.Unknown(words.toString())
        : CONTACT_PROPERTY_IS.read(frame, dialect);
  }

  /**
   * A client's {@code PRP}. A property that came in later versions (MFN, for one) is a command that
   * this version does not have, not a fault.
   */
  static ClientCommand readProperty(Frame frame, Dialect dialect) throws MalformedCommand {
    Words words = frame.words();
    if (dialect.has(Trait.OWN_NAME) && words.wordAt(1, "property").equalsIgnoreCase(OWN_NAME)) {
      return RENAME_SELF.read(frame, dialect);
    }
    return Property.ofCode(words.wordAt(1, "property")).isEmpty()
        ? new ClientCommand.Unknown(words.firstTrId(), words.verb())
        : SET_PROPERTY.read(frame, dialect);
  }

  private static boolean isOfLastContact(Words words, Dialect dialect) {
    return dialect.has(Trait.PROPERTIES_OF_LAST_CONTACT) && words.peek().matches("[A-Za-z]{3}");
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
