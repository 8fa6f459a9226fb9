/** Placeholder. */
package im.chrysalis.values;
