package im.chrysalis.bench.toy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of an import file, with reverse lists made from the forward ones. */
final class ToyAccounts {

  record ToyAccount(
      String address, String password, String name, List<String> forward, List<String> reverse) {}

  private final Map<String, ToyAccount> accounts = new LinkedHashMap<>();

  static ToyAccounts read(Path file) throws IOException {
    ToyAccounts all = new ToyAccounts();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      if (!node.path("legacy").asBoolean()) throw new IOException("no old clients: " + line);
      List<String> forward = new ArrayList<>();
      node.path("contacts").forEach(it -> forward.add(it.path("account").asText()));
      String address = node.path("account").asText();
      all.accounts.put(
          address,
          new ToyAccount(
              address,
              node.path("password").asText(),
              node.path("name").asText(),
              forward,
              new ArrayList<>()));
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
}
