package im.chrysalis.wire.payload;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.SignIn;
import im.chrysalis.wire.dialect.Trait;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * What the server tells a client about its owner at once after the sign-in. MSNP2 has the time
 * alone; MSNP8 adds where the client was seen, MSNP10 that groups and contacts have GUIDs. Every
 * header is written, the empty ones too, because clients wait for them; facts that nobody keeps any
 * more (age, birthday and the like) are always empty.
 *
 * @param signedInAt when the owner signed in, in whole seconds; goes into proofs for the mail site
 * @param hasMail whether there is a mailbox; no hides it in the client
 * @param memberId the account's number of 64 bits, written in two halves
 * @param language the number of a Windows language, 1033 for English
 * @param preferredEmail where the owner wants mail; may be empty
 * @param country two letters; may be empty
 * @param siteId the number of the site at the Passport service
 * @param keyVersion the version of the site's key
 * @param ticket what proves the sign-in to the mail site; may be empty, no white space
 * @param seenAt the client's address as the server sees it
 * @see <a
 *     href="../../../../../../../../docs/protocol/messages.md#profile">docs/protocol/messages.md</a>
 */
public record Profile(
    Instant signedInAt,
    boolean hasMail,
    long memberId,
    int language,
    String preferredEmail,
    String country,
    int siteId,
    int keyVersion,
    String ticket,
    InetSocketAddress seenAt) {
  public static final String CONTENT_TYPE = "text/x-msmsgsprofile";

  /** Flags of a full account with a verified address. */
  private static final String FLAGS = "536872513";

  private static final long HALF = 0xFFFF_FFFFL;
  private static final int ENGLISH = 1033;
  private static final int SITE = 507;
  private static final int KEY_VERSION = 5;

  /** A profile without a mailbox, in English. */
  public static Profile of(
      Instant signedInAt,
      EmailAddress account,
      long memberId,
      String ticket,
      InetSocketAddress seenAt) {
    return new Profile(
        signedInAt,
        false,
        memberId,
        ENGLISH,
        account.text(),
        "",
        SITE,
        KEY_VERSION,
        ticket,
        seenAt);
  }

  /** The message that carries it. It has no body. */
  public MimeMessage message(Dialect dialect) {
    MimeMessage message =
        MimeMessage.of(CONTENT_TYPE + "; charset=UTF-8")
            .with("LoginTime", Long.toString(signedInAt.getEpochSecond()));
    if (dialect.has(Trait.PASSPORT_PROFILE)) {
      message = withPassport(message);
    }
    if (dialect.signIn() != SignIn.MD5) {
      message =
          message
              .with("ClientIP", seenAt.getAddress().getHostAddress())
              .with("ClientPort", Integer.toString(swapped(seenAt.getPort())));
    }
    if (dialect.has(Trait.OWN_NAME)) {
      message = message.with("ABCHMigrated", "1").with("TOUNeeded", "0");
    }
    if (dialect.has(Trait.ENDPOINTS)) {
      message = message.with("MPOPEnabled", "1");
    }
    return message;
  }

  /** A port with its two bytes in the other order, as clients expect it. */
  private static int swapped(int port) {
    return (port & 0xFF) << 8 | port >>> 8;
  }

  private MimeMessage withPassport(MimeMessage message) {
    return message
        .with("EmailEnabled", hasMail ? "1" : "0")
        .with("MemberIdHigh", Long.toString(memberId >>> 32))
        .with("MemberIdLow", Long.toString(memberId & HALF))
        .with("lang_preference", Integer.toString(language))
        .with("preferredEmail", preferredEmail)
        .with("country", country)
        .with("PostalCode", "")
        .with("Gender", "")
        .with("Kid", "0")
        .with("Age", "")
        .with("BDayPre", "")
        .with("Birthday", "")
        .with("Wallet", "")
        .with("Flags", FLAGS)
        .with("sid", Integer.toString(siteId))
        .with("kv", Integer.toString(keyVersion))
        .with("MSPAuth", ticket);
  }

  /**
   * The profile in a message, or nothing when it is of another type. Headers that are not there
   * count as 0 or empty.
   *
   * @throws MalformedCommand when a header that should be a number is none
   */
  public static Optional<Profile> of(MimeMessage message) throws MalformedCommand {
    if (!message.contentType().equals(CONTENT_TYPE)) {
      return Optional.empty();
    }
    Headers headers = message.headers();
    return Optional.of(
        new Profile(
            Instant.ofEpochSecond(number(headers, "LoginTime", HALF)),
            headers.number("EmailEnabled") == 1,
            number(headers, "MemberIdHigh", HALF) << 32 | number(headers, "MemberIdLow", HALF),
            (int) number(headers, "lang_preference", Integer.MAX_VALUE),
            headers.first("preferredEmail").orElse(""),
            headers.first("country").orElse(""),
            (int) number(headers, "sid", Integer.MAX_VALUE),
            (int) number(headers, "kv", Integer.MAX_VALUE),
            headers.first("MSPAuth").orElse(""),
            seenAt(headers)));
  }

  private static InetSocketAddress seenAt(Headers headers) throws MalformedCommand {
    int port = swapped((int) number(headers, "ClientPort", 0xFFFF));
    String address = headers.first("ClientIP").orElse("");
    try {
      return address.isEmpty()
          ? new InetSocketAddress(0)
          : new InetSocketAddress(InetAddress.ofLiteral(address), port);
    } catch (IllegalArgumentException noAddress) {
      throw new MalformedCommand(Fault.SYNTAX, "ClientIP is no address");
    }
  }

  private static long number(Headers headers, String name, long most) throws MalformedCommand {
    long number = headers.number(name);
    if (number > most) {
      throw new MalformedCommand(Fault.SYNTAX, name + " is more than " + most);
    }
    return number;
  }
}
