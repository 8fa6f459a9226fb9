package im.chrysalis.client;

/** Why a server refuses something, as far as its number tells. */
public enum Refusal {
  SYNTAX("the server did not understand"),
  NO_SUCH_ACCOUNT("there is no such account"),
  BAD_NAME("the name is not allowed"),
  LIST_FULL("the list is full"),
  ALREADY_THERE("that is so already"),
  NOT_THERE("that person is not on the list"),
  NOT_ONLINE("that person is not online"),
  ON_OPPOSITE_LIST("that person is on the opposite list"),
  TOO_MANY_GROUPS("there are too many groups"),
  NO_SUCH_GROUP("there is no such group"),
  NOT_IN_GROUP("that person is not in the group"),
  GROUP_NOT_EMPTY("the group is not empty"),
  GROUP_EXISTS("a group has that name already"),
  GROUP_NAME_TOO_LONG("the group's name is too long"),
  DEFAULT_GROUP("that group can't be changed"),
  NO_MEMBER("the account is not in that group"),
  TOO_FAST("too much at once, try again later"),
  NOT_ALLOWED_NOW("that is not possible now"),
  BUSY("the server is busy"),
  OTHER("the server refused");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** What it means, without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** The meaning of a server's number. */
  public static Refusal of(int number) {
    return switch (number) {
      case 200, 201 -> SYNTAX;
      case 205, 208 -> NO_SUCH_ACCOUNT;
      case 209 -> BAD_NAME;
      case 210 -> LIST_FULL;
      case 215, 218 -> ALREADY_THERE;
      case 216 -> NOT_THERE;
      case 217 -> NOT_ONLINE;
      case 219 -> ON_OPPOSITE_LIST;
      case 223 -> TOO_MANY_GROUPS;
      case 224, 231 -> NO_SUCH_GROUP;
      case 225 -> NOT_IN_GROUP;
      case 226, 227 -> GROUP_NOT_EMPTY;
      case 228 -> GROUP_EXISTS;
      case 229 -> GROUP_NAME_TOO_LONG;
      case 230 -> DEFAULT_GROUP;
      case 933 -> NO_MEMBER;
      case 713, 800 -> TOO_FAST;
      case 715, 913 -> NOT_ALLOWED_NOW;
      case 500, 600, 601, 605, 910, 912, 918, 919, 921, 922 -> BUSY;
      default -> OTHER;
    };
  }

  /** The meaning of a web service's word. */
  static Refusal ofCode(String code) {
    return switch (code) {
      case "BadRequest", "InvalidContent" -> SYNTAX;
      case "InvalidPassportUser", "BadEmailArgument", "UserDoesNotExist" -> NO_SUCH_ACCOUNT;
      case "RequestLimitReached" -> LIST_FULL;
      case "ContactAlreadyExists", "MemberAlreadyExists" -> ALREADY_THERE;
      case "ContactDoesNotExist", "MemberDoesNotExist" -> NOT_THERE;
      case "GroupAlreadyExists" -> GROUP_EXISTS;
      case "GroupDoesNotExist" -> NO_SUCH_GROUP;
      case "ABDoesNotExist" -> NO_MEMBER;
      case "BadArgumentLength" -> BAD_NAME;
      case "SenderThrottleLimitExceeded" -> TOO_FAST;
      case "Forbidden", "SystemUnavailable" -> NOT_ALLOWED_NOW;
      default -> OTHER;
    };
  }
}
