package im.chrysalis.client.web;

/**
 * A ticket in its two parts, as some services want it.
 *
 * @param id what stands behind {@code t=}, or all of a ticket that has no parts
 * @param profile what stands behind {@code p=}; may be empty
 */
record TicketText(String id, String profile) {
  static TicketText of(String ticket) {
    String rest = ticket.startsWith("t=") ? ticket.substring(2) : ticket;
    int end = rest.indexOf("&p=");
    return end < 0
        ? new TicketText(rest, "")
        : new TicketText(rest.substring(0, end), rest.substring(end + 3));
  }

  String cookies() {
    return "MSPAuth=" + id + "; MSPProf=" + profile;
  }
}
