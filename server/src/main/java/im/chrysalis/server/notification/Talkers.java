package im.chrysalis.server.notification;

import im.chrysalis.domain.person.Conversations;
import im.chrysalis.server.session.Talks;
import java.util.Optional;

/**
 * The ways from the notification server into conversations.
 *
 * @param everywhere all conversations of the network
 * @param here those of this process; absent where it has no switchboard
 */
public record Talkers(Conversations everywhere, Optional<Talks> here) {}
