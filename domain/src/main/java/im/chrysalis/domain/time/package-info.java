/** Time as the rules see it: what the clock says and what is to happen later. Tests fake it. */
@NullMarked
package im.chrysalis.domain.time;

import org.jspecify.annotations.NullMarked;
