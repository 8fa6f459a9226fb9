package im.chrysalis.client;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Gives what dialects since MSNP8 want in place of a password. */
@FunctionalInterface
public interface TicketSource {
  /**
   * Asks for a ticket. Called on the messenger's own turn, which must not be kept waiting.
   *
   * @param parameters what the server said the ticket is for, to be handed on as it is: up to
   *     MSNP14 a list with commas, since MSNP15 the name of a policy, such as {@code MBI_KEY_OLD}
   * @return what came of it, at any time and on any thread
   */
  CompletionStage<Result> ticket(Credentials credentials, String parameters);

  /** What came of the wish for a ticket. */
  sealed interface Result {
    /**
     * It was given.
     *
     * @param text all of it, {@code t=...&p=...}; no white space
     * @param secret what came with it to prove since MSNP15 whose it is, in base64; empty without
     * @param others tickets for single web services by their sites, such as {@code
     *     contacts.msn.com}; any other service is shown the ticket itself
     */
    record Ticket(String text, String secret, Map<String, String> others) implements Result {
      public Ticket {
        others = Map.copyOf(others);
        if (!secret.isEmpty() && Base64.getDecoder().decode(secret).length == 0) {
          throw new IllegalArgumentException("a secret of nothing");
        }
      }

      /** A ticket for all services, without a secret: good up to MSNP14. */
      public Ticket(String text) {
        this(text, "", Map.of());
      }

      /** A ticket for all services. */
      public Ticket(String text, String secret) {
        this(text, secret, Map.of());
      }

      /** The one for a site. */
      String at(String site) {
        return others.getOrDefault(site.toLowerCase(Locale.ROOT), text);
      }

      /** Not the ticket: who has it is signed in. */
      @Override
      public String toString() {
        return "Ticket";
      }
    }

    /** It was not. */
    record Refused(Failure why) implements Result {}
  }
}
