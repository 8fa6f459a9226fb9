package im.chrysalis.testkit;

import java.util.Set;

/** Starts fresh networks, one for each transcript. */
@FunctionalInterface
public interface NetworkStarter {
  /**
   * A network without accounts, listening, whose ports are free ones.
   *
   * @param settings what the operator chose; everything else has its default
   */
  Network start(Set<Setting> settings);
}
