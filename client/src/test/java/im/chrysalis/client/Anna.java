package im.chrysalis.client;

import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.client.TicketSource.Result.Ticket;
import im.chrysalis.values.EmailAddress;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Anna's account as the scripts know it, and the lines that belong to every sign-in. */
final class Anna {
  static final EmailAddress ANNA = EmailAddress.of("anna@example.com");
  static final EmailAddress BEN = EmailAddress.of("ben@example.com");
  static final Credentials CREDENTIALS = new Credentials(ANNA, "secret");
  static final String OLD_OFFER = "MSNP7 MSNP6 MSNP5 MSNP4 MSNP3 MSNP2 CVR0";
  static final String OFFER =
      "MSNP21 MSNP18 MSNP17 MSNP16 MSNP15 MSNP14 MSNP13 MSNP12 MSNP11 MSNP10 MSNP9 MSNP8 "
          + OLD_OFFER;
  static final String BENS_ID = "6bd736b8-dc18-44c6-ad61-8cd12d641e79";
  static final String FRIENDS = "124153dc-a695-4f6c-93e8-8e07c9775251";

  /** Gives everybody the same ticket. */
  static final TicketSource TICKETS =
      (_, parameters) -> CompletableFuture.completedStage(new Ticket("t=" + parameters + "&p="));

  private Anna() {}

  /** From VER to USR OK. */
  static Peer prove(Peer peer) throws IOException {
    return prove(peer, OFFER);
  }

  private static Peer prove(Peer peer, String offer) throws IOException {
    return peer.expect("VER 1 " + offer)
        .say("VER 1 MSNP7")
        .expect("INF 2")
        .say("INF 2 MD5")
        .expect("USR 3 MD5 I anna@example.com")
        .say("USR 3 MD5 S 1013928519.693957190")
        .expect("USR 4 MD5 S 0dc38e0c96e5ef37eb9451a0b2d5aaf9")
        .say("USR 4 OK anna@example.com Anna 1")
        .sayWith(
            "MSG Hotmail Hotmail",
            "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsprofile; charset=UTF-8\r\n"
                + "LoginTime: 1726321960\r\n\r\n");
  }

  /** The lists: Ben and a group, everything up to the first status. */
  static Peer arrive(Peer peer) throws IOException {
    return arrive(peer, OFFER);
  }

  static Peer arrive(Peer peer, String offer) throws IOException {
    return prove(peer, offer)
        .expect("SYN 5 0")
        .say(
            "SYN 5 27",
            "GTC 5 27 A",
            "BLP 5 27 AL",
            "PRP 5 27 PHM 1%20(222)%20333",
            "LSG 5 27 1 2 0 Other%20Contacts 0",
            "LSG 5 27 2 2 1 Friends 0",
            "LST 5 FL 27 1 1 ben@example.com Ben 1",
            "BPR 27 ben@example.com PHH",
            "LST 5 AL 27 1 1 ben@example.com Ben",
            "LST 5 BL 27 1 1 eve@example.com Eve",
            "LST 5 RL 27 1 1 ben@example.com Ben")
        .expect("CHG 6 NLN")
        .say("CHG 6 NLN");
  }

  /** From VER to USR OK, with a ticket. */
  static Peer proveByTicket(Peer peer) throws IOException {
    return peer.expect("VER 1 " + OFFER)
        .say("VER 1 MSNP12")
        .expect(
            "CVR 2 0x0409 java "
                + Runtime.version().feature()
                + " any CHRYSALIS 0.1.0 MSMSGS anna@example.com")
        .say("CVR 2 0.1.0 0.1.0 0.1.0 http://example.com/ http://example.com/")
        .expect("USR 3 TWN I anna@example.com")
        .say("USR 3 TWN S ct=1,id=507")
        .expect("USR 4 TWN S t=ct=1,id=507&p=")
        .say("USR 4 OK anna@example.com 1 0", "SBS 0 null");
  }

  /** The same lists as they come since MSNP12, with somebody who is pending. */
  static Peer arriveByTicket(Peer peer) throws IOException {
    return proveByTicket(peer)
        .expect("SYN 5 0 0")
        .say(
            "SYN 5 2005-04-23T18:57:44.8130000-07:00 2005-04-23T18:57:54.2070000-07:00 3 1",
            "GTC A",
            "BLP AL",
            "PRP MFN Anna%20A",
            "PRP PHM 1%20(222)%20333",
            "LSG Friends " + FRIENDS,
            "LST N=ben@example.com F=Ben C=" + BENS_ID + " 11 1 " + FRIENDS,
            "BPR MOB Y",
            "LST N=eve@example.com 4 1",
            "LST N=carl@example.com F=Carl 16 1")
        .expect("CHG 6 NLN 0")
        .say("CHG 6 NLN 0");
  }

  static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
