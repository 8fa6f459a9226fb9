package im.chrysalis.bench.load;

import java.util.Arrays;

/**
 * What the web service gives for a password.
 *
 * @param text as it stands on the line of a sign-in
 * @param secret by which MSNP15 proves that the ticket is one's own; empty when it was got in a way
 *     that tells none
 */
public record Ticket(String text, byte[] secret) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Ticket it && text.equals(it.text) && Arrays.equals(secret, it.secret);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "Ticket[" + text.length() + " characters]";
  }
}
