package im.chrysalis.cluster.alone;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.cluster.FakeTimer;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.person.Request;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.EmailAddress;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lone host needs nothing of what several nodes need. */
@Timeout(60)
class WithoutEngineTest {
  private static final String DONE = "signed in without";

  @Test
  void theLoneHostRunsWhereThereIsNoEngine(@TempDir Path directory) throws Exception {
    String classes =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .filter(it -> !it.contains("pekko") && !it.contains("scala"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(classes).isNotEqualTo(System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                WithoutEngineTest.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains(DONE);
    assertThat(process.exitValue()).isZero();
  }

  /** What the other process does: somebody asks their person. */
  public static void main(String[] arguments) throws Exception {
    StoreOptions options = StoreOptions.in(Path.of(arguments[0])).withHashes(HashStrength.TEST);
    try (Store store = Store.open(options)) {
      NewAccount wanted = NewAccount.of(EmailAddress.of("anna@example.test"), "a secret");
      var anna = ((Creation.Made) store.registry().create(wanted)).account();
      Alone alone = new Alone(store.people(), new FakeTimer(), Runnable::run);
      alone
          .ask(anna.card().id(), new Request.ReadRoster())
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);
      System.out.println(DONE);
    }
  }
}
