package im.chrysalis.client;

import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextFormat;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A circle: people who all see each other and talk to all at once. It stays the same object as long
 * as the account is in it. Since MSNP18.
 *
 * <p>All methods may be called from any thread and none blocks. Stages are told where events are
 * told, in order with them; a change shows before its stage is done.
 */
public final class Circle {
  private final CircleId id;
  private final Office office;
  private final CircleBook book;
  private volatile State state;

  /** What is known of it. */
  record State(
      String name,
      CircleRole role,
      Optional<CircleInvitation> invitation,
      Map<EmailAddress, CircleMember> members) {
    State {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    State with(Collection<CircleMember> others) {
      Map<EmailAddress, CircleMember> all = new LinkedHashMap<>();
      others.forEach(it -> all.put(it.address(), it));
      return new State(name, role, invitation, all);
    }

    State with(CircleMember one) {
      Map<EmailAddress, CircleMember> all = new LinkedHashMap<>(members);
      all.put(one.address(), one);
      return new State(name, role, invitation, all);
    }
  }

  Circle(CircleId id, Office office, CircleBook book, State state) {
    this.id = id;
    this.office = office;
    this.book = book;
    this.state = state;
  }

  State state() {
    return state;
  }

  void state(State now) {
    state = now;
  }

  /** What the network calls it. */
  public CircleId id() {
    return id;
  }

  /** What its members call it. */
  public String name() {
    return state.name();
  }

  /** What the account may do in it. */
  public CircleRole role() {
    return state.role();
  }

  /** How the account was invited, while it has neither accepted nor declined. */
  public Optional<CircleInvitation> invitation() {
    return state.invitation();
  }

  /** Whether the account is in it, and not only invited. */
  public boolean isIn() {
    return state.role() != CircleRole.INVITED;
  }

  /** The others who are in it or invited; nobody until the server has told. */
  public List<CircleMember> members() {
    return List.copyOf(state.members().values());
  }

  /** Somebody in it. */
  public Optional<CircleMember> member(EmailAddress who) {
    return Optional.ofNullable(state.members().get(who));
  }

  // talk

  /** Says something to all who are there, in the usual format. */
  public CompletionStage<Outcome> say(String text) {
    return say(text, TextFormat.PLAIN);
  }

  /**
   * Says something to all who are there. Who is not does not get it later.
   *
   * @param text lines end with {@code \n}
   * @return done when the server has passed it on
   */
  public CompletionStage<Outcome> say(String text, TextFormat format) {
    return onTurn(() -> book.talk().say(this, text, format));
  }

  /** Sends something that is no text, such as a nudge; as with a text. */
  public CompletionStage<Outcome> send(MimeMessage message) {
    return onTurn(() -> book.talk().send(this, message));
  }

  /**
   * Lets the others see that something is being typed. Call it with every key: it is sent every few
   * seconds at most.
   */
  public void typing() {
    office.turn().execute(() -> book.talk().typing(this));
  }

  // changes

  /** Comes in, when the account is invited. */
  public CompletionStage<Outcome> accept() {
    return onTurn(() -> book.edits().accept(id));
  }

  /** Does not come, when the account is invited. */
  public CompletionStage<Outcome> decline() {
    return onTurn(() -> book.edits().decline(id));
  }

  /** Invites somebody, with a few words or none. */
  public CompletionStage<Outcome> invite(EmailAddress who, String words) {
    return onTurn(() -> book.edits().invite(id, who, words));
  }

  /** Removes somebody, or takes an invitation back. */
  public CompletionStage<Outcome> remove(EmailAddress who) {
    return onTurn(() -> book.edits().remove(id, who));
  }

  /** Gives somebody who is in it another role. */
  public CompletionStage<Outcome> role(EmailAddress who, CircleRole role) {
    if (role == CircleRole.INVITED) {
      throw new IllegalArgumentException("whoever is in a circle is not invited");
    }
    return onTurn(() -> book.edits().role(id, who, role));
  }

  /** Calls the circle something else, for everybody. */
  public CompletionStage<Outcome> rename(String name) {
    return onTurn(() -> book.edits().rename(id, name));
  }

  /** Leaves it for good. */
  public CompletionStage<Outcome> leave() {
    return onTurn(() -> book.edits().leave(id));
  }

  private CompletionStage<Outcome> onTurn(Supplier<CompletionStage<Outcome>> question) {
    return office.asked(question);
  }

  @Override
  public String toString() {
    return "Circle[" + id + " " + name() + "]";
  }
}
