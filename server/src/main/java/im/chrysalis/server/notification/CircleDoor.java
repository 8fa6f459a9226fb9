package im.chrysalis.server.notification;

import im.chrysalis.domain.circle.Circles;
import im.chrysalis.values.AccountId;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the notification server knows of circles.
 *
 * @param holder for whom a ticket was issued that a client shows; nothing when it is none of ours
 */
public record CircleDoor(Circles circles, Function<String, Optional<AccountId>> holder) {}
