package im.chrysalis.testkit;

import im.chrysalis.testkit.ScriptedServer.Client;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Just enough of a server for people who are all friends of each other to sign in and talk. It
 * answers at once and believes everything.
 */
final class SmallTalk implements ScriptedServer.Answers {
  private final Map<Client, String> online = new LinkedHashMap<>();
  private final Set<Client> seen = new HashSet<>();
  private final Map<Client, String> members = new LinkedHashMap<>();

  @Override
  public synchronized void to(String line, Client client) throws IOException {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "VER" -> client.send("VER 1 " + words[2] + "\r\n");
      case "CVR" -> client.send("CVR 2 7.5.0299 7.5.0299 7.5.0299 http://x/ http://x/\r\n");
      case "INF" -> client.send("INF 2 MD5\r\n");
      case "USR" -> user(words, client);
      case "SYN" -> lists(words, client);
      case "CHG" -> status(words, client);
      case "PNG" -> client.send("QNG\r\n");
      case "XFR" -> client.send("XFR 7 SB 127.0.0.1:%d CKI 1.2\r\n".formatted(port(client)));
      case "CAL" -> call(words, client);
      case "ANS" -> answer(words, client);
      case "OUT" -> {
        tell(members, client, "BYE " + members.remove(client));
        client.close();
      }
      case ScriptedServer.END -> {
        online.remove(client);
        members.remove(client);
      }
      default -> throw new IllegalArgumentException(line);
    }
  }

  private void user(String[] words, Client client) throws IOException {
    if (words.length == 4) {
      members.put(client, words[2]);
      client.send("USR 1 OK " + words[2] + " x\r\n");
    } else if (words[3].equals("I")) {
      online.put(client, words[4]);
      client.send("USR 3 " + words[2] + " S 1.2\r\n");
    } else {
      client.send("USR 4 OK " + online.get(client) + " x\r\nMSG Hotmail Hotmail 4\r\n\r\n\r\n");
    }
  }

  private static void lists(String[] words, Client client) throws IOException {
    client.send(
        words.length == 4
            ? "SYN 5 1 1 2 1\r\nLSG x y\r\nLST N=a 8\r\nLST N=b 8\r\nBPR PHH 1\r\n"
            : "SYN 5 1\r\nLST 5 RL 1 1 2 a A\r\nLST 5 RL 1 2 2 b B\r\n");
  }

  private void status(String[] words, Client client) throws IOException {
    client.send(String.join(" ", words) + "\r\n");
    boolean first = seen.add(client);
    for (var other : online.entrySet()) {
      if (first && other.getKey() != client) {
        client.send("ILN %s NLN %s x\r\n".formatted(words[1], other.getValue()));
      }
    }
    tell(online, client, "NLN %s %s x".formatted(words[2], online.get(client)));
  }

  private void call(String[] words, Client client) throws IOException {
    if (words[2].equals("@")) {
      client.send("208 " + words[1] + "\r\n");
      return;
    }
    client.send("CAL 2 RINGING 77\r\n");
    for (var other : online.entrySet()) {
      if (other.getValue().equals(words[2])) {
        other.getKey().send("RNG 77 127.0.0.1:%d CKI 3.4 x y\r\n".formatted(port(client)));
      }
    }
  }

  private void answer(String[] words, Client client) throws IOException {
    client.send("IRO 1 1 1 x y\r\nANS 1 OK\r\n");
    tell(members, client, "JOI " + words[2] + " x");
    members.put(client, words[2]);
  }

  private static void tell(Map<Client, String> all, Client but, String line) throws IOException {
    for (Client other : all.keySet()) {
      if (other != but) {
        other.send(line + "\r\n");
      }
    }
  }

  private static int port(Client client) {
    return client.socket().getLocalPort();
  }
}
