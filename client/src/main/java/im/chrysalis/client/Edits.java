package im.chrysalis.client;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * How a dialect changes the lists. What has changed is in the book when a stage is done. Called on
 * the messenger's turn.
 */
interface Edits {
  /** Watches somebody, in a group if one is named. */
  CompletionStage<Outcome> befriend(EmailAddress who, Optional<String> group);

  /** Watches somebody no more. */
  CompletionStage<Outcome> unfriend(EmailAddress who);

  /** Takes a friend out of a group. */
  CompletionStage<Outcome> takeOut(EmailAddress who, String group);

  /** Puts somebody on another list than that of friends. */
  CompletionStage<Outcome> put(EmailAddress who, ContactList list);

  /** Takes somebody off another list than that of friends. */
  CompletionStage<Outcome> take(EmailAddress who, ContactList list);

  CompletionStage<Outcome> label(EmailAddress friend, String name);

  CompletionStage<Outcome> addGroup(String name);

  CompletionStage<Outcome> renameGroup(Group group, String name);

  CompletionStage<Outcome> removeGroup(Group group);

  CompletionStage<Outcome> privacy(PrivacyDefault privacy);

  CompletionStage<Outcome> addNotice(AddNotice notice);
}
