package im.chrysalis.app.serve;

import im.chrysalis.app.config.Neighbours;
import im.chrysalis.cluster.peers.NodeAddress;
import im.chrysalis.cluster.peers.Peers;
import im.chrysalis.cluster.peers.PeersException;
import im.chrysalis.cluster.peers.PeersOptions;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.server.session.SessionEnds;
import java.io.IOException;

/** Joins the others. A class of its own, so that a server which is alone loads nothing for it. */
final class PersonsAmongPeers {
  private PersonsAmongPeers() {}

  static PersonHost join(Neighbours neighbours, PersonStore store, Timer timer, SessionEnds ends)
      throws IOException {
    try {
      PeersOptions options =
          new PeersOptions(
              NodeAddress.parse(neighbours.address()),
              neighbours.seeds().stream().map(NodeAddress::parse).toList());
      Peers peers = Peers.join(options, store, timer);
      peers.whenSessionEnds(ends::ended);
      return new PersonHost(
          peers,
          here -> {
            peers.serve(here);
            return peers;
          },
          peers::active,
          peers.node(),
          peers.address().host(),
          peers::opensSwitchboard,
          peers::switchboards,
          peers.ended(),
          peers);
    } catch (PeersException sentence) {
      throw new IOException(sentence.getMessage(), sentence);
    }
  }
}
