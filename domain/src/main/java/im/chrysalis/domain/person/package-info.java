/**
 * Everything that must happen in order for one account: its sessions, status, lists and watchers. A
 * person decides and never blocks; hosts give it its messages one by one.
 */
@NullMarked
package im.chrysalis.domain.person;

import org.jspecify.annotations.NullMarked;
