package im.chrysalis.domain.conversation;

/**
 * Something that one member says to all others.
 *
 * @param sender who says it
 * @param payload MIME head and body, relayed byte for byte; valid during the call that hands it
 *     over
 * @param isBulk whether it is part of a file rather than of a talk, so that its sender may be made
 *     to wait for the slowest
 */
public record Message(Member sender, Payload payload, boolean isBulk) {}
