package im.chrysalis.store;

import im.chrysalis.domain.account.DirectoryFact;

/** How the facts of the directory are called in exported lines. */
final class DirectoryNames {
  private DirectoryNames() {}

  static String of(DirectoryFact fact) {
    return switch (fact) {
      case FIRST_NAME -> "firstName";
      case LAST_NAME -> "lastName";
      case CITY -> "city";
      case STATE -> "state";
      case COUNTRY -> "country";
    };
  }

  static DirectoryFact fact(String name) throws BadLineException {
    for (DirectoryFact fact : DirectoryFact.values()) {
      if (of(fact).equals(name)) {
        return fact;
      }
    }
    throw new BadLineException("unknown field listing." + name);
  }
}
