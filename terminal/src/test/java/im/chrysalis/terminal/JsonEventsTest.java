package im.chrysalis.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Place;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonEventsTest {
  private static final EmailAddress BEN = EmailAddress.of("ben@example.test");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonEvents events =
      new JsonEvents(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          InstantSource.fixed(Instant.parse("2001-10-25T12:00:00.123456Z")));

  private String printed() {
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void anEventIsOneLineWithItsTime() {
    events.event(new Event.SignedIn(BEN, "Ben \"B\"\n", Dialect.MSNP7, false));
    assertThat(printed())
        .isEqualTo(
            """
            {"time":"2001-10-25T12:00:00.123Z","event":"signed-in","account":"ben@example.test",\
            "name":"Ben \\"B\\"\\n","dialect":"MSNP7"}\
            """);
  }

  @Test
  void whatWasSaidIsAcknowledgedOrAnError() {
    events.sent("ben@example.test", "hello", Optional.empty());
    assertThat(printed()).endsWith("\"text\":\"hello\",\"acknowledged\":true}");
    out.reset();
    events.sent("ben@example.test", "hello", Optional.of(new Failure.RecipientOffline(BEN)));
    assertThat(printed())
        .endsWith(
            "\"event\":\"error\",\"to\":\"ben@example.test\","
                + "\"text\":\"ben@example.test is not online\"}");
  }

  @Test
  void whatWasLeftSaysWhen() {
    events.event(
        new Event.OfflineMessageReceived(
            BEN, "Ben", "See you", Optional.of(Instant.parse("2001-10-24T08:00:00Z")), "7"));
    assertThat(printed())
        .endsWith(
            "\"event\":\"offline-message\",\"from\":\"ben@example.test\",\"name\":\"Ben\","
                + "\"text\":\"See you\",\"id\":\"7\",\"sent\":\"2001-10-24T08:00:00Z\"}");
    out.reset();
    events.left("ben@example.test", "See you", 3, Optional.empty());
    assertThat(printed()).endsWith("\"text\":\"See you\",\"left\":true}");
  }

  @Test
  void placesAreListed() {
    EndpointId id = EndpointId.parse("00000000-0000-4000-8000-000000000004").orElseThrow();
    events.event(
        new Event.PlacesChanged(
            List.of(new Place(id, "Desk", Status.BUSY, false, Set.of(), true))));
    assertThat(printed())
        .endsWith(
            "\"event\":\"places\",\"places\":[{\"id\":\"00000000-0000-4000-8000-000000000004\","
                + "\"name\":\"Desk\",\"status\":\"BSY\",\"here\":true}]}");
  }

  @Test
  void theEndSaysWhy() {
    events.event(new Event.SignedOut(Optional.of(new Failure.SignedInElsewhere())));
    assertThat(printed()).contains("\"event\":\"signed-out\",\"why\":\"the account was signed in");
  }
}
