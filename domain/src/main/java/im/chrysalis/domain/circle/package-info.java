/**
 * Groups of people who see each other and talk to all at once: who is in them, who may ask others
 * in, and who decides. They are what Windows Live called circles.
 */
@NullMarked
package im.chrysalis.domain.circle;

import org.jspecify.annotations.NullMarked;
