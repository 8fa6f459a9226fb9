/** Where clients are sent, and the tokens they bring along. */
@NullMarked
package im.chrysalis.server.referral;

import org.jspecify.annotations.NullMarked;
