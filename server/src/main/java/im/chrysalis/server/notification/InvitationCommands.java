package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.person.Invitation;
import im.chrysalis.domain.person.Request;
import im.chrysalis.server.referral.SwitchboardTokens.Token;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.session.Postman;
import im.chrysalis.values.Status;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.command.ClientCommand.AcceptInvitations;
import im.chrysalis.wire.command.ClientCommand.AskSwitchboard;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
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
      client.say(
          new ServerEvent.ReferredToSwitchboard(
              it.trId(),
              client.backbone().addresses().switchboard(client.connection()),
              token(new ConversationId(client.backbone().node(), NEW_CONVERSATION))));
    }
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
    client
        .backbone()
        .addresses()
        .switchboard(invitation, client.connection())
        .ifPresentOrElse(
            place -> ring(invitation, place),
            () -> LOG.warn("invitation={} unknown-place={}", invitation, invitation.place()));
  }

  /** The same in the name of somebody who has left messages. */
  void ringFor(Card sender, Postman postman) {
    ringFor(sender, postman.bring(sender, online.account(), client.connection().loop()));
  }

  /** The same in the name of somebody who says something without a switchboard. */
  void ringFor(Card sender, ConversationId conversation) {
    Backbone backbone = client.backbone();
    ring(new Invitation(conversation, sender, online.session(), backbone.addresses().place()));
  }

  private void ring(Invitation invitation, String switchboard) {
    client.say(
        new ServerEvent.Ringing(
            invitation.conversation().number(),
            switchboard,
            token(invitation.conversation()),
            invitation.caller().address(),
            EncodedText.of(invitation.caller().name())));
  }

  private String token(ConversationId conversation) {
    return client
        .backbone()
        .tokens()
        .issue(
            new Token(online.account(), online.session(), conversation.number(), online.dialect()),
            conversation.node());
  }
}
