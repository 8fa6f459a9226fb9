package im.chrysalis.values;

/** Something that a client can do, as a bit of the first set of {@link Capabilities}. */
public enum Ability {
  /** The person is online by a mobile telephone. */
  MOBILE_ONLINE(0),
  /** The client is MSN 8. */
  MSN_8(1),
  /** It takes drawings as GIF. */
  INK_AS_GIF(2),
  /** It takes drawings as strokes (ISF). */
  INK(3),
  /** It has a camera. */
  WEBCAM(4),
  /** It takes messages in pieces. */
  MESSAGES_IN_PIECES(5),
  /** The person's mobile telephone takes messages. */
  MOBILE_MESSAGES(6),
  /** Its owner is told by a device that watches the web. */
  WEB_WATCH(7),
  /** It plays games and does other things together with others. */
  ACTIVITIES(8),
  /** It is a page in a browser. */
  WEB_MESSENGER(9),
  /** It runs on a mobile device. */
  MOBILE_DEVICE(10),
  /** It belongs to another network. */
  FEDERATED(11),
  /** The person has a space with pages of their own. */
  SPACE(12),
  /** It is a Media Center. */
  MEDIA_CENTER(13),
  /** It talks to others without a server between. */
  DIRECT_MESSAGES(14),
  WINKS(15),
  /** It searches the web together with others. */
  SHARED_SEARCH(16),
  /** It is a program that answers by itself. */
  BOT(17),
  VOICE_CLIPS(18),
  SECURE_CHANNEL(19),
  /** It can be called by SIP. */
  SIP_CALLS(20),
  /** It talks to several at once by voice. */
  GROUP_CALLS(21),
  SHARED_FOLDERS(22),
  /** It takes messages without a conversation. */
  PAGES(23),
  ONE_CARE(24),
  /** It reaches others over TURN servers. */
  TURN(25),
  /** It begins exchanges with others by notes of the notification server. */
  DIRECT_START(26),
  /** It shows itself under another name than its account's. */
  ALIAS(27);

  private final int position;

  Ability(int position) {
    this.position = position;
  }

  /** A number with only this ability's bit. */
  public long bit() {
    return 1L << position;
  }
}
