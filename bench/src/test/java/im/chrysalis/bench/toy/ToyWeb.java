package im.chrysalis.bench.toy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import im.chrysalis.bench.load.Ticket;
import im.chrysalis.bench.toy.ToyAccounts.ToyAccount;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tickets for passwords, and a gateway that passes bytes on to the switchboard's socket. */
final class ToyWeb {
  private static final Pattern LOGIN = Pattern.compile("sign-in=([^,]*),pwd=([^,]*),");
  private static final Pattern USER =
      Pattern.compile("Username>([^<]*)<.*?Password>([^<]*)<", Pattern.DOTALL);
  private static final Pattern SESSION = Pattern.compile("SessionID=([0-9]+)");
  private static final String FIELDS = "HTTP/1.1 200 OK\r\n";

  private final ToyAccounts accounts;
  private final ToyTickets tickets;
  private final InetSocketAddress switchboard;
  private final AtomicInteger counter = new AtomicInteger();
  private final Map<String, Socket> sessions = new ConcurrentHashMap<>();

  ToyWeb(ToyAccounts accounts, ToyTickets tickets, InetSocketAddress switchboard) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.switchboard = switchboard;
  }

  void serve(ToyLine line) throws IOException {
    for (var first = line.next(); first.isPresent(); first = line.next()) {
      String target = first.get()[1];
      String login = "";
      int length = 0;
      for (String[] field = fields(line); field.length > 1; field = fields(line)) {
        if (field[0].equals("Content-Length:")) length = Integer.parseInt(field[1]);
        if (field[0].equals("Authorization:")) login = String.join(" ", field);
      }
      byte[] body = line.payload(length);
      if (target.equals("/login2.srf")) {
        answer(line, login2(login), "");
      } else if (target.equals("/RST.srf")) {
        answer(line, FIELDS, rst(new String(body, UTF_8)));
      } else {
        gateway(line, target, body);
      }
    }
  }

  private static String[] fields(ToyLine line) throws IOException {
    return line.next().orElseGet(() -> new String[0]);
  }

  private static void answer(ToyLine line, String head, String body) throws IOException {
    line.say(head + "Content-Length: " + body.length() + "\r\n", body.getBytes(ISO_8859_1));
  }

  private String login2(String authorization) {
    return ticket(LOGIN.matcher(authorization))
        .map(it -> FIELDS + "Authentication-Info: Passport1.4 from-PP='" + it.text() + "',ru=x\r\n")
        .orElse("HTTP/1.1 401 Unauthorized\r\n");
  }

  private String rst(String request) {
    return ticket(USER.matcher(request))
        .map(it ->
            "<wsse:BinarySecurityToken Id=\"Compact1\">%s</wsse:BinarySecurityToken>"
                    .formatted(it.text().replace("&", "&amp;"))
                + "<wst:BinarySecret>%s</wst:BinarySecret>"
                    .formatted(Base64.getEncoder().encodeToString(it.secret())))
        .orElse("<S:Fault/>");
  }

  private Optional<Ticket> ticket(Matcher credentials) {
    if (!credentials.find()) return Optional.empty();
    String password = URLDecoder.decode(credentials.group(2), UTF_8);
    Optional<ToyAccount> account = accounts.find(URLDecoder.decode(credentials.group(1), UTF_8));
    return account.filter(it -> it.password().equals(password)).map(tickets::give);
  }

  private void gateway(ToyLine line, String target, byte[] body) throws IOException {
    Matcher known = SESSION.matcher(target);
    String id = known.find() ? known.group(1) : open();
    Socket session = sessions.get(id);
    session.getOutputStream().write(body);
    String heard = target.contains("Lifespan") ? first(session) : "";
    heard += new String(session.getInputStream().readNBytes(available(session)), ISO_8859_1);
    answer(line, FIELDS + "X-MSN-Messenger: SessionID=" + id + "; GW-IP=127.0.0.1\r\n", heard);
  }

  private String open() throws IOException {
    String id = Integer.toString(counter.incrementAndGet());
    sessions.put(id, new Socket(switchboard.getAddress(), switchboard.getPort()));
    return id;
  }

  private static String first(Socket session) throws IOException {
    return new String(session.getInputStream().readNBytes(1), ISO_8859_1);
  }

  private static int available(Socket session) throws IOException {
    return session.getInputStream().available();
  }
}
