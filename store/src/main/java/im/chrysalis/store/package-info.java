/** Placeholder. */
package im.chrysalis.store;
