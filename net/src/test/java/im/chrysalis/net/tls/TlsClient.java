package im.chrysalis.net.tls;

import im.chrysalis.net.http.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** A client with the TLS of Java that trusts one authority, or everybody. */
record TlsClient(
    Optional<byte[]> authority, Optional<String> name, List<String> versions, List<String> suites) {

  static TlsClient trusting(byte[] authority) {
    return new TlsClient(Optional.of(authority), Optional.empty(), List.of("TLSv1.2"), List.of());
  }

  /** COMPAT: what checks chains in Java does not take SHA-1 any more, while old clients do. */
  static TlsClient trustingAll() {
    return new TlsClient(Optional.empty(), Optional.empty(), List.of("TLSv1.2"), List.of());
  }

  TlsClient asking(String host) {
    return new TlsClient(authority, Optional.of(host), versions, suites);
  }

  TlsClient speaking(String... others) {
    return new TlsClient(authority, name, List.of(others), suites);
  }

  TlsClient with(String... others) {
    return new TlsClient(authority, name, versions, List.of(others));
  }

  SSLSocket connect(InetSocketAddress server) throws IOException, GeneralSecurityException {
    return over(new Socket(server.getAddress(), server.getPort()));
  }

  /** Over a connection that is there. */
  SSLSocket over(Socket plain) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust(), null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", 443, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(versions.toArray(String[]::new));
    parameters.setCipherSuites((suites.isEmpty() ? Suites.LEGACY : suites).toArray(String[]::new));
    name.ifPresent(it -> {
      parameters.setServerNames(List.of(new SNIHostName(it)));
      if (authority.isPresent()) {
        parameters.setEndpointIdentificationAlgorithm(null);
      }
    });
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private TrustManager[] trust() throws IOException, GeneralSecurityException {
    if (authority.isEmpty()) {
      return new TrustManager[] {new Everybody()};
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry(
        "it",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(authority.get())));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  static X509Certificate shown(SSLSocket socket) throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }

  /** What a path answers. */
  static String ask(SSLSocket socket, String path) throws IOException {
    return new Caller(socket).say("GET " + path + " HTTP/1.1\r\n\r\n").answer();
  }

  /** Takes every certificate. */
  private static final class Everybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  /** A connection of which the lengths of all records that arrive are told, heads included. */
  static final class Watched extends Socket {
    private final IntConsumer lengths;

    Watched(InetSocketAddress server, IntConsumer lengths) throws IOException {
      super(server.getAddress(), server.getPort());
      this.lengths = lengths;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Records(super.getInputStream(), lengths);
    }
  }

  /** Hands bytes on, and reads the head of each record in passing. */
  private static final class Records extends InputStream {
    private static final int HEAD = 5;

    private final InputStream in;
    private final IntConsumer lengths;
    private final byte[] head = new byte[HEAD];
    private int read;
    private int left;

    Records(InputStream in, IntConsumer lengths) {
      this.in = in;
      this.lengths = lengths;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      if (next < 0) {
        return next;
      }
      if (left > 0) {
        left--;
        return next;
      }
      head[read++] = (byte) next;
      if (read == HEAD) {
        left = (head[3] & 0xFF) << 8 | (head[4] & 0xFF);
        lengths.accept(HEAD + left);
        read = 0;
      }
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int next = read();
      if (next < 0) {
        return next;
      }
      into[from] = (byte) next;
      return 1;
    }
  }
}
