package im.chrysalis.cluster.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.cluster.FakeTimer;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.person.Conversations;
import im.chrysalis.domain.person.Participation;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Conversations are on one node, and those who take part without a connection on any. */
@Timeout(60)
class ConversationsTest {
  private static final Card ANNA =
      new Card(new AccountId(1), EmailAddress.of("anna@example.test"), "Anna");
  private static final Card BEN =
      new Card(new AccountId(2), EmailAddress.of("ben@example.test"), "Ben");

  private static Store store;
  private static PeersHosts hosts;
  private static Peers here;
  private static Peers there;
  private final Served served = new Served();

  /** The conversations of a node: what was done in them, and what is to be answered. */
  private static final class Served implements Conversations {
    private final BlockingQueue<Participation> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<ConversationId> where = new LinkedBlockingQueue<>();
    private CompletionStage<Boolean> answer = CompletableFuture.completedFuture(true);

    @Override
    public CompletionStage<Boolean> tell(ConversationId conversation, Participation what) {
      where.add(conversation);
      done.add(what);
      return answer;
    }
  }

  @BeforeAll
  static void start(@TempDir Path directory) {
    store = Store.open(StoreOptions.in(directory).withHashes(HashStrength.TEST));
    hosts = PeersHosts.start(2, store.people(), new FakeTimer());
    here = hosts.node(0);
    there = hosts.node(1);
  }

  @AfterAll
  static void stop() {
    hosts.close();
    store.close();
  }

  @BeforeEach
  void serve() {
    there.serve(served);
  }

  private static ConversationId conversation(Peers node) {
    return new ConversationId(node.node(), 11752013);
  }

  private static boolean tell(Peers from, ConversationId where, Participation what)
      throws Exception {
    return from.tell(where, what).toCompletableFuture().get(15, TimeUnit.SECONDS);
  }

  @Test
  void whatSomebodyDoesInAConversationOfAnotherNodeIsDoneThere() throws Exception {
    SessionId session = new SessionId(here.node(), 1);
    List<Participation> all =
        List.of(
            new Participation.Comes(ANNA, Capabilities.of(1L << 28), session),
            new Participation.Invites(ANNA.id(), BEN),
            new Participation.Leaves(ANNA.id(), Optional.of(session)),
            new Participation.Leaves(ANNA.id(), Optional.empty()));
    for (Participation what : all) {
      assertThat(tell(here, conversation(there), what)).isTrue();
      assertThat(served.where.take()).isEqualTo(conversation(there));
      assertThat(served.done.take()).isEqualTo(what);
    }
  }

  @Test
  void whatIsSaidArrivesToTheByte() throws Exception {
    byte[] message = new byte[70_000]; // more than one piece
    message[69_999] = (byte) 0xFF;
    assertThat(tell(here, conversation(there), new Participation.Says(ANNA.id(), message)))
        .isTrue();
    assertThat(served.done.take())
        .isInstanceOfSatisfying(
            Participation.Says.class,
            said -> {
              assertThat(said.who()).isEqualTo(ANNA.id());
              assertThat(said.message()).isEqualTo(message);
            });
  }

  @Test
  void whatWasNotDoneIsToldSo() throws Exception {
    served.answer = CompletableFuture.completedFuture(false);
    assertThat(tell(here, conversation(there), leaves())).isFalse();
    served.answer = CompletableFuture.failedFuture(new IllegalStateException("out of order"));
    assertThatThrownBy(() -> tell(here, conversation(there), leaves())).isNotNull();
  }

  @Test
  void aNodeThatServesNoneOrIsGoneHasNoConversations() throws Exception {
    assertThat(tell(there, conversation(here), leaves())).isFalse();
    assertThat(tell(here, conversation(here), leaves())).isFalse();
    assertThat(tell(here, new ConversationId("nowhere", 11752013), leaves())).isFalse();
  }

  private static Participation leaves() {
    return new Participation.Leaves(ANNA.id(), Optional.empty());
  }
}
