package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import java.util.concurrent.Executor;

/**
 * What all parts of one messenger share.
 *
 * @param self the account
 * @param turn runs all that touches the messenger's state, one thing at a time
 * @param delivery tells listeners what happens
 * @param timer runs things later, on the turn
 * @param road leads to servers
 * @param web has the web services
 */
record Office(
    EmailAddress self, Executor turn, Delivery delivery, Timer timer, Road road, Web web) {}
