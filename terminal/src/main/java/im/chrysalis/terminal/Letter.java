package im.chrysalis.terminal;

import im.chrysalis.client.Conversation;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Outcome;
import im.chrysalis.values.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Says some texts to one person, one after the other, and waits until they were acknowledged. */
final class Letter {
  private final Messenger messenger;
  private final EmailAddress recipient;

  Letter(Messenger messenger, EmailAddress recipient) {
    this.messenger = messenger;
    this.recipient = recipient;
  }

  /**
   * Says the texts, up to the first that fails.
   *
   * @param told what became of each
   */
  Exit say(List<String> texts, BiConsumer<String, Optional<Failure>> told) {
    Conversation conversation = messenger.conversationWith(recipient);
    for (String text : texts) {
      Outcome outcome = conversation.say(text).toCompletableFuture().join();
      switch (outcome) {
        case Outcome.Done _ -> told.accept(text, Optional.empty());
        case Outcome.Failed(Failure why) -> {
          told.accept(text, Optional.of(why));
          return Exit.of(why);
        }
      }
    }
    return Exit.DONE;
  }
}
