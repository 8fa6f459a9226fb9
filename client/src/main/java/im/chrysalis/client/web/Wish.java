package im.chrysalis.client.web;

/** What is asked of a service, still without the ticket that says in whose name. */
public interface Wish {
  /** For which site the ticket has to be, such as {@code contacts.msn.com}. */
  String site();

  /** Whether it may be asked twice when nobody knows whether it was heard. */
  boolean isHarmless();

  /**
   * The request.
   *
   * @param ticket all of it, {@code t=...&p=...}
   */
  Call by(String ticket);
}
