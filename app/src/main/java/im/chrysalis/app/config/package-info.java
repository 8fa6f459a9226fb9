/** What an operator can set, read from the command line and the configuration file. */
@NullMarked
package im.chrysalis.app.config;

import org.jspecify.annotations.NullMarked;
