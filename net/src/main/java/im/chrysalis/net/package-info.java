/** Placeholder. */
package im.chrysalis.net;
