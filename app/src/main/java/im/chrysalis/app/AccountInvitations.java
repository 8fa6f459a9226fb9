package im.chrysalis.app;

import im.chrysalis.app.operate.ListInvitations;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./chrysalis account invitations}. */
@Command(
    name = "invitations",
    description = "Lists whom people have invited who have no account yet.",
    mixinStandardHelpOptions = true)
final class AccountInvitations implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  AccountInvitations(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
    ListInvitations.Total total =
        Desk.order(place, new ListInvitations(), Reader.nullReader(), out);
    out.flush();
    if (total.invitations() == 0) {
      terminal.err().println("nobody was invited yet");
    }
    return 0;
  }
}
