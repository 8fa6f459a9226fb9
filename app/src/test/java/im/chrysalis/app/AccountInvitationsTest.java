package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.serve.Service;
import im.chrysalis.domain.account.Card;
import im.chrysalis.store.Store;
import im.chrysalis.values.EmailAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountInvitationsTest {
  @TempDir Path directory;

  @Test
  void whoWasInvitedIsListedBesideAServerAndWithout() throws Exception {
    DataDirectory data = DataDirectory.in(directory);
    assertThat(data.command("account", "invitations").err())
        .isEqualToIgnoringNewLines("nobody was invited yet");
    data.withInput("secret-a\n", "account", "create", "anna@example.test");
    Ran beside;
    try (Service service = data.serve()) {
      invite(service.server().store(), "come\u001b[2J\r\nhere");
      beside = data.command("account", "invitations");
    }

    assertThat(beside.code()).isZero();
    assertThat(beside.out())
        .hasLineCount(1)
        .endsWith("  queued  anna@example.test  invites zoe@example.test  come [2J here\n");
    assertThat(data.command("account", "invitations")).isEqualTo(beside);
  }

  private static void invite(Store store, String text) {
    EmailAddress address = EmailAddress.of("anna@example.test");
    Card anna = store.registry().find(address).orElseThrow().card();
    store
        .accounts()
        .keepInvitation(anna, EmailAddress.of("zoe@example.test"), text)
        .toCompletableFuture()
        .join();
  }
}
