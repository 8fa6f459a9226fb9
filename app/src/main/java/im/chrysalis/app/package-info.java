/** The program: its commands, and what they share. */
@NullMarked
package im.chrysalis.app;

import org.jspecify.annotations.NullMarked;
