package im.chrysalis.domain.account;

import java.util.Map;

/** One person in the directory; unknown facts are absent. */
public record DirectoryEntry(Card card, Map<DirectoryFact, String> facts) {}
