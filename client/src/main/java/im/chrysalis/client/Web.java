package im.chrysalis.client;

import im.chrysalis.client.web.Call;
import im.chrysalis.wire.xml.XmlReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The network's web services as a messenger reaches them: over TLS, all at one place. Whoever asks
 * waits for the answer, on a thread of {@link #later}.
 */
final class Web implements AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<ServerAddress> places;
  private final Optional<Path> authorities;
  private @Nullable HttpClient client;
  private @Nullable ServerAddress found;
  private boolean closed;

  /** Services at the first of these places where there are any. */
  Web(List<ServerAddress> places, Optional<Path> authorities) {
    this.places = places;
    this.authorities = authorities;
  }

  /** Does something that waits, on a thread of its own. */
  static <T> CompletionStage<T> later(String name, Supplier<T> what) {
    return CompletableFuture.supplyAsync(what, task -> Thread.ofVirtual().name(name).start(task));
  }

  /** Where the services are: the one place where they were found, or all where they may be. */
  synchronized List<ServerAddress> places() {
    ServerAddress one = found;
    return one == null ? places : List.of(one);
  }

  /** They are there. */
  synchronized void found(ServerAddress place) {
    found = place;
  }

  /** Looks for the services anew, and reads anew whom to believe. */
  synchronized Optional<Failure> beginAnew() {
    found = null;
    HttpClient last = client;
    client = null;
    if (last != null) {
      last.shutdown();
    }
    return open();
  }

  /** Reads whom to believe, unless that was done; why it can't be done. */
  synchronized Optional<Failure> open() {
    if (closed) {
      return Optional.of(new Failure.SignedOut());
    }
    if (client != null) {
      return Optional.empty();
    }
    try {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(CONNECTING)
              .sslContext(Trust.in(authorities))
              .executor(task -> Thread.ofVirtual().start(task))
              .build();
      return Optional.empty();
    } catch (IOException | GeneralSecurityException fault) {
      return Optional.of(
          new Failure.NoCertificates(
              authorities.orElse(Path.of("")), String.valueOf(fault.getMessage())));
    }
  }

  /** Asks, and waits for the answer; its body has at most as many bytes as a document may have. */
  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client()
        .send(
            request,
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), XmlReader.MOST_ANSWER_BYTES));
  }

  private synchronized HttpClient client() throws IOException {
    HttpClient open = client;
    if (open == null) {
      throw new IOException("signed out");
    }
    return open;
  }

  static HttpRequest.Builder request(URI where) {
    return HttpRequest.newBuilder(where).timeout(PATIENCE).header("User-Agent", "Chrysalis");
  }

  /** Posts a document. */
  HttpResponse<byte[]> post(URI where, Call call) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(where)
            .header("Content-Type", call.contentType())
            .POST(BodyPublishers.ofString(call.document().xml()));
    call.action().ifPresent(action -> request.header("SOAPAction", '"' + action + '"'));
    call.cookies().ifPresent(cookies -> request.header("Cookie", cookies));
    return send(request.build());
  }

  /** An address to which a password or a ticket may go. */
  static Optional<URI> secure(String text) {
    try {
      URI address = URI.create(text);
      return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** Why nobody answered. */
  static Failure meaning(IOException fault, ServerAddress place) {
    return switch (fault) {
      case SSLHandshakeException it ->
          new Failure.Untrusted(place, String.valueOf(it.getMessage()));
      case HttpTimeoutException _ -> new Failure.Unreachable(place, "no answer in time");
      case ConnectException it when isUnresolved(it) ->
          new Failure.Unreachable(place, "no such host");
      case ConnectException _ -> new Failure.Unreachable(place, "nobody listens there");
      default -> new Failure.Unreachable(place, String.valueOf(fault.getMessage()));
    };
  }

  /** Why an answer is none that was asked for. */
  static Failure misunderstood(HttpResponse<?> answer, ServerAddress place) {
    return answer.statusCode() == 503
        ? new Failure.WebBusy(place)
        : new Failure.NotUnderstood(
            "the answer " + answer.statusCode() + " of " + place + " is none of such a service");
  }

  private static boolean isUnresolved(Throwable fault) {
    return fault instanceof UnresolvedAddressException
        || (fault.getCause() != null && isUnresolved(fault.getCause()));
  }

  @Override
  public synchronized void close() {
    closed = true;
    HttpClient last = client;
    client = null;
    if (last != null) {
      last.shutdownNow();
    }
  }
}
