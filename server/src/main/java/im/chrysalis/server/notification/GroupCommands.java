package im.chrysalis.server.notification;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.AddGroup;
import im.chrysalis.wire.command.ClientCommand.RemoveGroup;
import im.chrysalis.wire.command.ClientCommand.RenameGroup;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Groups;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What a client does with groups of contacts.
 *
 * @see <a href="../../../../../../../../docs/protocol/contacts.md">docs/protocol/contacts.md</a>
 */
final class GroupCommands {
  /** The longest name of a group in bytes, encoded. */
  static final int MAX_NAME = 61;

  private final Client client;
  private final Online online;

  GroupCommands(Client client, Online online) {
    this.client = client;
    this.online = online;
  }

  /** {@code ADG 15 Friends 0}. */
  void add(AddGroup it) {
    if (isFit(it.name(), it.trId())) {
      edit(
          new Request.AddGroup(UUID.randomUUID(), it.name().text()),
          it.trId(),
          done -> {
            if (done.change() instanceof Change.GroupBecomes(var group, var version)) {
              client.say(
                  new ServerEvent.GroupAdded(
                      it.trId(), version, it.name(), GroupWords.of(group, online.dialect())));
            }
          });
    }
  }

  /** {@code REG 16 1 Colleagues 0}. */
  void rename(RenameGroup it) {
    if (isFit(it.name(), it.trId())) {
      withGroup(
          it.group(),
          it.trId(),
          group ->
              edit(
                  new Request.RenameGroup(group, it.name().text()),
                  it.trId(),
                  done ->
                      client.say(
                          new ServerEvent.GroupRenamed(
                              it.trId(), done.version(), it.group(), it.name()))));
    }
  }

  /** {@code RMG 17 1}. */
  void remove(RemoveGroup it) {
    withGroup(
        it.group(),
        it.trId(),
        group ->
            edit(
                new Request.RemoveGroup(group),
                it.trId(),
                done ->
                    client.say(
                        new ServerEvent.GroupRemoved(it.trId(), done.version(), it.group()))));
  }

  private boolean isFit(EncodedText name, TrId trId) {
    boolean fits = name.length() <= MAX_NAME && EncodedText.of(name.text()).length() <= MAX_NAME;
    if (!fits) {
      client.refuse(Refusals.GROUP_NAME_TOO_LONG, trId);
    }
    return fits;
  }

  private void withGroup(String word, TrId trId, Consumer<GroupName> then) {
    GroupWords.read(word, online.dialect())
        .or(() -> named(word))
        .ifPresentOrElse(then, () -> client.refuse(Refusals.NO_SUCH_GROUP, trId));
  }

  /** COMPAT MSN Messenger 7.0: it may call a group that it has just made by its name. */
  private Optional<GroupName> named(String word) {
    return online.dialect().groups() == Groups.GUIDS
        ? Optional.of(new GroupName.Named(EncodedText.raw(word).text()))
        : Optional.empty();
  }

  private void edit(Request.Edit edit, TrId trId, Consumer<Outcome.Done> done) {
    Edits.make(client, online, edit, trId, Refusals.NO_SUCH_GROUP, done);
  }
}
