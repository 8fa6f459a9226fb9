package im.chrysalis.server.referral;

import java.util.Map;

/** The port by which a node that has no switchboard knows those of other nodes. Any thread. */
@FunctionalInterface
public interface Switchboards {
  /** Where each is, in the words of {@link Addresses#place}, by the name of its node. */
  Map<String, String> places();
}
