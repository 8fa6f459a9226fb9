package im.chrysalis.app.mail;

import im.chrysalis.app.config.Smtp;
import im.chrysalis.values.EmailAddress;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** One connection to the mail server. Blocks, so it is for virtual threads. */
final class MailServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String UTF_8 = "UTF-8";

  private final Session session;
  private final Transport transport;
  private final InternetAddress from;

  /** What the mail server said to a letter. */
  sealed interface Answer {
    /** It takes care of it. */
    record Taken() implements Answer {}

    /** Perhaps it will, another time. */
    record Later(String why) implements Answer {}

    /** It never will. */
    record Refused(String why) implements Answer {}
  }

  private MailServer(Session session, Transport transport, InternetAddress from) {
    this.session = session;
    this.transport = transport;
    this.from = from;
  }

  /**
   * Connects and signs in.
   *
   * @throws IOException when the password can't be read
   * @throws MessagingException when the server can't be reached, or does not want us
   */
  static MailServer connect(Smtp smtp) throws IOException, MessagingException {
    Session session = Session.getInstance(properties(smtp));
    Transport transport = session.getTransport("smtp");
    if (smtp.user().isPresent() && smtp.passwordFile().isPresent()) {
      List<String> lines = Files.readAllLines(smtp.passwordFile().get());
      transport.connect(smtp.user().get(), lines.isEmpty() ? "" : lines.getFirst());
    } else {
      transport.connect();
    }
    return new MailServer(session, transport, new InternetAddress(smtp.from().text(), true));
  }

  private static Properties properties(Smtp smtp) {
    Properties all = new Properties();
    String millis = Long.toString(PATIENCE.toMillis());
    all.setProperty("mail.smtp.host", smtp.host());
    all.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
    all.setProperty("mail.smtp.connectiontimeout", millis);
    all.setProperty("mail.smtp.timeout", millis);
    all.setProperty("mail.smtp.writetimeout", millis);
    all.setProperty("mail.smtp.auth", Boolean.toString(smtp.user().isPresent()));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (smtp.security()) {
      case NONE -> {}
      case STARTTLS -> {
        all.setProperty("mail.smtp.starttls.enable", "true");
        all.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> all.setProperty("mail.smtp.ssl.enable", "true");
    }
    return all;
  }

  /**
   * Hands over a letter.
   *
   * @throws MessagingException when the connection is lost
   */
  Answer send(EmailAddress to, Letter letter, Instant now) throws MessagingException {
    InternetAddress recipient;
    try {
      recipient = new InternetAddress(to.text(), true);
    } catch (AddressException no) {
      return new Answer.Refused("letters can't be sent to such an address: " + no.getMessage());
    }
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, recipient);
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated"); // so that no machine answers
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.saveChanges();
    try {
      transport.sendMessage(message, new Address[] {recipient});
      return new Answer.Taken();
    } catch (SendFailedException no) {
      String why = String.valueOf(no.getMessage());
      return isForGood(no) ? new Answer.Refused(why) : new Answer.Later(why);
    }
  }

  /** Whether the server's answer is one of those that ask not to try again (RFC 5321, 4.2.1). */
  private static boolean isForGood(MessagingException fault) {
    for (Exception it = fault;
        it instanceof MessagingException here;
        it = here.getNextException()) {
      if (code(here) / 100 == 5) {
        return true;
      }
    }
    return false;
  }

  private static int code(MessagingException fault) {
    return switch (fault) {
      case SMTPAddressFailedException it -> it.getReturnCode();
      case SMTPSendFailedException it -> it.getReturnCode();
      case SMTPSenderFailedException it -> it.getReturnCode();
      default -> 0;
    };
  }

  @Override
  public void close() throws MessagingException {
    transport.close();
  }
}
