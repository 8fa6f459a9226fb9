package im.chrysalis.server.notification;

import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;

/**
 * The numbers by which MSNP says why something is refused.
 *
 * @see <a href="../../../../../../../../docs/protocol/errors.md">docs/protocol/errors.md</a>
 */
final class Refusals {
  static final int BAD_PARAMETER = 201;
  static final int NO_SUCH_ACCOUNT = 205;
  static final int ALREADY_SIGNED_IN = 207;
  static final int NO_SUCH_CONTACT = 208;
  static final int BAD_NAME = 209;
  static final int NOT_THERE = 217;
  static final int NO_SUCH_GROUP = 224;
  static final int GROUP_NAME_TOO_LONG = 229;
  static final int DEFAULT_GROUP = 230;
  static final int ADD_TO_UNKNOWN_GROUP = 231;
  static final int NO_SWITCHBOARD = 280;
  static final int NOT_SIGNED_IN = 302;
  static final int DISABLED = 502;
  static final int CHALLENGE_FAILED = 540;
  static final int NO_PAGING = 606;
  static final int NOT_EXPECTED = 715;
  static final int TOO_OFTEN = 800;
  static final int WRONG_PASSWORD = 911;
  static final int NOT_WHILE_HIDDEN = 913;
  static final int NO_MEMBER = 933;
  static final int BAD_SIGNATURE = 935;

  private Refusals() {}

  /** There is no account of that address; the number changed with MSNP10. */
  static int noSuchAccount(Dialect dialect) {
    return dialect.has(Trait.LIST_VERSIONS) ? NO_SUCH_ACCOUNT : NO_SUCH_CONTACT;
  }

  static int code(Refusal why) {
    return switch (why) {
      case ALREADY_ON_LIST -> 215;
      case NOT_ON_LIST -> 216;
      case ON_OPPOSITE_LIST -> 219;
      case LIST_FULL -> 210;
      case NO_SUCH_GROUP -> NO_SUCH_GROUP;
      case NOT_IN_GROUP -> 225;
      case TOO_MANY_GROUPS -> 223;
      case GROUP_NAME_TAKEN -> 228;
      case DEFAULT_GROUP -> DEFAULT_GROUP;
      case NOT_ALLOWED, LETTERBOX_FULL -> NOT_THERE; // a blocked sender must not tell them apart
      case UNCHANGED -> 218;
    };
  }
}
