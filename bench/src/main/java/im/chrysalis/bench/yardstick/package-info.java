/**
 * The yardsticks in Java, for machines without a C compiler. Each does what the C program of the
 * same name does, in a process of its own.
 */
@NullMarked
package im.chrysalis.bench.yardstick;

import org.jspecify.annotations.NullMarked;
