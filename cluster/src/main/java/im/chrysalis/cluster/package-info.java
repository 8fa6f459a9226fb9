/** Placeholder. */
package im.chrysalis.cluster;
