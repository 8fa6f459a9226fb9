package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.routed.RosterDocument;
import im.chrysalis.wire.routed.RosterNotice;
import im.chrysalis.wire.routed.RoutedAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A group that lasts for a conversation, in MSNP21: the account made it, or was asked in.
 *
 * @see <a href="../../../../../../../docs/protocol/routed.md#groups">docs/protocol/routed.md</a>
 */
final class Gathering implements Carrier {
  private final RoutedAddress address;
  private final EmailAddress self;
  private final Routed routed;
  private final Guests guests;
  private final TrIds invitations = new TrIds();
  private final Map<EmailAddress, Member> members = new LinkedHashMap<>();
  private final Consumer<Gathering> over;
  private Host host;
  private boolean settledOnce;
  private boolean ended;

  /**
   * A group that is there.
   *
   * @param asked whether somebody else made it
   * @param over hears when it is over for the account
   */
  Gathering(
      Office office,
      UUID group,
      boolean asked,
      Routed routed,
      Host host,
      Consumer<Gathering> over) {
    address = RoutedAddress.temporary(group);
    self = office.self();
    this.routed = routed;
    this.host = host;
    this.over = over;
    settledOnce = asked;
    guests = new Guests(office.timer(), this::settledPerhaps);
  }

  /** The server tells who is there or is asked in; not always everybody. */
  void told(RosterDocument roster) {
    for (RosterDocument.Member it : roster.members()) {
      it.who()
          .address()
          .ifPresent(who -> {
            if (!who.equals(self)) {
              if (!it.isPending()) {
                came(who);
              }
            } else if (it.isPending()) {
              routed.publish(
                  address,
                  RosterDocument.CIRCLE_TYPE,
                  RosterDocument.of(List.of(RosterDocument.Member.of(RoutedAddress.of(self)))));
            }
          });
    }
  }

  private void came(EmailAddress who) {
    if (members.containsKey(who)) {
      return;
    }
    Member member = routed.member(who);
    members.put(who, member);
    guests.came(who);
    host.joined(this, who, member);
    settledPerhaps();
  }

  /** Somebody is there no more. */
  void went(EmailAddress who) {
    if (members.remove(who) != null) {
      host.left(this, who, false);
    }
  }

  /** Somebody says something. */
  void said(EmailAddress who, MimeMessage message) {
    host.said(this, who, routed.member(who).name(), message);
  }

  @Override
  public void handOver(Host next) {
    host = next;
  }

  @Override
  public Map<EmailAddress, Member> members() {
    return members;
  }

  @Override
  public boolean isOpen() {
    return !ended;
  }

  @Override
  public boolean isReady() {
    return !ended && settledOnce && !members.isEmpty();
  }

  @Override
  public boolean isForTwo() {
    return false;
  }

  @Override
  public boolean isGroup() {
    return true;
  }

  @Override
  public CompletionStage<@Nullable Void> gone() {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void invite(EmailAddress who, Consumer<Outcome> outcome) {
    var invitation = invitations.next();
    guests.invited(invitation, who, outcome);
    routed
        .publish(
            address.withPath("IM"),
            RosterDocument.MULTIPARTY_TYPE,
            RosterDocument.of(List.of(RosterDocument.Member.pending(RoutedAddress.of(who)))))
        .thenAccept(reply -> {
          switch (reply) {
            case Reply.Given _ -> guests.rings(invitation, members.keySet());
            case Reply.Failed(Failure.Refused(int code)) -> guests.refused(invitation, code);
            case Reply.Failed(var why) -> guests.failed(invitation, why);
          }
        });
  }

  private void settledPerhaps() {
    if (!ended && guests.isEmpty()) {
      settledOnce = true;
      host.settled(this);
    }
  }

  @Override
  public void mention(MimeMessage message) {
    routed.mention(address, message);
  }

  @Override
  public void say(MimeMessage message, boolean isData, Consumer<Outcome> outcome) {
    routed.say(address, message).thenAccept(outcome);
  }

  @Override
  public void leave(Failure why) {
    if (!ended) {
      routed.withdraw(address, RosterNotice.member(RoutedAddress.of(self)));
      end(why);
    }
  }

  @Override
  public void signedOut(Failure why) {
    end(why);
    host.ended(this, why);
  }

  private void end(Failure why) {
    ended = true;
    over.accept(this);
    guests.failAll(why);
  }
}
