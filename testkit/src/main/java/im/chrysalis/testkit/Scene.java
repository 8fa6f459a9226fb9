package im.chrysalis.testkit;

import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.testkit.Step.Speaker;
import im.chrysalis.values.ContactList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds before the first step: the {@code given} lines, in their order.
 *
 * @param settings the operator's choices
 * @param facts all the rest
 */
record Scene(Set<Setting> settings, List<Fact> facts) {

  /** One thing that is so. */
  sealed interface Fact {
    /** The line in the file, from 1. */
    int line();

    /** There is an account. Every person that a fact names has one, as if this stood before it. */
    record HasAccount(int line, String person, String friendlyName, boolean oldClients)
        implements Fact {}

    /** Each has every other one on the forward and the allow list. */
    record Friends(int line, List<String> people) implements Fact {}

    /** The owner has the others on a list. */
    record Lists(int line, String owner, ContactList list, List<String> others) implements Fact {}

    /** Only people on the owner's allow list may see the owner. */
    record AllowsOnlyListed(int line, String owner) implements Fact {}

    /** The owner does not want to be asked when added. */
    record NotAsked(int line, String owner) implements Fact {}

    /** The owner has groups, created in this order. */
    record Groups(int line, String owner, List<String> groups) implements Fact {}

    /** Somebody on the owner's forward list is in a group. */
    record InGroup(int line, String owner, String other, String group) implements Fact {}

    /** Somebody can be found in the directory by these facts. */
    record InDirectory(int line, String person, Map<DirectoryFact, String> facts) implements Fact {}

    /** Somebody left a message for somebody who was not there. */
    record LeftMessage(int line, String from, String to, String text) implements Fact {}

    /** The people are in a circle of the name, which the first one has founded. */
    record InCircle(int line, List<String> people, String circle) implements Fact {}

    /**
     * Somebody signed in, maybe at a second place too.
     *
     * @param status empty when they have not chosen one yet
     */
    record SignedIn(int line, Speaker speaker, int dialect, String status) implements Fact {}

    /** The people, signed in, are in one conversation, the first one having started it. */
    record InConversation(int line, List<String> people) implements Fact {}
  }
}
