/** Placeholder. */
package im.chrysalis.wire;
