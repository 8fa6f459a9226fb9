package im.chrysalis.server.web;

import im.chrysalis.domain.account.TicketId;
import im.chrysalis.domain.person.Origin;
import im.chrysalis.domain.person.Request;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which client a web service works for, so that the client is not told at the notification server
 * of what it has just changed. A request has one thread from its beginning to its end; within it,
 * every change is the client's own.
 */
public final class Asker {
  private static final ScopedValue<Origin> ORIGIN = ScopedValue.newInstance();

  private Asker() {}

  /**
   * Answers a client.
   *
   * @param ticket as the client presented it, valid or not
   */
  public static <T> T answering(Optional<String> ticket, Supplier<T> answer) {
    Optional<Origin> origin = ticket.flatMap(TicketId::read).map(Origin::of);
    return origin.isPresent()
        ? ScopedValue.where(ORIGIN, origin.get()).call(answer::get)
        : answer.get();
  }

  /** A change that the client asks for, if this thread answers one. */
  public static Request.Edit own(Request.Edit edit) {
    return ORIGIN.isBound() ? new Request.From(ORIGIN.get(), edit) : edit;
  }
}
