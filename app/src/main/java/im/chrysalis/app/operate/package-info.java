/**
 * What operators order: one small class for each operation, with what it needs and what it answers.
 * Each is carried out the same way by a running server and by a command that has the store to
 * itself.
 */
@NullMarked
package im.chrysalis.app.operate;

import org.jspecify.annotations.NullMarked;
