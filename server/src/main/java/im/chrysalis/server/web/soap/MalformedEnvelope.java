package im.chrysalis.server.web.soap;

/** A request is no envelope that a service could answer. */
public final class MalformedEnvelope extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedEnvelope(String why) {
    super(why, null, false, false);
  }
}
