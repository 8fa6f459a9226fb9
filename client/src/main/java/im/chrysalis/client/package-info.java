/** Placeholder. */
package im.chrysalis.client;
