package im.chrysalis.cluster.peers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Alias;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms of small values, and of those that are no records. */
final class ValueModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  ValueModule() {
    add(
        AccountId.class,
        (it, out) -> out.writeNumber(it.number()),
        in -> new AccountId(in.getLongValue()));
    add(
        EmailAddress.class,
        (it, out) -> out.writeString(it.text()),
        in -> new EmailAddress(in.getText()));
    add(Alias.class, (it, out) -> out.writeString(it.text()), in -> new Alias(in.getText()));
    add(
        Instant.class,
        (it, out) -> out.writeNumber(it.toEpochMilli()),
        in -> Instant.ofEpochMilli(in.getLongValue()));
    add(
        View.class,
        (it, out) -> out.writePOJO(Appearance.of(it)),
        in -> in.readValueAs(Appearance.class).view());
    add(
        SessionLink.class,
        (it, out) -> out.writePOJO(it.id()),
        in -> new Unbound(in.readValueAs(SessionId.class)));
  }

  /** What is written of a {@link View}, which is no record because it keeps what is made of it. */
  record Appearance(
      Card card,
      Status status,
      Capabilities capabilities,
      Optional<String> picture,
      Optional<PersonalMessage> message,
      Optional<List<Endpoint>> places,
      Map<Property, String> properties) {
    static Appearance of(View view) {
      return new Appearance(
          view.card(),
          view.status(),
          view.capabilities(),
          view.picture(),
          Optional.of(view.message()).filter(message -> !message.isEmpty()),
          Optional.of(view.places()).filter(places -> !places.isEmpty()),
          view.properties());
    }

    View view() {
      return status == Status.OFFLINE
          ? View.offline(card, properties)
          : View.of(
              card,
              status,
              capabilities,
              picture,
              message.orElse(PersonalMessage.NONE),
              places.orElse(List.of()),
              properties);
    }
  }

  /**
   * A session's link between its arrival from elsewhere and its entity, which makes a way of it.
   */
  record Unbound(SessionId id) implements SessionLink {
    @Override
    public void deliver(im.chrysalis.domain.person.SessionEvent event) {
      throw new IllegalStateException("no way to " + id + " yet: " + event);
    }
  }

  @FunctionalInterface
  private interface Writing<T> {
    void write(T value, JsonGenerator out) throws IOException;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(JsonParser in) throws IOException;
  }

  private <T> void add(Class<T> type, Writing<T> writing, Reading<T> reading) {
    addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider context)
              throws IOException {
            writing.write(value, out);
          }
        });
    addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return reading.read(in);
          }
        });
  }
}
