package im.chrysalis.server.notification;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;
import im.chrysalis.values.Property;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.SetAddNotice;
import im.chrysalis.wire.command.ClientCommand.SetPrivacyDefault;
import im.chrysalis.wire.command.ClientCommand.SetProperty;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.Place;
import im.chrysalis.wire.dialect.Trait;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a client sets about its owner.
 *
 * @see <a href="../../../../../../../../docs/protocol/contacts.md">docs/protocol/contacts.md</a>
 */
final class SettingCommands {
  /** The longest telephone number in bytes, encoded. */
  static final int MAX_PHONE = 95;

  private final Client client;
  private final Online online;

  SettingCommands(Client client, Online online) {
    this.client = client;
    this.online = online;
  }

  /** {@code GTC 18 N}. */
  void notice(SetAddNotice it) {
    edit(
        new Request.SetNotice(it.notice()),
        it.trId(),
        done ->
            client.say(
                new ServerEvent.AddNoticeIs(it.trId(), done.version(), it.notice(), Place.REPLY)));
  }

  /** {@code BLP 19 BL}. */
  void privacy(SetPrivacyDefault it) {
    if (online.dialect().has(Trait.REPEATED_PRIVACY)) {
      privacyAsAtEachSignIn(it);
      return;
    }
    edit(
        new Request.SetPrivacy(it.privacy()),
        it.trId(),
        done ->
            client.say(
                new ServerEvent.PrivacyDefaultIs(
                    it.trId(), done.version(), it.privacy(), Place.REPLY)));
  }

  /** COMPAT msn-pecan: a refusal would sign it off, in MSNP12 already. */
  private void privacyAsAtEachSignIn(SetPrivacyDefault it) {
    client.await(
        client
            .backbone()
            .people()
            .ask(online.account(), online.own(new Request.SetPrivacy(it.privacy()))),
        it.trId(),
        _ ->
            client.say(
                new ServerEvent.PrivacyDefaultIs(
                    it.trId(), online.listVersion(), it.privacy(), Place.REPLY)));
  }

  /** {@code PRP 20 PHM 1%20(222)%20333}. */
  void property(SetProperty it) {
    Optional<String> value = it.value().map(EncodedText::text).filter(text -> !text.isEmpty());
    if (it.value().map(EncodedText::length).orElse(0) > MAX_PHONE
        || !isYesOrNoWhereDue(it.property(), value)) {
      client.close();
      return;
    }
    edit(
        new Request.SetProperty(it.property(), value),
        it.trId(),
        done ->
            client.say(
                new ServerEvent.PropertyIs(
                    it.trId(), done.version(), it.property(), echo(it, value, done), Place.REPLY)));
  }

  /** The client's own word, unless something else came of it. */
  private static Optional<EncodedText> echo(
      SetProperty it, Optional<String> wanted, Outcome.Done done) {
    return done.change() instanceof Change.AccountBecomes(var account)
            && !Optional.ofNullable(account.properties().get(it.property())).equals(wanted)
        ? RosterCommands.own(account.properties(), it.property())
        : it.value();
  }

  private static boolean isYesOrNoWhereDue(Property property, Optional<String> value) {
    return property.isPhone() || value.isEmpty() || value.get().matches("[YN]");
  }

  private void edit(Request.Edit edit, TrId trId, Consumer<Outcome.Done> done) {
    Edits.make(client, online, edit, trId, Refusals.NO_SUCH_GROUP, done);
  }
}
