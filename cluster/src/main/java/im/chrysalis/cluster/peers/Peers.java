package im.chrysalis.cluster.peers;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import im.chrysalis.cluster.peers.ToPerson.Letter;
import im.chrysalis.cluster.peers.ToPerson.ReturnAddress;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.person.Conversations;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.Participation;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.JoinSeedNodes;
import org.apache.pekko.serialization.SerializationSetup;
import org.apache.pekko.serialization.SerializerDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.CollectionConverters;

/** The host of persons when several processes share them; this is one process's part. */
public final class Peers implements People, Conversations, AutoCloseable {
  /** How often persons are looked at whom nobody may need any more. */
  static final Duration SWEEP = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
  private static final String SYSTEM = "chrysalis";
  private static final Duration JOIN = Duration.ofSeconds(30);
  private static final Duration LEAVE = Duration.ofSeconds(5);

  private final ActorSystem<Void> system;
  private final LocalNode node;
  private final Timer timer;

  private Peers(ActorSystem<Void> system, LocalNode node, Timer timer) {
    this.system = system;
    this.node = node;
    this.timer = timer;
  }

  /**
   * Takes part among the others; returns when this node is one of them.
   *
   * @param store the same for all nodes
   * @throws PeersException when the address can't be listened on, or no seed answers in time
   */
  public static Peers join(PeersOptions options, PersonStore store, Timer timer) {
    ActorSystem<Void> system = system(options);
    try {
      LocalNode node = new LocalNode(system, store, timer);
      system.systemActorOf(Reception.create(node), Reception.NAME, Props.empty());
      system.systemActorOf(Membership.create(node), "membership", Props.empty());
      Peers peers = new Peers(system, node, timer);
      peers.join(options.seeds());
      peers.sweepLater();
      return peers;
    } catch (RuntimeException fault) {
      system.terminate();
      throw fault;
    }
  }

  private static ActorSystem<Void> system(PeersOptions options) {
    Config own =
        ConfigFactory.parseMap(
            Map.of(
                "pekko.remote.artery.canonical.hostname", options.address().host(),
                "pekko.remote.artery.canonical.port", options.address().port()));
    Config config =
        own.withFallback(ConfigFactory.parseResources(Peers.class, "peers.conf"))
            .withFallback(ConfigFactory.defaultReference(Peers.class.getClassLoader()))
            .resolve();
    SerializationSetup frames =
        SerializationSetup.create(_ ->
            List.of(
                SerializerDetails.create(
                    "chrysalis", new FrameSerializer(), List.of(ToPerson.class, ToNode.class))));
    try {
      return ActorSystem.create(
          Behaviors.empty(),
          SYSTEM,
          ActorSystemSetup.create(BootstrapSetup.create(config), frames));
    } catch (RuntimeException fault) {
      throw new PeersException(
          "Other nodes can't be listened for at " + options.address() + ": " + fault.getMessage(),
          fault);
    }
  }

  private void join(List<NodeAddress> seeds) {
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    org.apache.pekko.cluster.Cluster.get(system.classicSystem())
        .registerOnMemberUp(() -> up.complete(true));
    List<Address> addresses =
        seeds.isEmpty()
            ? List.of(cluster().selfMember().address())
            : seeds.stream().map(it -> new Address("pekko", SYSTEM, it.host(), it.port())).toList();
    cluster().manager().tell(new JoinSeedNodes(CollectionConverters.asScala(addresses).toSeq()));
    try {
      up.get(JOIN.toSeconds(), TimeUnit.SECONDS);
      LOG.info("event=joined node={} address={}", node.name(), address());
    } catch (TimeoutException | ExecutionException late) {
      throw new PeersException(
          "No node took this one in within "
              + JOIN.toSeconds()
              + " s; cluster.seeds names "
              + seeds
              + ".",
          late);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new PeersException("Interrupted before a node took this one in.", stop);
    }
  }

  /** The nodes as this one sees them. */
  Cluster cluster() {
    return Cluster.get(system);
  }

  /** This node's name: at most 13 letters and digits, another one each time that it starts. */
  public String node() {
    return node.name();
  }

