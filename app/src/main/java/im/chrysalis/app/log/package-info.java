/** What is logged, how much of it and in which form: one event a line, on standard error. */
@NullMarked
package im.chrysalis.app.log;

import org.jspecify.annotations.NullMarked;
