package im.chrysalis.cluster.peers;

import im.chrysalis.cluster.Hosts;
import im.chrysalis.cluster.PeopleContract;

class OnePeerTest extends PeopleContract {
  @Override
  protected Hosts.Maker hosts() {
    return (store, timer) -> PeersHosts.start(1, store, timer);
  }
}
