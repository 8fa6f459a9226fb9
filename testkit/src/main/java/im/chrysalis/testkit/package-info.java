/**
 * The transcript player: conversations between clients and a server, written down as data files,
 * spoken to a real server over real sockets. It reads the wire with code of its own, so that a
 * fault in the server's reading and writing can't hide behind the same fault here.
 */
@NullMarked
package im.chrysalis.testkit;

import org.jspecify.annotations.NullMarked;
