package im.chrysalis.domain.contact;

import im.chrysalis.domain.account.Card;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How somebody appears to those who watch them. One view is shared by all who see the same, so that
 * what a front end makes of it is made once per form and not once per watcher.
 */
public final class View {
  private final Card card;
  private final Status status;
  private final Capabilities capabilities;
  private final @Nullable String picture;
  private final PersonalMessage message;
  private final List<Endpoint> places;
  private final Map<Property, String> properties;
  private volatile @Nullable Rendering renderings;

  private View(
      Card card,
      Status status,
      Capabilities capabilities,
      @Nullable String picture,
      PersonalMessage message,
      List<Endpoint> places,
      Map<Property, String> properties) {
    this.card = card;
    this.status = status;
    this.capabilities = capabilities;
    this.picture = picture;
    this.message = message;
    this.places = places;
    this.properties = properties;
  }

  /**
   * Somebody who is there.
   *
   * @param picture the client's own words for the display picture
   * @param places where they are signed in, as far as clients there name themselves
   */
  public static View of(
      Card card,
      Status status,
      Capabilities capabilities,
      Optional<String> picture,
      PersonalMessage message,
      List<Endpoint> places,
      Map<Property, String> properties) {
    return new View(
        card, status, capabilities, picture.orElse(null), message, List.copyOf(places), properties);
  }

  /** Somebody who is not there, or does not show it. */
  public static View offline(Card card, Map<Property, String> properties) {
    return new View(
        card, Status.OFFLINE, Capabilities.NONE, null, PersonalMessage.NONE, List.of(), properties);
  }

  public Card card() {
    return card;
  }

  /** Never {@link Status#HIDDEN}: who hides is offline to others. */
  public Status status() {
    return status;
  }

  public boolean isOnline() {
    return status != Status.OFFLINE;
  }

  public Capabilities capabilities() {
    return capabilities;
  }

  public Optional<String> picture() {
    return Optional.ofNullable(picture);
  }

  /** What they tell besides; nothing of somebody who is not there. */
  public PersonalMessage message() {
    return message;
  }

  /** Where they are signed in, as far as clients there name themselves. */
  public List<Endpoint> places() {
    return places;
  }

  /** What the viewer may know of telephone numbers and their like. */
  public Map<Property, String> properties() {
    return properties;
  }

  /** Whether the two differ in nothing that a presence line says. */
  public boolean looksLike(View other) {
    return status == other.status
        && capabilities.equals(other.capabilities)
        && Objects.equals(picture, other.picture)
        && card.name().equals(other.card.name());
  }

  /** Whether the two differ in nothing at all. */
  public boolean isSameAs(View other) {
    return looksLike(other)
        && message.equals(other.message)
        && places.equals(other.places)
        && properties.equals(other.properties);
  }

  /**
   * What a front end makes of this view, made at the first call for each form and kept.
   *
   * @param form compared by identity; few, such as the dialects of a protocol
   * @param make may run more than once when threads race, and must then make equal things
   */
  // a form is the same object each time, and always asks for the one type that it made
  @SuppressWarnings({"unchecked", "ReferenceEquality"})
  public <T> T rendered(Object form, Function<View, T> make) {
    for (Rendering r = renderings; r != null; r = r.next) {
      if (r.form == form) {
        return (T) r.made;
      }
    }
    T made = make.apply(this);
    renderings = new Rendering(form, made, renderings);
    return made;
  }

  @Override
  public String toString() {
    return card.address() + " " + status;
  }

  private record Rendering(Object form, Object made, @Nullable Rendering next) {}
}
