package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import java.util.Optional;

/**
 * How the account was asked into a circle.
 *
 * @param by who asked, as far as the server says
 * @param name what they call themselves; may be empty
 * @param text what they say to it; may be empty
 */
public record CircleInvitation(Optional<EmailAddress> by, String name, String text) {}
