package im.chrysalis.app.mail;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.KeptInvitation;

/**
 * What an invitation says as a letter. Names and words come from strangers, so nothing in them can
 * end a line of the head or move the reader's cursor.
 *
 * @param subject one line
 * @param text lines that end in LF
 */
record Letter(String subject, String text) {
  private static final int MOST_OF_A_NAME = 80;

  /**
   * The letter for an invitation.
   *
   * @param site where the reader may sign up; empty when nobody has said
   */
  static Letter of(KeptInvitation invitation, String site) {
    String who = name(invitation.inviter());
    StringBuilder text = new StringBuilder();
    text.append("Hello!\n\n").append(who).append(" invites you to talk by messenger.\n");
    String words = lines(invitation.text());
    if (!words.isEmpty()) {
      text.append("\n").append(words.indent(2));
    }
    if (!site.isEmpty()) {
      text.append("\nThis is where you can join:\n\n  ").append(site).append("/\n");
    }
    text.append("\nYou get this letter because ")
        .append(invitation.inviter().address())
        .append(" asked for it. Another one\nof theirs will not come.\n");
    return new Letter(who + " invites you to talk", text.toString());
  }

  /** The friendly name, and the address where the name does not show it already. */
  private static String name(Card who) {
    String name = who.name().replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    String address = who.address().text();
    if (name.isEmpty() || name.equals(address)) {
      return address;
    }
    int end =
        name.offsetByCodePoints(0, Math.min(MOST_OF_A_NAME, name.codePointCount(0, name.length())));
    return name.substring(0, end) + " (" + address + ")";
  }

  private static String lines(String words) {
    return words.replaceAll("\\R", "\n").replaceAll("[\\p{C}&&[^\\n]]+", " ").strip();
  }
}
