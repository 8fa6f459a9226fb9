/**
 * The measured comparison with the limit: the same load against our server and against a program
 * that does the least possible. {@link im.chrysalis.bench.Main} chooses the scenarios; every figure
 * is read from outside the measured process.
 */
@NullMarked
package im.chrysalis.bench;

import org.jspecify.annotations.NullMarked;
