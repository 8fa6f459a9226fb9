package im.chrysalis.domain.contact;

import im.chrysalis.values.AccountId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * The port to what accounts have written down about their contacts, their groups and themselves: a
 * birthday, a second telephone number, whatever a client wants to find again. Nobody else sees it,
 * and no rule depends on it, so persons don't hold it in memory; they only decide who may be
 * written about, see {@link Change.NotesBecome}.
 */
public interface Notes {
  /** The longest name of a note, in characters. */
  int MAX_NAME = 100;

  /** The longest note, in characters. */
  int MAX_VALUE = 2_000;

  /** How many notes there may be about one contact, group or owner. */
  int MAX_ABOUT_ONE = 60;

  /**
   * All notes of an account.
   *
   * @return name and text of each note by the GUID of whom or what it is about, in the order of
   *     names; empty when there is no such account
   */
  CompletionStage<Map<UUID, Map<String, String>>> of(AccountId owner);
}
