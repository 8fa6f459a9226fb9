/** Talk between people: who takes part, and what becomes of what they say. */
@NullMarked
package im.chrysalis.domain.conversation;

import org.jspecify.annotations.NullMarked;
