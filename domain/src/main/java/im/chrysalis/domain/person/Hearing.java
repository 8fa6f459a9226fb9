package im.chrysalis.domain.person;

/** How a session hears what others say to its person. */
public enum Hearing {
  /** In conversations that its client is asked into and takes part in. */
  IN_CONVERSATIONS,
  /** As it is said, without a conversation: {@link SessionEvent.Said}. */
  DIRECTLY
}
