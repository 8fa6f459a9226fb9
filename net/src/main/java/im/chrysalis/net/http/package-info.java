/**
 * HTTP as old clients speak it: requests read whole, answers with exact header names and lengths.
 * What is asked and answered is the business of an {@link im.chrysalis.net.http.HttpService}.
 */
@NullMarked
package im.chrysalis.net.http;

import org.jspecify.annotations.NullMarked;
