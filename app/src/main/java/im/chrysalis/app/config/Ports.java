package im.chrysalis.app.config;

/** Where each part listens; 0 is any free port. */
public record Ports(
    int dispatch, int notification, int switchboard, int http, int https, int site) {
  public static final Ports DEFAULT = new Ports(1863, 1864, 1865, 80, 443, 8080);

  /** What is taken instead of a port that this user may not listen on. */
  public static final int HTTP_INSTEAD = 8081;

  public static final int HTTPS_INSTEAD = 8443;

  /** Any free port for each. */
  public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0);
}
