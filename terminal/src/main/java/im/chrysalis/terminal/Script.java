package im.chrysalis.terminal;

import im.chrysalis.client.Circle;
import im.chrysalis.client.Contact;
import im.chrysalis.client.Contacts;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Group;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Outcome;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PersonalMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Does what the lines of the input ask for. Nothing waits for the line before it; what does not
 * succeed is an event with the number of its line.
 */
final class Script {
  private final Messenger messenger;
  private final JsonEvents events;
  private final List<CompletableFuture<Outcome>> underWay = new ArrayList<>();

  Script(Messenger messenger, JsonEvents events) {
    this.messenger = messenger;
    this.events = events;
  }

  /**
   * Does all lines up to the end of the input or {@code quit}.
   *
   * @param before how many lines of the input were read already
   * @return whether the script asked for the end; what it asked for before is done then
   */
  boolean run(BufferedReader input, int before) throws IOException {
    int number = before;
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      ScriptLine read = ScriptLine.read(line);
      if (read instanceof ScriptLine.Quit) {
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
        return true;
      }
      underWay.removeIf(CompletableFuture::isDone);
      perform(read, number);
    }
    return false;
  }

  private void perform(ScriptLine line, int number) {
    Contacts contacts = messenger.contacts();
    switch (line) {
      case ScriptLine.Send(var to, var text) -> send(to, text, number);
      case ScriptLine.Leave(var to, var text) -> leave(to, text, number);
      case ScriptLine.SignOut(var place) -> signOut(place, number);
      case ScriptLine.Typing(var to) -> messenger.conversationWith(to).typing();
      case ScriptLine.Close(var with) -> messenger.conversationWith(with).leave();
      case ScriptLine.Add(var who, var group) -> add(who, group, number);
      case ScriptLine.Remove(var who) -> tell(contacts.remove(who), number);
      case ScriptLine.Block(var who) -> tell(contacts.block(who), number);
      case ScriptLine.Unblock(var who) -> tell(contacts.unblock(who), number);
      case ScriptLine.SetStatus(var status) -> tellSelf(messenger.status(status), number);
      case ScriptLine.SetName(var name) -> tellSelf(messenger.rename(name), number);
      case ScriptLine.Tell(var text) -> tell(messenger.tell(new PersonalMessage(text, "")), number);
      case ScriptLine.CreateCircle(var name) -> tell(messenger.circles().create(name), number);
      case ScriptLine.InCircle it ->
          CircleId.parse(it.circle())
              .flatMap(messenger.circles()::find)
              .ifPresentOrElse(
                  circle -> perform(it, circle, number),
                  () -> events.badLine(number, "no circle " + it.circle()));
      case ScriptLine.Bad(var complaint) -> events.badLine(number, complaint);
      case ScriptLine.Quit _ -> throw new IllegalStateException("the end is no deed");
    }
  }

  private void perform(ScriptLine.InCircle line, Circle circle, int number) {
    switch (line) {
      case ScriptLine.SayInCircle(var id, var text) ->
          await(circle.say(text), outcome -> events.sent(id, text, failure(outcome), number));
      case ScriptLine.InviteToCircle(_, var who) -> tell(circle.invite(who, ""), number);
      case ScriptLine.AcceptCircle _ -> tell(circle.accept(), number);
      case ScriptLine.DeclineCircle _ -> tell(circle.decline(), number);
      case ScriptLine.LeaveCircle _ -> tell(circle.leave(), number);
    }
  }

  private void send(EmailAddress to, String text, int number) {
    await(
        messenger.conversationWith(to).say(text),
        outcome -> events.sent(to.text(), text, failure(outcome), number));
  }

  private void leave(EmailAddress to, String text, int number) {
    await(
        messenger.leaveMessage(to, text),
        outcome -> events.left(to.text(), text, number, failure(outcome)));
  }

  private void signOut(String name, int number) {
    Places.meant(name, messenger.places())
        .ifPresentOrElse(
            place -> tell(messenger.signOut(place), number),
            () -> events.badLine(number, "no place " + name));
  }

  private void add(EmailAddress who, Optional<String> name, int number) {
    if (name.isEmpty()) {
      tell(messenger.contacts().add(who), number);
      return;
    }
    Optional<Group> group = messenger.contacts().roster().groupNamed(name.get());
    if (group.isEmpty()) {
      events.badLine(number, "no group " + name.get());
      return;
    }
    boolean friend = messenger.contacts().find(who).filter(Contact::isFriend).isPresent();
    tell(
        friend
            ? messenger.contacts().addTo(group.get(), who)
            : messenger.contacts().add(who, group.get()),
        number);
  }

  private void tell(CompletionStage<Outcome> what, int number) {
    await(what, outcome -> failure(outcome).ifPresent(why -> events.refused(number, why)));
  }

  private void tellSelf(CompletionStage<Outcome> what, int number) {
    await(
        what,
        outcome ->
            failure(outcome)
                .ifPresentOrElse(
                    why -> events.refused(number, why),
                    () -> events.self(messenger.account(), messenger.name(), messenger.status())));
  }

  private void await(CompletionStage<Outcome> what, Consumer<Outcome> then) {
    // the stage of the telling, so that the end waits for that, too
    underWay.add(
        what.thenApply(
                outcome -> {
                  then.accept(outcome);
                  return outcome;
                })
            .toCompletableFuture());
  }

  private static Optional<Failure> failure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> Optional.empty();
      case Outcome.Failed(Failure why) -> Optional.of(why);
    };
  }
}
