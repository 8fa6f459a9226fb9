package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.wire.challenge.DerivedKey;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Another ticket for one that is still good, without a password. The signature of the request is
 * not looked at: the token can't be guessed, and only who knows the secret that came with it can
 * read the answer. RST.srf only; clients of RST2.srf ask for the password when they are refused.
 *
 * <p>COMPAT libpurple: the one client that is known to do this.
 */
final class TicketRenewal {
  private static final Template SECURITY = Template.beside(TicketRenewal.class, "key.xml");
  private static final Template BODY = Template.beside(TicketRenewal.class, "encrypted.xml");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 24;
  private static final int BLOCK = 8;
  private static final String EXPIRED = "Please sign in again.";

  private final Tickets tickets;
  private final Timer timer;

  TicketRenewal(Tickets tickets, Timer timer) {
    this.tickets = tickets;
    this.timer = timer;
  }

  /** The answer to a token, tokens of a new ticket or a fault. */
  CompletionStage<String> renew(
      String presented, List<WantedToken> wanted, InetAddress client, TokenVersion version) {
    Optional<RenewalToken> token =
        RenewalToken.read(presented).filter(_ -> version.mechanism() == Mechanism.RST);
    if (token.isEmpty()) {
      return CompletableFuture.completedStage(answer(version).refused(EXPIRED));
    }
    return tickets
        .find(token.get().id().word())
        .thenApply(found -> found.filter(token.get()::isOf))
        .thenCompose(old ->
            old.map(this::successor).orElse(CompletableFuture.completedStage(Optional.empty())))
        .thenApply(renewed ->
            renewed
                .map(it -> answer(it, wanted, client, version))
                .orElseGet(() -> answer(version).refused(EXPIRED)));
  }

  /** A ticket, and the one it replaces. */
  private record Renewed(Ticket old, Ticket ticket) {}

  private CompletionStage<Optional<Renewed>> successor(Ticket old) {
    return tickets
        .issue(old.account().card().id(), old.mechanism())
        .thenApply(ticket -> ticket.map(it -> new Renewed(old, it)));
  }

  private String answer(
      Renewed renewed, List<WantedToken> wanted, InetAddress client, TokenVersion version) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] key = DerivedKey.of(renewed.old().renewal().bytes(), nonce);
    TokenAnswer answer = answer(version);
    Markup collection = answer.collection(renewed.ticket(), wanted);
    Map<String, String> values = new HashMap<>(version.names());
    values.put("nonce", Base64.getEncoder().encodeToString(nonce));
    values.put("cipher", Base64.getEncoder().encodeToString(encrypted(key, collection.xml())));
    return answer.envelope(
        renewed.ticket(), client, SECURITY.fillByName(values), BODY.fillByName(values));
  }

  private TokenAnswer answer(TokenVersion version) {
    return new TokenAnswer(version, timer.now());
  }

  /**
   * By a vector of zeros, and filled up with zeros whose last byte says how many there are, because
   * the client takes what it decrypts for a C string; so there must be two at least.
   */
  static byte[] encrypted(byte[] key, String xml) {
    byte[] text = xml.getBytes(StandardCharsets.UTF_8);
    if (text.length % BLOCK == BLOCK - 1) {
      text = xml.replaceFirst(" ", "  ").getBytes(StandardCharsets.UTF_8);
    }
    int fill = BLOCK - text.length % BLOCK;
    byte[] plain = Arrays.copyOf(text, text.length + fill);
    plain[plain.length - 1] = (byte) fill;
    try {
      Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "DESede"),
          new IvParameterSpec(new byte[BLOCK]));
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Triple DES", e);
    }
  }
}
