package im.chrysalis.server.session;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.offline.OfflineMessages;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.net.Connection;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.server.access.PasswordGuard;
import im.chrysalis.server.access.RateLimit;
import im.chrysalis.server.proof.Methods;
import im.chrysalis.server.referral.Addresses;
import im.chrysalis.server.referral.SwitchboardTokens;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all roles are built on.
 *
 * @param node this node's name; empty where there is only one
 * @param nanos the clock by which silence is measured
 * @param settings what holds now; asked anew each time, because a reload replaces it
 */
public record Backbone(
    String node,
    Accounts accounts,
    People people,
    OfflineMessages offlineMessages,
    Timer timer,
    LongSupplier nanos,
    Supplier<ServerSettings> settings,
    Addresses addresses,
    SwitchboardTokens tokens,
    Methods methods,
    Tickets tickets,
    PasswordGuard passwords,
    RateLimit invites,
    SessionEnds sessionEnds,
    ServerMeters meters) {

  /** Where the site is, as a client reaches it; ends with a slash. */
  public String site(Connection client) {
    return site(addresses.host(client));
  }

  /** Where the site is, as whoever asks reaches it; ends with a slash. */
  public String site(HttpRequest request) {
    return site(addresses.host(request.remote(), request.local()));
  }

  private String site(String host) {
    String configured = settings.get().siteUrl();
    return configured.isEmpty() ? "http://" + host + "/" : configured + "/";
  }
}
