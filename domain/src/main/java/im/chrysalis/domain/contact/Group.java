package im.chrysalis.domain.contact;

import java.util.UUID;

/**
 * A group of contacts.
 *
 * @param id by which newer dialects call it
 * @param number by which older dialects call it: 1 to {@value Roster#MAX_GROUPS}, the smallest free
 *     one when the group is made; 0 is the group of those who are in no other and is not kept
 */
public record Group(UUID id, int number, String name) {}
