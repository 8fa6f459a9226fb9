package im.chrysalis.server.dispatch;

import im.chrysalis.net.Protocol;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.session.GreetingLoop;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.StartSignIn;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Dialect;
import java.util.Optional;

/** A client at the dispatch server: greeted, referred, and gone. */
public final class DispatchConnection extends GreetingLoop {
  private DispatchConnection(Backbone backbone) {
    super(backbone);
  }

  /** A new connection. */
  public static Protocol fresh(Backbone backbone) {
    return new DispatchConnection(backbone);
  }

  @Override
  protected void startSignIn(StartSignIn start, EmailAddress account, Dialect agreed) {
    say(
        new ServerEvent.ReferredToNotification(
            start.trId(),
            backbone().addresses().notification(connection()),
            backbone().addresses().reached(connection())));
    close();
  }

  @Override
  protected void further(ClientCommand command, Optional<TrId> trId, Dialect agreed) {
    close();
  }

  @Override
  protected void gone() {}
}
