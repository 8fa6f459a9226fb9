package im.chrysalis.server.web.offline;

import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;

/** Why a message is not taken. The code is a qualified name in the namespace of the request. */
final class SendFault extends Exception {
  private static final long serialVersionUID = 1L;

  private static final Template FAULT =
      Template.of(
          """
          <soap:Fault><faultcode xmlns:q0="{namespace}">q0:{code}</faultcode>
          <faultstring>{text}</faultstring><faultactor>{actor}</faultactor>
          <detail>{detail}</detail></soap:Fault>
          """);

  private static final Template CHALLENGE =
      Template.of("<LockKeyChallenge xmlns=\"{namespace}\">{challenge}</LockKeyChallenge>");

  private static final Template POLICY =
      Template.of("<RequiredAuthPolicy xmlns=\"{namespace}\">MBI_KEY_OLD</RequiredAuthPolicy>");

  private enum Code {
    AUTHENTICATION_FAILED("AuthenticationFailed"),
    SYSTEM_UNAVAILABLE("SystemUnavailable"),
    SENDER_THROTTLE_LIMIT_EXCEEDED("SenderThrottleLimitExceeded"),
    INVALID_CONTENT("InvalidContent");

    private final String word;

    Code(String word) {
      this.word = word;
    }
  }

  private enum Detail {
    NOTHING,
    CHALLENGE,
    POLICY
  }

  private final Code code;
  private final Detail detail;
  private final String challenge;

  private SendFault(Code code, String text, Detail detail, String challenge) {
    super(text, null, false, false);
    this.code = code;
    this.detail = detail;
    this.challenge = challenge;
  }

  /** The ticket is none, or not any more: the client gets another one and tries again. */
  static SendFault ticket() {
    return new SendFault(Code.AUTHENTICATION_FAILED, "No valid ticket", Detail.POLICY, "");
  }

  /** The client has to answer a challenge, and tries again. */
  static SendFault challenge(String challenge) {
    return new SendFault(
        Code.AUTHENTICATION_FAILED, "Answer the challenge", Detail.CHALLENGE, challenge);
  }

  /** The same for every recipient who can't be left a message, so that it tells nothing of them. */
  static SendFault unavailable() {
    return new SendFault(Code.SYSTEM_UNAVAILABLE, "Not delivered", Detail.NOTHING, "");
  }

  static SendFault tooFast() {
    return new SendFault(
        Code.SENDER_THROTTLE_LIMIT_EXCEEDED, "Too many messages", Detail.NOTHING, "");
  }

  static SendFault invalidContent() {
    return new SendFault(Code.INVALID_CONTENT, "No text message", Detail.NOTHING, "");
  }

  /** The element. */
  Markup markup(String namespace, String actor) {
    Markup inside =
        switch (detail) {
          case NOTHING -> Markup.NONE;
          case CHALLENGE -> CHALLENGE.fill(namespace, challenge);
          case POLICY -> POLICY.fill(namespace);
        };
    return FAULT.fill(namespace, code.word, String.valueOf(getMessage()), actor, inside);
  }
}
