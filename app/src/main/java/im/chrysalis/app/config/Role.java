package im.chrysalis.app.config;

/** What a process serves. */
public enum Role {
  DISPATCH,
  NOTIFICATION,
  SWITCHBOARD,

  /** What clients ask for over HTTP and HTTPS. */
  WEB
}
