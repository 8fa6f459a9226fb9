package im.chrysalis.cluster.peers;

import im.chrysalis.cluster.peers.ToPerson.Attendance;
import im.chrysalis.cluster.peers.ToPerson.Letter;
import im.chrysalis.cluster.peers.ToPerson.Loaded;
import im.chrysalis.cluster.peers.ToPerson.NotLoaded;
import im.chrysalis.cluster.peers.ToPerson.ReturnAddress;
import im.chrysalis.cluster.peers.ToPerson.RollCallOver;
import im.chrysalis.cluster.peers.ToPerson.Stop;
import im.chrysalis.cluster.peers.ToPerson.Sweep;
import im.chrysalis.cluster.peers.ToPerson.Turn;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.person.Desk;
import im.chrysalis.domain.person.Desk.Envelope;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.domain.person.Person;
import im.chrysalis.domain.person.PersonMessage;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.StashBuffer;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person where persons live on many nodes: the desk in an entity. It begins by reading what is
 * kept and by asking all nodes which of the person's sessions they have; what arrives meanwhile
 * waits. So it knows everything that its predecessor on another node knew before it says a word.
 */
final class PersonEntity {
  private static final Logger LOG = LoggerFactory.getLogger(PersonEntity.class);

  /** How long other nodes may take to answer the roll call. */
  private static final Duration ROLL_CALL = Duration.ofSeconds(3);

  private final LocalNode node;
  private final AccountId account;
  private final ActorRef<ClusterSharding.ShardCommand> shard;
  private final ActorContext<ToPerson> context;
  private final StashBuffer<ToPerson> stash;

  private final Set<String> awaited = new HashSet<>();
  private final List<Notice.Resumed> resumed = new ArrayList<>();
  private @Nullable Roster roster;
  private boolean wasIdle;

  private PersonEntity(
      LocalNode node,
      EntityContext<ToPerson> entity,
      ActorContext<ToPerson> context,
      StashBuffer<ToPerson> stash) {
    this.node = node;
    this.account = new AccountId(Long.parseLong(entity.getEntityId()));
    this.shard = entity.getShard();
    this.context = context;
    this.stash = stash;
  }

  static Behavior<ToPerson> create(LocalNode node, EntityContext<ToPerson> entity) {
    return Behaviors.setup(context ->
        Behaviors.withStash(
            Integer.MAX_VALUE, stash -> new PersonEntity(node, entity, context, stash).begin()));
  }

  private Behavior<ToPerson> begin() {
    node.persons().put(account, context.getSelf());
    return in(this::asleep);
  }

  private interface State {
    Behavior<ToPerson> on(ToPerson message);
  }

  private Behavior<ToPerson> in(State state) {
    return Behaviors.receive(ToPerson.class)
        .onAnyMessage(state::on)
        .onSignal(
            PostStop.class,
            _ -> {
              node.persons().remove(account, context.getSelf());
              return Behaviors.same();
            })
        .build();
  }

  // before anybody has asked for the person

  private Behavior<ToPerson> asleep(ToPerson message) {
    return switch (message) {
      case Letter it when it.message() instanceof Notice notice && !notice.wakes() -> {
        passivate();
        yield Behaviors.same();
      }
      case Letter it -> wake(it);
      case Attendance it when !it.sessions().isEmpty() -> wake(it);
      case Stop _ -> Behaviors.stopped();
      case Sweep _ -> {
        passivate();
        yield Behaviors.same();
      }
      case Attendance _, Turn _, Loaded _, NotLoaded _, RollCallOver _ -> Behaviors.same();
    };
  }

  private Behavior<ToPerson> wake(ToPerson first) {
    stash.stash(first);
    ActorRef<ToPerson> self = context.getSelf();
    node.store()
        .load(account)
        .whenComplete((found, fault) ->
            self.tell(
                fault != null
                    ? new NotLoaded(cause(fault))
                    : found
                        .<ToPerson>map(Loaded::new)
                        .orElseGet(() -> new NotLoaded(new NoSuchPerson(account)))));
    awaited.addAll(node.nodes().others());
    if (!awaited.isEmpty()) {
      awaited.forEach(other -> node.tell(other, new ToNode.RollCall(account)));
      context.scheduleOnce(ROLL_CALL, self, new RollCallOver());
    }
    return in(this::waking);
  }

  private static Throwable cause(Throwable fault) {
    Throwable cause = fault instanceof CompletionException ? fault.getCause() : null;
    return cause == null ? fault : cause;
  }

  // while the store and the other nodes answer

  private Behavior<ToPerson> waking(ToPerson message) {
    switch (message) {
      case Loaded it -> roster = it.roster();
      case Attendance it -> {
        awaited.remove(it.node());
        resumed.addAll(it.sessions());
      }
      case RollCallOver _ -> {
        LOG.warn("account={} nodes={} do not say which sessions they have", account, awaited);
        awaited.clear();
      }
      case NotLoaded it -> {
        return stash.unstashAll(in(then -> refuse(then, it.why())));
      }
      case Stop _ -> {
        stash.forEach(this::carryOn);
        return Behaviors.stopped();
      }
      case Letter it -> stash.stash(it);
      case Turn _, Sweep _ -> {}
    }
    Roster read = roster;
    return read != null && awaited.isEmpty() ? awake(read) : Behaviors.same();
  }

