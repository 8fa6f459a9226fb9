/** Placeholder. */
package im.chrysalis.bench;
