/** Placeholder. */
package im.chrysalis.testkit;
