package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.person.Invitation;
import im.chrysalis.domain.person.Request;
import im.chrysalis.server.referral.Addresses.Switchboard;
import im.chrysalis.server.referral.SwitchboardTokens.Token;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.command.ClientCommand.AcceptInvitations;
import im.chrysalis.wire.command.ClientCommand.AskSwitchboard;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into conversations.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md">docs/protocol/conversation.md</a>
 */
final class InvitationCommands {
  private static final Logger LOG = LoggerFactory.getLogger(InvitationCommands.class);
  private static final int NEW_CONVERSATION = 0;

  private final Client client;
  private final Online online;

  InvitationCommands(Client client, Online online) {
    this.client = client;
    this.online = online;
  }

  /** {@code XFR 15 SB}. */
  void askSwitchboard(AskSwitchboard it) {
    if (!mayTalk()) {
      client.refuse(Refusals.NOT_WHILE_HIDDEN, it.trId());
    } else if (!client.backbone().invites().admits(online.account())) {
      client.refuse(Refusals.TOO_OFTEN, it.trId());
    } else {
      switchboard()
          .ifPresentOrElse(
              there ->
                  client.say(
                      new ServerEvent.ReferredToSwitchboard(
                          it.trId(),
                          there.address(),
                          token(NEW_CONVERSATION, there.node(), Optional.empty()))),
              () -> client.refuse(Refusals.NO_SWITCHBOARD, it.trId()));
    }
  }

  private Optional<Switchboard> switchboard() {
    return client.backbone().addresses().switchboard(client.connection());
  }

  /** Up to MSNP12 whoever hides starts no conversation; before the first status nobody does. */
  private boolean mayTalk() {
    return online.status() == Status.HIDDEN
        ? online.dialect().has(Trait.TALKS_WHILE_HIDDEN)
        : online.status().isSeen();
  }

  /** {@code IMS 16 OFF}. */
  void accept(AcceptInvitations it) {
    client.await(
        client
            .backbone()
            .people()
            .ask(online.account(), new Request.AcceptInvitations(online.session(), it.accept())),
        it.trId(),
        _ -> client.say(new ServerEvent.InvitationsAccepted(it.trId(), it.accept())));
  }

  /** {@code RNG 11752013 192.0.2.20:1865 CKI 849102291 anna@example.com Anna}. */
  void ring(Invitation invitation) {
    if (online.status() == Status.OFFLINE) {
      return;
    }
    ConversationId conversation = invitation.conversation();
    client
        .backbone()
        .addresses()
        .switchboard(invitation, client.connection())
        .ifPresentOrElse(
            address ->
                ring(
                    conversation.number(),
                    new Switchboard(conversation.node(), address),
                    invitation.caller(),
                    Optional.empty()),
            () -> LOG.warn("invitation={} unknown-place={}", invitation, invitation.place()));
  }

  /** The same in the name of somebody who says something without a switchboard. */
  void ringFor(Card sender, ConversationId conversation) {
    ring(
        new Invitation(
            conversation, sender, online.session(), client.backbone().addresses().place()));
  }

  /**
   * The same in the name of somebody who has left messages, which are said when the client comes.
   */
  void ringFor(Card sender) {
    int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    switchboard()
        .ifPresentOrElse(
            there -> ring(number, there, sender, Optional.of(sender.id())),
            () -> LOG.warn("account={} no switchboard is known, messages wait", online.account()));
  }

  private void ring(int conversation, Switchboard there, Card caller, Optional<AccountId> sender) {
    client.say(
        new ServerEvent.Ringing(
            conversation,
            there.address(),
            token(conversation, there.node(), sender),
            caller.address(),
            EncodedText.of(caller.name())));
  }

  private String token(int conversation, String node, Optional<AccountId> sender) {
    return client
        .backbone()
        .tokens()
        .issue(
            new Token(online.account(), online.session(), conversation, online.dialect(), sender),
            node);
  }
}