  /** The person moves before it could answer: the next one will. */
  private void carryOn(ToPerson message) {
    if (message instanceof Letter letter) {
      node.carry(letter);
    }
  }

  private Behavior<ToPerson> awake(Roster read) {
    ActorRef<ToPerson> self = context.getSelf();
    Person person = new Person(read, new Around(self));
    Desk desk = new Desk(person, node.store(), what -> self.tell(new Turn(what)));
    resumed.addAll(node.sessions().of(account));
    resumed.sort(Comparator.comparing(Notice.Resumed::since));
    resumed.forEach(session -> desk.take(Envelope.of(bound(session))));
    resumed.clear();
    roster = null;
    return stash.unstashAll(in(message -> active(desk, message)));
  }

  // there is no such person, or it can't be read

  private Behavior<ToPerson> refuse(ToPerson message, Throwable why) {
    if (message instanceof Stop) {
      return Behaviors.stopped();
    }
    if (message instanceof Letter letter) {
      letter.back().ifPresent(asker -> node.fail(asker, account, why));
      passivate();
    }
    return Behaviors.same();
  }

  // while the person is here

  private Behavior<ToPerson> active(Desk desk, ToPerson message) {
    try {
      switch (message) {
        case Letter it -> take(desk, it);
        case Attendance it ->
            it.sessions().forEach(session -> desk.take(Envelope.of(bound(session))));
        case Turn(Runnable what) -> what.run();
        case Sweep _ -> sweep(desk);
        case Stop _ -> {
          return leave(desk);
        }
        case Loaded _, NotLoaded _, RollCallOver _ -> {}
      }
    } catch (RuntimeException bug) {
      LOG.error("account={} failed={}", account, message, bug);
      if (message instanceof Letter letter) {
        letter.back().ifPresent(asker -> node.fail(asker, account, bug));
      }
    }
    return Behaviors.same();
  }

  private void take(Desk desk, Letter letter) {
    PersonMessage message = bound(letter.message());
    switch (message) {
      case Notice notice -> desk.take(Envelope.of(notice));
      case Request<?> request -> ask(desk, request, letter);
    }
  }

  private <R> void ask(Desk desk, Request<R> request, Letter letter) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    letter.back().ifPresent(asker -> answer.whenComplete((it, fault) -> reply(asker, it, fault)));
    desk.take(Envelope.of(request, answer));
  }

  private void reply(ReturnAddress asker, @Nullable Object answer, @Nullable Throwable fault) {
    if (answer != null) {
      node.answer(asker, answer);
    } else if (fault != null) {
      node.fail(asker, account, cause(fault));
    }
  }

  /** Gives messages that name a session the way to it. */
  private PersonMessage bound(PersonMessage message) {
    return switch (message) {
      case Request.SignIn it ->
          new Request.SignIn(way(it.session().id()), it.place(), it.hearing());
      case Notice.Resumed it -> bound(it);
      default -> message;
    };
  }

  private Notice.Resumed bound(Notice.Resumed it) {
    return new Notice.Resumed(
        way(it.session().id()),
        it.place(),
        it.hearing(),
        it.acceptsInvitations(),
        it.tells(),
        it.said(),
        it.since());
  }

  private SessionLink way(SessionId session) {
    return new Way(node, account, session);
  }

  // the way out

  private void sweep(Desk desk) {
    if (!desk.isIdle()) {
      wasIdle = false;
    } else if (wasIdle || desk.person().isGone()) {
      passivate();
    } else {
      wasIdle = true;
    }
  }

  private void passivate() {
    shard.tell(new ClusterSharding.Passivate<>(context.getSelf()));
  }

  /** Goes once nobody waits for a change any more; who misses the person is told. */
  private Behavior<ToPerson> leave(Desk desk) {
    if (desk.isStoring()) {
      return in(message -> leaving(desk, message));
    }
    if (!desk.isIdle()) {
      desk.person().depart();
      desk.person().sessions().stream()
          .map(SessionId::node)
          .distinct()
          .forEach(other -> {
            if (other.equals(node.name())) {
              node.resumeAll(account);
            } else {
              node.tell(other, new ToNode.Moved(account));
            }
          });
    }
    return Behaviors.stopped();
  }

  private Behavior<ToPerson> leaving(Desk desk, ToPerson message) {
    switch (message) {
      case Turn(Runnable what) -> what.run();
      case Letter it -> node.carry(it);
      default -> LOG.debug("account={} leaves, lost={}", account, message);
    }
    return leave(desk);
  }

  /** Where the person's messages to others go. */
  private final class Around implements Person.Surroundings {
    private final ActorRef<ToPerson> self;

    Around(ActorRef<ToPerson> self) {
      this.self = self;
    }

    @Override
    public void tell(AccountId who, Notice notice) {
      node.carry(Letter.of(who, notice));
    }

    @Override
    public void tellMyself(Notice notice, Duration later) {
      node.timer().after(later, () -> self.tell(Letter.of(account, notice)));
    }
  }
}
