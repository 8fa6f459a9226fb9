/** Placeholder. */
package im.chrysalis.terminal;
