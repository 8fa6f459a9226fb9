package im.chrysalis.terminal;

import im.chrysalis.client.Messenger;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What TAB offers: commands at the beginning of a line, contacts behind a command. */
final class Suggestions implements Completer {
  private volatile Optional<Messenger> messenger = Optional.empty();

  /** Offers the messenger's contacts from now on. */
  void of(Messenger signedIn) {
    messenger = Optional.of(signedIn);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() == 0) {
      Talker.COMMANDS.keySet().forEach(command -> candidates.add(new Candidate(command)));
    } else if (line.line().startsWith("/")) {
      messenger.ifPresent(it ->
          it.contacts()
              .friends()
              .forEach(friend -> candidates.add(new Candidate(friend.address().text()))));
    }
  }
}
