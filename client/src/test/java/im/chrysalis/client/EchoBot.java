package im.chrysalis.client;

import java.util.concurrent.CountDownLatch;

/**
 * Repeats whatever it is told. The example of docs/client-library.md, kept true by being compiled.
 */
public final class EchoBot {
  private EchoBot() {}

  public static void main(String[] arguments) throws InterruptedException {
    Credentials credentials = Credentials.of(arguments[0], arguments[1]);
    Options options = Options.at(ServerAddress.of("127.0.0.1")).listener(EchoBot::echo);
    Messenger bot = Messenger.signIn(credentials, options).toCompletableFuture().join();
    System.out.println(bot.account() + " repeats whatever you say");
    new CountDownLatch(1).await();
  }

  private static void echo(Event event) {
    switch (event) {
      case Event.MessageReceived(var conversation, var from, var name, var text, var format) ->
          conversation.say("You said: " + text, format);
      case Event.SignedOut(var why) ->
          System.err.println(why.map(Failure::sentence).orElse("signed out"));
      default -> {}
    }
  }
}
