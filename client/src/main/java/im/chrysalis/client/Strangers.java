package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the server told of people who are no friends. Since MSNP13 it may show a new friend before
 * the address book has said that they are one. Lives on the messenger's turn.
 */
final class Strangers {
  private static final int MOST = 100;
  private static final int MOST_OF_ONE = 10;

  private final Map<EmailAddress, List<Runnable>> seen = new LinkedHashMap<>();
  private boolean remembers;

  /** Something was told, which is to be taken down when they turn out to be a friend. */
  void saw(EmailAddress who, Runnable takeDown) {
    if (remembers && (seen.containsKey(who) || seen.size() < MOST)) {
      List<Runnable> told = seen.computeIfAbsent(who, _ -> new ArrayList<>());
      if (told.size() == MOST_OF_ONE) {
        told.removeFirst();
      }
      told.add(takeDown);
    }
  }

  /** These are friends now. */
  void met(Predicate<EmailAddress> friends) {
    List<EmailAddress> met = seen.keySet().stream().filter(friends).toList();
    for (EmailAddress who : met) {
      List<Runnable> told = seen.remove(who);
      if (told != null) {
        told.forEach(Runnable::run);
      }
    }
  }

  void forget(EmailAddress who) {
    seen.remove(who);
  }

  /**
   * Everybody is forgotten.
   *
   * @param remembers whether whoever is told of from now on is remembered
   */
  void forgetAll(boolean remembers) {
    seen.clear();
    this.remembers = remembers;
  }
}
