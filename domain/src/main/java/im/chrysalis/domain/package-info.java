/** Placeholder. */
package im.chrysalis.domain;
