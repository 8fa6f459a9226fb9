/**
 * What the network's web services are asked, and what they answer: documents alone, nothing here
 * connects. Not for users of the library, who have it all in {@link im.chrysalis.client.Messenger}.
 */
@NullMarked
package im.chrysalis.client.web;

import org.jspecify.annotations.NullMarked;
