package im.chrysalis.testkit;

/**
 * A ticket that a client was told together with a secret, as clients since MSNP15 need it.
 *
 * @param text as the client shows it, {@code t=…&p=…}
 * @param secret what it proves to know
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SecretTicket(String text, byte[] secret) {}
