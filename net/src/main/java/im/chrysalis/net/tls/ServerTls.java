package im.chrysalis.net.tls;

import im.chrysalis.net.Encryption;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS of the listener of old clients. A client that asks for a name of the operator's own
 * certificate is shown that one; all others one of the own authority, which is read, or made, when
 * it is first needed. Any thread.
 *
 * @see <a href="../../../../../../../../docs/protocol/http.md">docs/protocol/http.md</a>
 */
public final class ServerTls implements Encryption, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);

  private final Executor workers;
  private final Supplier<Instant> now;
  private final AuthorityFiles files;
  private volatile TlsOptions options;
  private volatile Optional<Certified> given;
  private @Nullable CompletableFuture<Own> own;

  /** A certificate of the operator's. */
  private record Certified(Identity identity, SslContext context) {}

  /** What the own authority gives. */
  private record Own(X509Certificate authority, SslContext normal, SslContext old) {}

  /**
   * TLS with these options.
   *
   * @param workers where handshakes are computed
   * @param now the time by which certificates are made and end
   * @throws TlsProblem when the operator's certificate can't be used
   */
  public ServerTls(TlsOptions options, Executor workers, Supplier<Instant> now) throws TlsProblem {
    this.options = options;
    this.workers = workers;
    this.now = now;
    files = new AuthorityFiles(options.directory());
    given = given(options);
  }

  private static Optional<Certified> given(TlsOptions options) throws TlsProblem {
    if (options.given().isEmpty()) {
      return Optional.empty();
    }
    TlsOptions.Given files = options.given().get();
    Identity identity = new Identity(Pem.key(files.key()), Pem.certificates(files.certificate()));
    if (!identity.fits()) {
      throw new TlsProblem(files.key() + " is not the key of " + files.certificate());
    }
    return Optional.of(new Certified(identity, Contexts.of(identity, options.legacy())));
  }

  /**
   * Reads all certificates again. Who is connected stays as they are. When one can't be used,
   * everything remains as it was.
   *
   * @param others like those before, but perhaps with another certificate of the operator's or
   *     other names; directory, and whether old TLS is admitted, can't be changed
   */
  public void reread(TlsOptions others) throws TlsProblem {
    TlsOptions next =
        new TlsOptions(options.directory(), others.names(), others.given(), options.legacy());
    Optional<Certified> read = given(next);
    Own again;
    try {
      again = own(next);
    } catch (TlsProblem problem) {
      throw problem;
    } catch (IOException fault) {
      throw new TlsProblem(next.directory() + " can't be used: " + fault.getMessage(), fault);
    }
    synchronized (this) {
      options = next;
      given = read;
      own = CompletableFuture.completedFuture(again);
    }
  }

  /** Makes the own certificates when there are none yet, so that no client has to wait for them. */
  public void prepare() {
    var _ = own();
  }

  /** The certificate that clients must trust, in DER. */
  public CompletionStage<byte[]> authority() {
    return own()
        .thenApply(it -> {
          try {
            return it.authority().getEncoded();
          } catch (CertificateEncodingException bug) {
            throw new IllegalStateException("a certificate that was read can't be written", bug);
          }
        });
  }

  /** The same in PEM. */
  public CompletionStage<String> authorityText() {
    return own()
        .thenApply(it -> {
          try {
            return Pem.text(it.authority());
          } catch (IOException fault) {
            throw new UncheckedIOException(fault);
          }
        });
  }

  @Override
  public ChannelHandler forNewConnection() {
    return new HelloHandler(this::contextFor, workers);
  }

  private CompletionStage<SslContext> contextFor(ClientHello hello) {
    Optional<Certified> operators = given;
    if (operators.isPresent()) {
      // who can't say a name may ask for any of them
      List<String> asked = hello.name().map(List::of).orElse(ServiceNames.ALL);
      if (operators.get().identity().covers(asked)) {
        return CompletableFuture.completedFuture(operators.get().context());
      }
    }
    return own().thenApply(it -> options.legacy() && hello.isOld() ? it.old() : it.normal());
  }

  private synchronized CompletableFuture<Own> own() {
    CompletableFuture<Own> before = own;
    if (before != null && !before.isCompletedExceptionally()) {
      return before;
    }
    CompletableFuture<Own> coming =
        CompletableFuture.supplyAsync(this::readOrMake, ServerTls::aside);
    own = coming;
    return coming;
  }

  /** Making keys can't be interrupted, and nobody who stops shall wait for it. */
  private static void aside(Runnable making) {
    Thread.ofPlatform().name("certificates").daemon().start(making);
  }

  /** Makes no certificates any more. Connections stay as they are. */
  @Override
  public void close() {
    files.stop();
  }

  private Own readOrMake() {
    try {
      return own(options);
    } catch (IOException fault) {
      LOG.error("there is no certificate to show: {}", fault.getMessage());
      throw new UncheckedIOException(fault);
    }
  }

  private Own own(TlsOptions with) throws IOException {
    AuthorityFiles.Issued issued = files.readOrMake(with.names(), now.get());
    return new Own(
        issued.authority().certificate(),
        Contexts.of(issued.server(), with.legacy()),
        Contexts.of(issued.old(), with.legacy()));
  }
}
