package im.chrysalis.server.web.book;

import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.wire.xml.Markup;

/** One operation of the book. Runs on a thread that may wait. */
@FunctionalInterface
interface Operation {
  /** The element that stands in the answer's body. */
  Markup answer(Call call) throws Fault.Refused;
}
