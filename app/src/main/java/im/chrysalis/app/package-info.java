/** Placeholder. */
package im.chrysalis.app;
