package im.chrysalis.testkit;

/**
 * Somebody as they are at the moment.
 *
 * @param version of their client
 * @param name as people read it
 * @param message what they tell besides; empty when nothing
 * @param pictured whether they have a picture
 */
record Somebody(
    Person person, int version, String status, String name, String message, boolean pictured) {
  /** The description of a picture, as documents have it. */
  static final String PICTURE = "<msnobj Type=\"3\"/>";

  private static final int FIRST_WITH_ABILITIES = 8;
  private static final int FIRST_WITH_PICTURES = 9;

  /** Somebody who has just come. */
  static Somebody fresh(Person person, int version, String name) {
    return new Somebody(person, version, "NLN", name, "", false);
  }

  Somebody with(String newStatus, boolean withPicture) {
    return new Somebody(
        person, version, newStatus, name, message, withPicture && version >= FIRST_WITH_PICTURES);
  }

  Somebody named(String newName) {
    return new Somebody(person, version, status, newName, message, pictured);
  }

  Somebody telling(String newMessage) {
    return new Somebody(person, version, status, name, newMessage, pictured);
  }

  String address() {
    return person.address().text();
  }

  /** Whether others are told where they are. */
  boolean isPlaced() {
    return SignIn.hasPlaces(version);
  }

  /** The place where they are, in braces. */
  String place() {
    return Person.place(person.name());
  }

  /** What their client says that it can do. */
  long abilities() {
    return version >= FIRST_WITH_ABILITIES ? TicketSignIn.CAPABILITIES : 0;
  }

  /** What it says besides. */
  int moreAbilities() {
    return isPlaced() ? TicketSignIn.MORE_CAPABILITIES : 0;
  }
}
