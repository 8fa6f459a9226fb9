/** What every host of persons must do, and what the tests of hosts share. */
@NullMarked
package im.chrysalis.cluster;

import org.jspecify.annotations.NullMarked;
