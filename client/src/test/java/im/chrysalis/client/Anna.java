package im.chrysalis.client;

import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.values.EmailAddress;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Anna's account as the scripts know it, and the lines that belong to every sign-in. */
final class Anna {
  static final EmailAddress ANNA = EmailAddress.of("anna@example.com");
  static final EmailAddress BEN = EmailAddress.of("ben@example.com");
  static final Credentials CREDENTIALS = new Credentials(ANNA, "secret");
  static final String OFFER = "MSNP7 MSNP6 MSNP5 MSNP4 MSNP3 MSNP2 CVR0";

  private Anna() {}

  /** From VER to USR OK. */
  static Peer prove(Peer peer) throws IOException {
    return peer.expect("VER 1 " + OFFER)
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
    return prove(peer)
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

  static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
