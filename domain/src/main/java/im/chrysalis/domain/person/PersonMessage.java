package im.chrysalis.domain.person;

/**
 * Anything that reaches a person: a {@link Request} with an answer, or a {@link Notice} without.
 */
public sealed interface PersonMessage permits Request, Notice {
  /** Whether it may change what is stored, so that it must wait for the changes before it. */
  boolean mayChange();
}
