package im.chrysalis.terminal;

import im.chrysalis.client.Credentials;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.client.SignInFailed;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./chrysalis chat ADDRESS}: the terminal messenger, and the same for scripts. */
@Command(
    name = "chat",
    description = {
      "Signs in and talks: in the terminal, or by options for scripts.",
      "The password is asked for; scripts give it with --password-stdin or in the environment"
          + " variable CHRYSALIS_PASSWORD.",
      "Ends with 0 done and acknowledged, 2 usage, 3 wrong password, 4 unreachable, 5 recipient"
          + " offline, 1 anything else."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ChatCommand implements Callable<Integer> {
  private final InputStream in;
  private final PrintStream out;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ADDRESS", description = "Who signs in.")
  String address = "";

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:1863",
      description = "The dispatch server, or a notification server. Default: ${DEFAULT-VALUE}")
  String server = "";

  @Option(
      names = "--dialect",
      paramLabel = "MSNPn",
      description = "The only version of the protocol to speak. Default: the newest common one")
  Optional<String> dialect = Optional.empty();

  @Option(
      names = "--web",
      paramLabel = "HOST:PORT",
      description = "Where tickets come from, over https. Default: the server's host, 443 or 8443")
  Optional<String> web = Optional.empty();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Believe the web services this authority only: what the server has at /ca.pem.")
  Optional<Path> authority = Optional.empty();

  @Option(
      names = "--gateway",
      paramLabel = "HOST:PORT",
      description = "Reach the server over HTTP requests to its http port.")
  Optional<String> gateway = Optional.empty();

  @Option(
      names = "--place",
      paramLabel = "NAME",
      defaultValue = "terminal",
      description = "What your other places call this one. Default: ${DEFAULT-VALUE}")
  String place = "";

  @Option(
      names = "--machine",
      paramLabel = "GUID",
      description = "Always the same place. Default: another one each time")
  Optional<String> machine = Optional.empty();

  @Option(names = "--password-stdin", description = "The password is the first line of the input.")
  boolean passwordFromInput;

  @Option(names = "--json", description = "What happens is printed as JSON, one object a line.")
  boolean json;

  @Option(names = "--plain", description = "Line by line, also where a whole screen would do.")
  boolean plain;

  @Option(names = "--to", paramLabel = "ADDRESS", description = "Whom --send speaks to.")
  Optional<String> to = Optional.empty();

  @Option(
      names = "--send",
      paramLabel = "TEXT",
      description = "Says this and signs out. May be given more than once.")
  List<String> texts = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      defaultValue = "NLN",
      description = "How to appear: NLN BSY IDL BRB AWY PHN LUN HDN. Default: ${DEFAULT-VALUE}")
  String status = "";

  /** In the terminal of this process. */
  public ChatCommand() {
    this(System.in, System.out);
  }

  /**
   * With another input and output than the process has; those are no terminal.
   *
   * @param in passwords, lines and commands, in UTF-8
   * @param out what happens
   */
  public ChatCommand(InputStream in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    EmailAddress account = address(address);
    Optional<EmailAddress> recipient = to.map(this::address);
    if (recipient.isEmpty() != texts.isEmpty()) {
      throw usage("--to and --send belong together");
    }
    Options options = options();
    BufferedReader input = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Optional<String> password =
        Passwords.read(passwordFromInput, input, System.getenv(), account.text());
    if (password.isEmpty()) {
      throw usage("no password: give it with --password-stdin or in " + Passwords.VARIABLE);
    }
    JsonEvents events = new JsonEvents(out, InstantSource.system());
    Credentials credentials = new Credentials(account, password.get());
    try {
      if (recipient.isPresent()) {
        return say(credentials, options, recipient.get(), events).code();
      }
      return json ? listen(credentials, options, events, input) : talk(credentials, options, input);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof SignInFailed why) {
        return complain(events, why.failure()).code();
      }
      throw failed;
    }
  }

  private Exit say(
      Credentials credentials, Options options, EmailAddress recipient, JsonEvents events) {
    Options quiet = json ? options.listener(events::event) : options;
    try (Messenger messenger = signIn(credentials, quiet.withoutReconnecting())) {
      return new Letter(messenger, recipient)
          .say(
              texts,
              (text, why) -> {
                if (json) {
                  events.sent(recipient.text(), text, why);
                } else {
                  why.ifPresent(failure -> System.err.println(failure.sentence()));
                }
              });
    }
  }

  private int listen(
      Credentials credentials, Options options, JsonEvents events, BufferedReader input)
      throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Consumer<Event> listener =
        event -> {
          events.event(event);
          if (event instanceof Event.SignedOut) {
            over.countDown();
          }
        };
    try (Messenger messenger = signIn(credentials, options.listener(listener))) {
      Runtime.getRuntime().addShutdownHook(new Thread(messenger::close));
      Thread.ofPlatform().daemon().name("script").start(() -> perform(messenger, events, input));
      over.await();
    }
    return Exit.DONE.code();
  }

  /** The end of the input is not the end: whoever only listens has none. */
  private void perform(Messenger messenger, JsonEvents events, BufferedReader input) {
    try {
      if (new Script(messenger, events).run(input, passwordFromInput ? 1 : 0)) {
        messenger.signOut();
      }
    } catch (IOException broken) {
      events.error("the input can't be read: " + broken.getMessage());
    }
  }

  private int talk(Credentials credentials, Options options, BufferedReader input)
      throws IOException, InterruptedException {
    Inbox inbox = new Inbox();
    Consumer<Event> listener = event -> inbox.put(new Inbox.Happened(event));
    try (Messenger messenger = signIn(credentials, options.listener(listener))) {
      Chat chat = new Chat(messenger, inbox, InstantSource.system());
      try (Face face = face(chat, inbox, input)) {
        face.run(chat, inbox);
      }
      return chat.exit().code();
    }
  }

  private boolean isTerminal() {
    return in.equals(System.in)
        && out.equals(System.out)
        && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private Face face(Chat chat, Inbox inbox, BufferedReader input) throws IOException {
    if (!plain && isTerminal()) {
      Optional<FullScreen> screen = FullScreen.open(inbox, System.getenv());
      if (screen.isPresent()) {
        return screen.get();
      }
    }
    PlainScreen.read(input, inbox);
    return new PlainScreen(chat.window(), out);
  }

  private static Messenger signIn(Credentials credentials, Options options) {
    return Messenger.signIn(credentials, options).toCompletableFuture().join();
  }

  private Exit complain(JsonEvents events, Failure why) {
    if (json) {
      events.error(why);
    } else {
      System.err.println(why.sentence());
    }
    return Exit.of(why);
  }

  private Options options() {
    Status first =
        Status.ofCode(status)
            .filter(it -> it != Status.OFFLINE)
            .orElseThrow(() -> usage("--status needs one of NLN BSY IDL BRB AWY PHN LUN HDN"));
    Options plain = Options.at(place("--server", server)).status(first);
    Options there = web.map(it -> plain.web(place("--web", it))).orElse(plain);
    Options over = gateway.map(it -> there.through(place("--gateway", it))).orElse(there);
    Options named = authority.map(over::trusting).orElse(over).place(place);
    Options options = machine.map(it -> named.machine(machine(it))).orElse(named);
    return dialect
        .map(name ->
            Dialect.ofName(name)
                .filter(Options.DIALECTS::contains)
                .orElseThrow(() -> usage("--dialect needs one of " + Options.DIALECTS)))
        .map(options::dialect)
        .orElseGet(() -> texts.isEmpty() ? options : options.newest(Dialect.MSNP18));
  }

  private EndpointId machine(String text) {
    return EndpointId.parse(text).orElseThrow(() -> usage("--machine needs a GUID, not " + text));
  }

  private ServerAddress place(String option, String text) {
    return ServerAddress.parse(text)
        .orElseThrow(() -> usage(option + " needs HOST:PORT, not " + text));
  }

  private EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow(() -> usage("no address: " + text));
  }

  private ParameterException usage(String complaint) {
    return new ParameterException(spec.commandLine(), complaint);
  }
}
