package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Those who are being made friends. The server may tell how they appear before the answer comes
 * that they are, and that must not be lost. Lives on the messenger's turn.
 */
final class Expected {
  private final Map<EmailAddress, List<Runnable>> told = new HashMap<>();

  /** Somebody is being made a friend. */
  void expect(EmailAddress who) {
    told.put(who, new ArrayList<>());
  }

  /** They were not made one. */
  void forget(EmailAddress who) {
    told.remove(who);
  }

  /** Something is told of somebody who is no friend: it is told again if they become one. */
  void hear(EmailAddress who, Runnable again) {
    List<Runnable> later = told.get(who);
    if (later != null) {
      later.add(again);
    }
  }

  /** Somebody is a friend now. */
  void arrived(EmailAddress who) {
    List<Runnable> now = told.remove(who);
    if (now != null) {
      now.forEach(Runnable::run);
    }
  }
}
