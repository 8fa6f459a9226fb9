package im.chrysalis.client;

import im.chrysalis.wire.TrId;

/** The transaction ids of one connection, counted from 1. */
final class TrIds {
  private long last;

  TrId next() {
    return new TrId(++last);
  }
}
