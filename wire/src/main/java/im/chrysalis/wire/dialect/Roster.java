package im.chrysalis.wire.dialect;

/** The shape in which a client receives its lists. */
public enum Roster {
  /** Every list on its own, a line for each person on it. */
  LIST_BY_LIST,
  /** One line a person, with the sum of the lists they are on. */
  PERSON_BY_PERSON,
  /** One line a person, its words named ({@code N= F= C=}). */
  NAMED_WORDS,
  /** Not on the wire at all: from the address book service. */
  ADDRESS_BOOK
}
