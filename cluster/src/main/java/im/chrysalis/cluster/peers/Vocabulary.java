package im.chrysalis.cluster.peers;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Participation;
import im.chrysalis.domain.person.PersonMessage;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent;
import java.util.List;
import java.util.Map;

/**
 * What everything is called that travels between nodes. The names are for ever: a node may be older
 * or newer than its neighbour. Classes may be renamed, names here may not; what a new version adds
 * to a record must be optional, or the thing needs a new name.
 */
final class Vocabulary {
  /** The families of which a field may hold any member, so that its name is written too. */
  static final List<Class<?>> FAMILIES =
      List.of(
          PersonMessage.class,
          SessionEvent.class,
          Participation.class,
          GroupName.class,
          Change.class,
          Outcome.class,
          Reply.class);

  static final Map<String, Class<?>> WORDS =
      Map.ofEntries(
          // requests
          Map.entry("sign-in", Request.SignIn.class),
          Map.entry("set-status", Request.SetStatus.class),
          Map.entry("tell-message", Request.TellMessage.class),
          Map.entry("tell-place", Request.TellPlace.class),
          Map.entry("pass-note", Request.PassNote.class),
          Map.entry("self-seen", SessionEvent.SelfSeen.class),
          Map.entry("noted", SessionEvent.Noted.class),
          Map.entry("say", Request.Say.class),
          Map.entry("said", SessionEvent.Said.class),
          Map.entry("enter-circle", Request.EnterCircle.class),
          Map.entry("leave-circle", Request.LeaveCircle.class),
          Map.entry("talk-in-circle", Request.TalkInCircle.class),
          Map.entry("say-in-circle", Request.SayInCircle.class),
          Map.entry("notice-circle-seen", Notice.CircleSeen.class),
          Map.entry("notice-circle-said", Notice.CircleSaid.class),
          Map.entry("notice-circle-changed", Notice.CircleChanged.class),
          Map.entry("circle-seen", SessionEvent.CircleSeen.class),
          Map.entry("circle-said", SessionEvent.CircleSaid.class),
          Map.entry("circle-over", SessionEvent.CircleOver.class),
          Map.entry("circle-changed", SessionEvent.CircleChanged.class),
          Map.entry("notice-attended", Notice.Attended.class),
          Map.entry("attended", SessionEvent.Attended.class),
          Map.entry("comes", Participation.Comes.class),
          Map.entry("says", Participation.Says.class),
          Map.entry("invites", Participation.Invites.class),
          Map.entry("leaves", Participation.Leaves.class),
          Map.entry("settle-pending", Request.SettlePending.class),
          Map.entry("accept-invitations", Request.AcceptInvitations.class),
          Map.entry("read-roster", Request.ReadRoster.class),
          Map.entry("ring", Request.Ring.class),
          Map.entry("introduce", Request.Introduce.class),
          Map.entry("end-sessions", Request.EndSessions.class),
          Map.entry("add-to-list", Request.AddToList.class),
          Map.entry("remove-from-list", Request.RemoveFromList.class),
          Map.entry("remove-from-group", Request.RemoveFromGroup.class),
          Map.entry("label-contact", Request.LabelContact.class),
          Map.entry("add-group", Request.AddGroup.class),
          Map.entry("rename-group", Request.RenameGroup.class),
          Map.entry("remove-group", Request.RemoveGroup.class),
          Map.entry("write-notes", Request.WriteNotes.class),
          Map.entry("rename", Request.Rename.class),
          Map.entry("set-privacy", Request.SetPrivacy.class),
          Map.entry("set-notice", Request.SetNotice.class),
          Map.entry("set-property", Request.SetProperty.class),
          Map.entry("leave-message", Request.LeaveMessage.class),
          Map.entry("take-messages", Request.TakeMessages.class),
          Map.entry("delete-account", Request.DeleteAccount.class),
          Map.entry("edit-from", Request.From.class),
          // notices
          Map.entry("sign-out", Notice.SignOut.class),
          Map.entry("watch", Notice.Watch.class),
          Map.entry("unwatch", Notice.Unwatch.class),
          Map.entry("seen", Notice.Seen.class),
          Map.entry("linger-over", Notice.LingerOver.class),
          Map.entry("resumed", Notice.Resumed.class),
          Map.entry("forgot", Notice.Forgot.class),
          Map.entry("node-lost", Notice.NodeLost.class),
          Map.entry("reread", Notice.Reread.class),
          Map.entry("notice-added-by", Notice.AddedBy.class),
          Map.entry("notice-removed-by", Notice.RemovedBy.class),
          Map.entry("gone", Notice.Gone.class),
          // what sessions hear
          Map.entry("contact-seen", SessionEvent.ContactSeen.class),
          Map.entry("added-by", SessionEvent.AddedBy.class),
          Map.entry("removed-by", SessionEvent.RemovedBy.class),
          Map.entry("book-changed", SessionEvent.BookChanged.class),
          Map.entry("invited", SessionEvent.Invited.class),
          Map.entry("messages-wait", SessionEvent.MessagesWait.class),
          Map.entry("message-left", SessionEvent.MessageLeft.class),
          Map.entry("messages-taken", SessionEvent.MessagesTaken.class),
          Map.entry("ended", SessionEvent.Ended.class),
          // answers
          Map.entry("signed-in", Reply.SignedIn.class),
          Map.entry("done", Reply.Done.class),
          Map.entry("lists", Reply.Lists.class),
          Map.entry("rings", Reply.Rings.class),
          Map.entry("introduced", Reply.Introduced.class),
          Map.entry("edited", Reply.Edited.class),
          Map.entry("nobody-there", Reply.NobodyThere.class),
          Map.entry("failed", Reply.Failed.class),
          Map.entry("outcome-done", Outcome.Done.class),
          Map.entry("outcome-refused", Outcome.Refused.class),
          Map.entry("contact-becomes", Change.ContactBecomes.class),
          Map.entry("group-becomes", Change.GroupBecomes.class),
          Map.entry("group-removed", Change.GroupRemoved.class),
          Map.entry("notes-become", Change.NotesBecome.class),
          Map.entry("account-becomes", Change.AccountBecomes.class),
          Map.entry("message-kept", Change.MessageKept.class),
          Map.entry("messages-removed", Change.MessagesRemoved.class),
          Map.entry("account-deleted", Change.AccountDeleted.class),
          Map.entry("numbered", GroupName.Numbered.class),
          Map.entry("identified", GroupName.Identified.class),
          Map.entry("named", GroupName.Named.class));

  /** What nodes say to each other as a whole; the name stands outside the bytes. */
  static final Map<String, Class<?>> FRAMES =
      Map.of(
          "letter", ToPerson.Letter.class,
          "attendance", ToPerson.Attendance.class,
          "answer", ToNode.Answer.class,
          "happened", ToNode.Happened.class,
          "roll-call", ToNode.RollCall.class,
          "moved", ToNode.Moved.class,
          "part", ToNode.Part.class,
          "session-over", ToNode.SessionOver.class,
          "switchboard-at", ToNode.SwitchboardAt.class);

  private Vocabulary() {}
}
