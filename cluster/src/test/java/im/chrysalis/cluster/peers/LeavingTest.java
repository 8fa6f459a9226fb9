package im.chrysalis.cluster.peers;

import static im.chrysalis.values.ContactList.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.cluster.FakeTimer;
import im.chrysalis.cluster.Session;
import im.chrysalis.cluster.Who;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.pekko.cluster.typed.Down;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes come and go, and those who are signed in elsewhere stay so. */
@Timeout(90)
class LeavingTest {
  private static final int PEOPLE = 12;

  private final FakeTimer time = new FakeTimer();
  private Store store;
  private Peers staying;

  @BeforeEach
  void start(@TempDir Path directory) {
    store = Store.open(StoreOptions.in(directory).withHashes(HashStrength.TEST));
    staying = join(List.of());
  }

  private Peers join(List<NodeAddress> seeds) {
    return Peers.join(new PeersOptions(PeersHosts.ANY, seeds), store.people(), time);
  }

  @AfterEach
  void stop() {
    staying.close();
    store.close();
  }

  /** Friends of each other, all signed in at the node that stays. */
  private List<Who> friends() throws Exception {
    List<Who> all = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      Creation made =
          store
              .registry()
              .create(NewAccount.of(EmailAddress.of("person" + i + "@example.test"), "a secret"));
      all.add(new Who(((Creation.Made) made).account(), staying, new SessionId(staying.node(), 0)));
    }
    for (Who one : all) {
      for (Who other : all) {
        if (!one.equals(other)) {
          one.adds(other, FORWARD);
        }
      }
    }
    return all;
  }

  private List<Session> signIn(List<Who> all) throws Exception {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Session session = new Session(new SessionId(staying.node(), i + 1));
      all.get(i).enter(session);
      all.get(i).says(session, Status.ONLINE);
      Who me = all.get(i);
      session.isGreetedBy(
          all.stream().filter(it -> it != me).map(Who::id).collect(Collectors.toSet()));
      sessions.add(session);
    }
    return sessions;
  }

  @Test
  void whoIsSignedInStaysSoWhenTheNodeLeavesOnWhichTheyLive() throws Exception {
    Peers leaving = join(List.of(staying.address()));
    List<Who> all = friends();
    List<Session> sessions = signIn(all);
    assertThat(leaving.active()).as("persons on the node that leaves").isPositive();
    sessions.forEach(Session::forget);

    leaving.close();
    everybodySeesEveryChange(all, sessions);
    sessions.forEach(Session::neverSawAnybodyGo);
  }

  @Test
  void whoIsSignedInStaysSoWhenPersonsMoveToANewNode() throws Exception {
    List<Who> all = friends();
    List<Session> sessions = signIn(all);
    sessions.forEach(Session::forget);
    Peers coming = join(List.of(staying.address()));
    long end = System.nanoTime() + 40_000_000_000L;
    while (coming.active() == 0 && System.nanoTime() < end) {
      // asked only to start the person where it now lives: its shard may be under way, and a busy
      // machine may then answer too late
      var _ = all.getFirst().begin(new Request.Introduce(all.getFirst().nobody()));
      Thread.sleep(50); // the shards move when the coordinator next looks at them
    }
    assertThat(coming.active()).as("persons on the node that came").isPositive();
    everybodySeesEveryChange(all, sessions);
    sessions.forEach(Session::neverSawAnybodyGo);
    coming.close();
  }

  /** What a majority does with a node that it can't reach any more. */
  @Test
  void aNodeThatTheOthersGoOnWithoutComesToItsEnd() throws Exception {
    Peers without = join(List.of(staying.address()));
    assertThat(without.ended().toCompletableFuture()).isNotDone();

    staying.cluster().manager().tell(new Down(without.cluster().selfMember().address()));

    without.ended().toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(staying.ended().toCompletableFuture()).isNotDone();
    without.close();
  }

  private static void everybodySeesEveryChange(List<Who> all, List<Session> sessions)
      throws Exception {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).says(sessions.get(i), Status.BUSY);
      for (Session session : sessions) {
        if (session != sessions.get(i)) {
          session.comesToSee(all.get(i), Status.BUSY);
        }
      }
    }
  }
}
