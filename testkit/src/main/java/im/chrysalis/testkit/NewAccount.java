package im.chrysalis.testkit;

import im.chrysalis.values.EmailAddress;

/**
 * An account to create.
 *
 * @param address its name
 * @param password as typed
 * @param friendlyName the name that others see, plain text
 * @param oldClients whether clients of MSNP2 to MSNP7 may sign in
 */
public record NewAccount(
    EmailAddress address, String password, String friendlyName, boolean oldClients) {}
