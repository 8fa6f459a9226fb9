package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextFormat;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A conversation with one or more people. Whatever carries it is opened when something is to be
 * said, and again when it was closed meanwhile; what is said waits until somebody is there to hear
 * it. The conversation with one person stays the same object until it is left or a third person
 * comes in.
 *
 * <p>All methods may be called from any thread and none blocks. Stages are told where events are
 * told, in order with them.
 */
public final class Conversation {
  private final Office office;
  private final Talk talk;

  Conversation(Office office, Talk talk) {
    this.office = office;
    this.talk = talk;
  }

  /** Whom the conversation is with, there or not; without the account itself. */
  public Set<EmailAddress> people() {
    return talk.people();
  }

  /**
   * Those of {@link #people} who are connected to the conversation now and hear what is said. In
   * MSNP21 nobody connects to a conversation with one person: there it is empty.
   */
  public Set<EmailAddress> present() {
    return talk.present();
  }

  /** Whether it is with more than one person, or has been. */
  public boolean isGroup() {
    return talk.isGroup();
  }

  /** Says something in the usual format. */
  public CompletionStage<Outcome> say(String text) {
    return say(text, TextFormat.PLAIN);
  }

  /**
   * Says something. A text too long for one message is sent as several.
   *
   * @param text lines end with {@code \n}
   * @return done when everybody present has it; failed with {@link Failure.RecipientOffline} when
   *     nobody can be reached. In MSNP21 it is done when the server has it, which leaves it for
   *     somebody who is away
   */
  public CompletionStage<Outcome> say(String text, TextFormat format) {
    Answer<Outcome> answer = office.delivery().answer();
    office.turn().execute(() -> talk.say(text, format, answer::tell));
    return answer;
  }

  /**
   * Sends something that is no text, such as a nudge or a part of a file.
   *
   * @param message its content type says what it is
   * @return as with a text
   * @throws IllegalArgumentException when it has more than {@value SwitchboardCommands#MAX_MESSAGE}
   *     bytes
   */
  public CompletionStage<Outcome> send(MimeMessage message) {
    if (message.bytes().length > SwitchboardCommands.MAX_MESSAGE) {
      throw new IllegalArgumentException(
          "a message has at most " + SwitchboardCommands.MAX_MESSAGE + " bytes");
    }
    Answer<Outcome> answer = office.delivery().answer();
    office.turn().execute(() -> talk.send(message, answer::tell));
    return answer;
  }

  /**
   * Lets the others see that something is being typed. Call it with every key: it is sent every few
   * seconds at most.
   */
  public void typing() {
    office.turn().execute(talk::typing);
  }

  /**
   * Invites somebody; the conversation is then with them too.
   *
   * @return done when it rings at theirs; an {@link Event.Joined} follows when they come
   */
  public CompletionStage<Outcome> invite(EmailAddress who) {
    Answer<Outcome> answer = office.delivery().answer();
    office.turn().execute(() -> talk.invite(who, answer::tell));
    return answer;
  }

  /**
   * Leaves for good. What still waits to be said fails with {@link Failure.ConversationLeft}; a new
   * conversation with the same people can be had at any time.
   */
  public void leave() {
    office.turn().execute(talk::leave);
  }

  @Override
  public String toString() {
    return "Conversation" + people();
  }
}
