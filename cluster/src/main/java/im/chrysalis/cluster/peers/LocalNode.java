package im.chrysalis.cluster.peers;

import im.chrysalis.cluster.peers.ToPerson.Carried;
import im.chrysalis.cluster.peers.ToPerson.Letter;
import im.chrysalis.cluster.peers.ToPerson.ReturnAddress;
import im.chrysalis.domain.person.Conversations;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionEvent.Ended;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.AccountId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.typed.HashCodeNoEnvelopeMessageExtractor;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the parts of this node share: who is here, and the ways to everything else. Any thread. */
final class LocalNode {
  private static final Logger LOG = LoggerFactory.getLogger(LocalNode.class);
  private static final EntityTypeKey<ToPerson> PERSON =
      EntityTypeKey.create(ToPerson.class, "person");

  /** In how many shards persons live and move; the same on all nodes, and for ever. */
  private static final int SHARDS = 100;

  /** Well below the longest frame, which is 256 KiB. */
  private static final int PIECE = 64 * 1024;

  private final String name;
  private final PersonStore store;
  private final Timer timer;
  private final Nodes nodes;
  private final Sessions sessions = new Sessions();
  private final Switchboards switchboards;
  private final Questions questions;
  private final Map<AccountId, ActorRef<ToPerson>> persons = new ConcurrentHashMap<>();
  private final List<Consumer<SessionId>> whenOver = new CopyOnWriteArrayList<>();
  private final ActorRef<ToPerson> region;
  private volatile Conversations conversations =
      (_, _) -> CompletableFuture.completedFuture(false); // until somebody serves them

  LocalNode(ActorSystem<?> system, PersonStore store, Timer timer) {
    this.store = store;
    this.timer = timer;
    nodes = new Nodes(system);
    name = nodes.mine();
    switchboards = new Switchboards(nodes);
    questions = new Questions(timer);
    region =
        ClusterSharding.get(system)
            .init(
                Entity.of(PERSON, context -> PersonEntity.create(this, context))
                    .withMessageExtractor(new ByAccount())
                    .withStopMessage(new ToPerson.Stop())
                    .withSettings(
                        ClusterShardingSettings.create(system).withNoPassivationStrategy()))
            .unsafeUpcast();
  }

  /** Which messages are for whom. */
  private static final class ByAccount extends HashCodeNoEnvelopeMessageExtractor<ToPerson> {
    ByAccount() {
      super(SHARDS);
    }

    @Override
    public String entityId(ToPerson message) {
      if (message instanceof Carried carried) {
        return carried.to().toString();
      }
      throw new IllegalArgumentException("not meant to be carried: " + message);
    }
  }

  String name() {
    return name;
  }

  PersonStore store() {
    return store;
  }

  Timer timer() {
    return timer;
  }

  Nodes nodes() {
    return nodes;
  }

  Sessions sessions() {
    return sessions;
  }

  Switchboards switchboards() {
    return switchboards;
  }

  Questions questions() {
    return questions;
  }

  /** Persons who live here at the moment. */
  Map<AccountId, ActorRef<ToPerson>> persons() {
    return persons;
  }

  /** Carries something to a person, wherever they live. */
  void carry(Carried message) {
    region.tell(message);
  }

  /** Tells another node something; lost when it is gone. */
  void tell(String node, ToNode message) {
    nodes
        .find(node)
        .ifPresentOrElse(
            way -> way.tell(message), () -> LOG.debug("node={} gone, lost={}", node, message));
  }

  /** Shows an event to a session, wherever it is. */
  void show(AccountId who, SessionId session, SessionEvent event) {
    if (!session.node().equals(name)) {
      tell(session.node(), new ToNode.Happened(who, session.serial(), event));
    } else if (!sessions.deliver(who, session, event)) {
      carry(Letter.of(who, new Notice.SignOut(session))); // its person has not heard of its end
    } else if (event instanceof Ended) {
      sessions.remove(who, session);
      over(session);
      nodes.others().forEach(other -> tell(other, new ToNode.SessionOver(session)));
    }
  }

  /** Tells a person of all their sessions here. */
  void resumeAll(AccountId who) {
    sessions.of(who).forEach(session -> carry(Letter.of(who, session)));
  }

  /** The conversations of this node. */
  Conversations conversations() {
    return conversations;
  }

  void serve(Conversations here) {
    conversations = here;
  }

  void whenOver(Consumer<SessionId> listener) {
    whenOver.add(listener);
  }

  void over(SessionId session) {
    whenOver.forEach(listener -> listener.accept(session));
  }

  /** Gives an answer to whoever asked. */
  void answer(ReturnAddress to, Object answer) {
    if (to.node().equals(name)) {
      questions.answered(to.question(), answer);
    } else {
      send(to, Reply.of(answer));
    }
  }

  /** Tells whoever asked why there is no answer. */
  void fail(ReturnAddress to, AccountId who, Throwable why) {
    if (to.node().equals(name)) {
      questions.failed(to.question(), why);
    } else {
      send(to, Reply.failed(who, why));
    }
  }

  private void send(ReturnAddress to, Reply reply) {
    byte[] bytes = Codec.write(Reply.class, reply);
    for (int from = 0; from < bytes.length; from += PIECE) {
      int end = Math.min(bytes.length, from + PIECE);
      byte[] piece = Arrays.copyOfRange(bytes, from, end);
      tell(to.node(), new ToNode.Answer(to.question(), end == bytes.length, piece));
    }
  }
}