  /** Where other nodes find this one. */
  public NodeAddress address() {
    Address address = cluster().selfMember().address();
    return new NodeAddress(
        Optional.ofNullable(address.getHost().orElse(null)).orElse(""),
        address.getPort().orElse(0));
  }

  /** How many persons live on this node at the moment. */
  public int active() {
    return node.persons().size();
  }

  @Override
  public <R> CompletionStage<R> ask(AccountId who, Request<R> request) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    follow(who, request, answer);
    long question = node.questions().add(who, untyped(answer));
    node.carry(new Letter(who, request, Optional.of(new ReturnAddress(node.name(), question))));
    return answer;
  }

  @SuppressWarnings("unchecked") // a person answers with the type of the request
  private static <R> CompletableFuture<Object> untyped(CompletableFuture<R> answer) {
    return (CompletableFuture<Object>) answer;
  }

  /** Notes what the sessions of this node say. */
  private <R> void follow(AccountId who, Request<R> request, CompletableFuture<R> answer) {
    switch (request) {
      case Request.SignIn it -> {
        node.sessions().enters(who, it, timer.now());
        answer.whenComplete((_, fault) -> {
          if (fault == null) {
            node.sessions().isIn(who, it.session().id());
          } else {
            tell(who, new Notice.SignOut(it.session().id()));
          }
        });
      }
      case Request.SetStatus it -> answer.thenRun(() -> node.sessions().said(who, it));
      case Request.TellMessage it -> answer.thenRun(() -> node.sessions().said(who, it));
      case Request.AcceptInvitations it -> answer.thenRun(() -> node.sessions().said(who, it));
      default -> {}
    }
  }

  @Override
  public void tell(AccountId who, Notice notice) {
    if (notice instanceof Notice.SignOut(SessionId session)) {
      node.sessions().remove(who, session);
    }
    node.carry(Letter.of(who, notice));
  }

  /** Has the conversations of this node served to all nodes. */
  public void serve(Conversations here) {
    node.serve(here);
  }

  @Override
  public CompletionStage<Boolean> tell(ConversationId where, Participation what) {
    if (where.node().equals(node.name())) {
      return node.conversations().tell(where, what);
    }
    if (node.nodes().find(where.node()).isEmpty()) {
      return CompletableFuture.completedFuture(false); // gone with its conversations
    }
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    long question = node.questions().add(what.who(), untyped(answer));
    node.tell(where.node(), new ToNode.Part(new ReturnAddress(node.name(), question), where, what));
    return answer;
  }

  /** Has somebody told when a person ends a session on any node. The listener must not block. */
  public void whenSessionEnds(Consumer<SessionId> listener) {
    node.whenOver(listener);
  }

  /**
   * This node has opened a switchboard, as the others are to know.
   *
   * @param place where clients find it, in words that only front ends understand
   */
  public void opensSwitchboard(String place) {
    node.switchboards().open(place);
  }

  /** Where the switchboards of other nodes are that can be reached, by the names of the nodes. */
  public Map<String, String> switchboards() {
    return node.switchboards().elsewhere();
  }

  /** Done when this node takes part no more: closed, or cut off from the majority. */
  public CompletionStage<Void> ended() {
    return system.getWhenTerminated().thenApply(_ -> null);
  }

  private void sweepLater() {
    timer.after(
        SWEEP,
        () -> {
          if (!system.whenTerminated().isCompleted()) {
            node.persons().values().forEach(person -> person.tell(new ToPerson.Sweep()));
            node.switchboards().sayAgain();
            sweepLater();
          }
        });
  }

  /** Leaves the others, who take over the persons that live here. */
  @Override
  public void close() {
    try {
      stop().toCompletableFuture().get(LEAVE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException fault) {
      LOG.warn("event=left-in-disorder node={}", node.name(), fault);
      system.terminate();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      system.terminate();
    }
    node.questions().close();
  }

  private CompletionStage<Done> stop() {
    if (node.nodes().others().isEmpty()) {
      system.terminate(); // nobody is there to hand anything over to
      return system.getWhenTerminated();
    }
    return CoordinatedShutdown.get(system.classicSystem())
        .runAll(CoordinatedShutdown.clusterLeavingReason());
  }
}
