package im.chrysalis.client;

import im.chrysalis.client.web.Fault;
import im.chrysalis.values.EmailAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Why something did not succeed. Everything that can be expected to go wrong is one of these. */
public sealed interface Failure {
  /** What happened, for people: one sentence without its full stop. */
  String sentence();

  /**
   * Whether trying again later, without anybody changing something, may succeed. The library comes
   * back on its own only then.
   */
  default boolean mayPass() {
    return true;
  }

  /** The server does not accept the password. */
  record WrongPassword(EmailAddress account) implements Failure {
    @Override
    public String sentence() {
      return "wrong password for " + account;
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }

  /** No connection could be made. */
  record Unreachable(ServerAddress server, String why) implements Failure {
    @Override
    public String sentence() {
      return "can't reach " + server + ": " + why;
    }
  }

  /** Whoever answers can't prove to be the network's web services. Nothing was told to them. */
  record Untrusted(ServerAddress web, String why) implements Failure {
    @Override
    public String sentence() {
      return "the certificate of " + web + " is not believed: " + why;
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }

  /** The file that says whose certificates to believe can't be used. */
  record NoCertificates(Path file, String why) implements Failure {
    @Override
    public String sentence() {
      return "no certificates to believe in " + file + ": " + why;
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }

  /** The web services have too much to do. */
  record WebBusy(ServerAddress web) implements Failure {
    @Override
    public String sentence() {
      return "the web services at " + web + " are busy";
    }
  }

  /** The server does not accept the ticket that was given for the password. */
  record TicketRefused(EmailAddress account) implements Failure {
    @Override
    public String sentence() {
      return "the server does not accept the ticket of its web services for " + account;
    }
  }

  /**
   * The server refused a command.
   *
   * @param number three digits, as the server said it
   */
  record Refused(int number) implements Failure {
    /** What the number means. */
    public Refusal meaning() {
      return Refusal.of(number);
    }

    @Override
    public String sentence() {
      return meaning().sentence() + " (" + number + ")";
    }
  }

  /**
   * The web services refused something.
   *
   * @param code a word, as the service said it
   */
  record WebRefused(String code) implements Failure {
    static WebRefused of(Fault fault) {
      return new WebRefused(fault.code());
    }

    /** What the code means. */
    public Refusal meaning() {
      return Refusal.ofCode(code);
    }

    @Override
    public String sentence() {
      return meaning().sentence() + " (" + code + ")";
    }
  }

  /** The same account signed in from somewhere else, which ends this sign-in. */
  record SignedInElsewhere() implements Failure {
    @Override
    public String sentence() {
      return "the account was signed in from somewhere else";
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }

  /** The server shuts down. */
  record ServerShutDown() implements Failure {
    @Override
    public String sentence() {
      return "the server shut down";
    }
  }

  /** The server speaks none of the versions that were offered. */
  record NoCommonDialect(List<String> offered) implements Failure {
    public NoCommonDialect {
      offered = List.copyOf(offered);
    }

    @Override
    public String sentence() {
      return "the server speaks none of " + String.join(" ", offered);
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }

  /** The version of the protocol that was agreed on has no such thing. */
  record NotInThisDialect(String dialect) implements Failure {
    @Override
    public String sentence() {
      return "that does not exist in " + dialect;
    }
  }

  /** The connection ended, so that nobody knows whether what was asked has happened. */
  record ConnectionLost(String why) implements Failure {
    @Override
    public String sentence() {
      return "the connection was lost: " + why;
    }
  }

  /** There is no connection to the server at the moment. */
  record NotConnected() implements Failure {
    @Override
    public String sentence() {
      return "there is no connection to the server";
    }
  }

  /** What the server said makes no sense. The connection is closed. */
  record NotUnderstood(String what) implements Failure {
    @Override
    public String sentence() {
      return "the server said something that makes no sense: " + what;
    }
  }

  /** Nobody answered in time. */
  record NoAnswer(Duration waited) implements Failure {
    @Override
    public String sentence() {
      return "no answer within " + waited.toSeconds() + " seconds";
    }
  }

  /** Another place of the account asked this one to sign out. */
  record SignedOutElsewhere() implements Failure {
    @Override
    public String sentence() {
      return "signed out by another place of the account";
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }

  /** Only a friend can be put into groups or called something. */
  record NotAFriend(EmailAddress who) implements Failure {
    @Override
    public String sentence() {
      return who + " is not on the list";
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }

  /** Somebody can't be talked to: offline, hidden, or unwilling; the server does not tell which. */
  record RecipientOffline(EmailAddress who) implements Failure {
    @Override
    public String sentence() {
      return who + " is not online";
    }
  }

  /** The server could not pass the message on. */
  record Undelivered() implements Failure {
    @Override
    public String sentence() {
      return "the message could not be delivered";
    }
  }

  /** The conversation was left. */
  record ConversationLeft() implements Failure {
    @Override
    public String sentence() {
      return "the conversation was left";
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }

  /** The messenger signed out. */
  record SignedOut() implements Failure {
    @Override
    public String sentence() {
      return "signed out";
    }

    @Override
    public boolean mayPass() {
      return false;
    }
  }
}
