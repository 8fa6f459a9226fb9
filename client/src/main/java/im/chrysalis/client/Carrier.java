package im.chrysalis.client;

import im.chrysalis.values.Ability;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.MimeMessage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What carries a conversation. Lives on the messenger's turn. */
interface Carrier {
  /** Whose conversation it is. Called on the messenger's turn. */
  interface Host {
    /** The server knows the account; who was there already are members. */
    void opened(Carrier carrier);

    void joined(Carrier carrier, EmailAddress who, Member member);

    /** Nobody who was invited is still to be waited for. */
    void settled(Carrier carrier);

    void left(Carrier carrier, EmailAddress who, boolean idle);

    /** Somebody said something: the account itself, when it did so at another of its places. */
    void said(Carrier carrier, EmailAddress who, String name, MimeMessage message);

    void ended(Carrier carrier, Failure why);
  }

  /** Somebody who is there. */
  record Member(String name, Set<Ability> abilities) {}

  /** From now on it belongs to somebody else. */
  void handOver(Host next);

  /** Who else is there, where people come and go. */
  Map<EmailAddress, Member> members();

  /** Whether people can be invited now. */
  boolean isOpen();

  /** Whether there is somebody to speak to, and all who were invited at first have come or not. */
  boolean isReady();

  /** Whether nobody can ever be invited. */
  boolean isForTwo();

  /** Whether it is for more than two, however many are there. */
  boolean isGroup();

  /** Done when there is no connection of its own any more. */
  CompletionStage<@Nullable Void> gone();

  /** Invites somebody; done when it rings at theirs. */
  void invite(EmailAddress who, Consumer<Outcome> outcome);

  /** Says something without wanting to hear what becomes of it. */
  void mention(MimeMessage message);

  /**
   * Says something; done when everybody has it.
   *
   * @param isData whether it is a part of a file or the like
   */
  void say(MimeMessage message, boolean isData, Consumer<Outcome> outcome);

  /** Leaves; the host hears nothing more, those who wait for an outcome hear why. */
  void leave(Failure why);

  /** The account is not signed in any more. */
  void signedOut(Failure why);
}
