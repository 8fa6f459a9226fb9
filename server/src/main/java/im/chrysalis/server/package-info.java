/** Placeholder. */
package im.chrysalis.server;
