package im.chrysalis.app.operate;

import im.chrysalis.domain.account.KeptInvitation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Hands out the invitations of people who have no account, oldest first, one a line. */
public record ListInvitations() implements Order<ListInvitations.Total> {

  /** How many there were. */
  public record Total(long invitations) {}

  @Override
  public Class<Total> answer() {
    return Total.class;
  }

  @Override
  public Total carryOut(Workplace at, Exchange with) throws IOException {
    List<KeptInvitation> kept = at.store().registry().invitations();
    for (KeptInvitation it : kept) {
      with.outgoing()
          .write(
              it.time()
                  + "  "
                  + it.state().name().toLowerCase(Locale.ROOT)
                  + "  "
                  + it.inviter().address()
                  + "  invites "
                  + it.invited()
                  + "  "
                  + inOneLine(it.text())
                  + "\n");
    }
    return new Total(kept.size());
  }

  /** A text may hold anything, also what would move the cursor of the operator's terminal. */
  private static String inOneLine(String text) {
    return text.replaceAll("\\p{Cc}+", " ");
  }
}
