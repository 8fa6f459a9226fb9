package im.chrysalis.terminal;

import im.chrysalis.client.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The places that the account is signed in from, in words. */
final class Places {
  private Places() {}

  /** All of them in one sentence. */
  static String sentence(List<Place> places) {
    return "signed in from: "
        + places.stream().map(Places::described).collect(Collectors.joining(", "));
  }

  /** One of them: its name, how it appears, and whether it is this one. */
  static String described(Place place) {
    return called(place)
        + " ("
        + Colours.words(place.status())
        + (place.isHere() ? ", here)" : ")");
  }

  private static String called(Place place) {
    return place.name().isEmpty() ? place.id().toString() : place.name();
  }

  /** The place that somebody calls by its name or its id, unless several are called so. */
  static Optional<Place> meant(String text, List<Place> places) {
    List<Place> meant =
        places.stream()
            .filter(
                it -> it.name().equalsIgnoreCase(text) || it.id().toString().equalsIgnoreCase(text))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }
}
