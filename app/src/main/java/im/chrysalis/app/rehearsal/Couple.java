package im.chrysalis.app.rehearsal;

import im.chrysalis.client.Credentials;
import im.chrysalis.client.Event;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Two friends with clients of the same version, who meet again and again. */
record Couple(Stage stage, Dialect dialect) {
  private static final String PASSWORD = "rehearsal";
  private static final int PATIENCE = 30;

  /** At how many meetings they talk: a server lets nobody begin to more often in a minute. */
  private static final int TALKS = 25;

  /** Their accounts, as lines to import. */
  static String accounts(Dialect dialect) {
    return account(dialect, "anna") + account(dialect, "ben");
  }

  private static String account(Dialect dialect, String name) {
    return "{\"account\":\"%s\",\"password\":\"%s\",\"legacy\":true}\n"
        .formatted(address(dialect, name), PASSWORD);
  }

  private static EmailAddress address(Dialect dialect, String name) {
    return EmailAddress.of(name + "@" + dialect.name() + ".example.com");
  }

  /** They sign in, see each other, say hello the first times, and leave. */
  void meet(int times) {
    EmailAddress ben = address(dialect, "ben");
    for (int i = 0; i < times; i++) {
      CompletableFuture<Event.MessageReceived> heard = new CompletableFuture<>();
      try (Messenger annas = signIn("anna");
          Messenger bens = signIn("ben")) {
        bens.on(Event.MessageReceived.class, heard::complete);
        if (i == 0) {
          done(annas.contacts().add(ben));
          done(bens.contacts().add(address(dialect, "anna")));
        }
        done(bens.status(Status.BUSY));
        if (i < TALKS) {
          done(annas.conversationWith(ben).say("Hello"));
          done(await(heard).conversation().say("Hello yourself"));
        }
      }
    }
  }

  private Messenger signIn(String name) {
    Options options =
        Options.at(stage.notification())
            .dialect(dialect)
            .web(stage.https())
            .trusting(stage.authority())
            .withoutReconnecting();
    return await(Messenger.signIn(new Credentials(address(dialect, name), PASSWORD), options));
  }

  private static void done(CompletionStage<Outcome> stage) {
    Outcome outcome = await(stage);
    if (!outcome.equals(Outcome.done())) {
      throw new IllegalStateException("a rehearsal ends: " + outcome);
    }
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }
}
