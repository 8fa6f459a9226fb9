/**
 * All persons of a network on several machines: Apache Pekko Cluster Sharding decides on which node
 * each one lives, and messages travel there. The only package that knows Pekko; nothing outside
 * loads it unless seeds are configured.
 */
@NullMarked
package im.chrysalis.cluster.peers;

import org.jspecify.annotations.NullMarked;
