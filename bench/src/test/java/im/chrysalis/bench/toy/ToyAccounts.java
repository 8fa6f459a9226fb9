package im.chrysalis.bench.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accounts of an import file, with reverse lists made from the forward ones. */
final class ToyAccounts {

  record ToyAccount(
      String address, String password, String name, List<String> forward, List<String> reverse) {}

  // a JSON library would take longer to load than the rest of the toy
  private static final Pattern ADDRESS = Pattern.compile("\"account\":\"([^\"]*)\"");
  private static final Pattern PASSWORD = Pattern.compile("\"password\":\"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");

  private final Map<String, ToyAccount> accounts = new LinkedHashMap<>();

  static ToyAccounts read(Path file) throws IOException {
    ToyAccounts all = new ToyAccounts();
    for (String line : Files.readAllLines(file)) {
      if (!line.contains("\"legacy\":true")) throw new IOException("no old clients: " + line);
      List<String> addresses = values(line, ADDRESS);
      ToyAccount account =
          new ToyAccount(
              addresses.getFirst(),
              values(line, PASSWORD).getFirst(),
              values(line, NAME).getFirst(),
              addresses.subList(1, addresses.size()),
              new ArrayList<>());
      all.accounts.put(account.address(), account);
    }
    for (ToyAccount account : all.accounts.values()) {
      for (String contact : account.forward()) {
        ToyAccount other = all.accounts.get(contact);
        if (other == null) throw new IOException("no such contact: " + contact);
        other.reverse().add(account.address());
      }
    }
    return all;
  }

  Optional<ToyAccount> find(String address) {
    return Optional.ofNullable(accounts.get(address));
  }

  private static List<String> values(String line, Pattern field) {
    return field.matcher(line).results().map(found -> found.group(1)).toList();
  }
}
