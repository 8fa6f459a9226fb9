package im.chrysalis.domain.account;

import im.chrysalis.values.EmailAddress;
import java.time.Instant;

/** Somebody asked for somebody else to be invited into the network. */
public record KeptInvitation(Card inviter, EmailAddress invited, String text, Instant time) {}
