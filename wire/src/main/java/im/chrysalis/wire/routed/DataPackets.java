package im.chrysalis.wire.routed;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.payload.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Packets of pictures and files: one a switchboard message, or several behind one another in a
 * routed one, where {@code Bridging-Offsets} says at which bytes they begin. Each ends in four
 * bytes that say what it is for.
 *
 * <p>Packets of the later kind name places; those of the earlier one must not, since that is how
 * clients tell them apart.
 */
final class DataPackets {
  static final String CONTENT_TYPE = "application/x-msnmsgrp2p";

  private static final String TO = "P2P-Dest";
  private static final String FROM = "P2P-Src";
  private static final String OFFSETS = "Bridging-Offsets";

  /** A header of eight bytes and four behind it. */
  private static final int SHORTEST = 12;

  private static final int MOST = 64;

  private DataPackets() {}

  static Optional<RoutedMessage> toRouted(
      MimeMessage message, RoutedAddress from, RoutedAddress to) {
    Optional<EndpointAddress> named = message.header(TO).flatMap(EndpointAddress::parse);
    boolean isForOther = named.isPresent() && !isSame(named.get(), to);
    if (isForOther || message.body().length < SHORTEST) {
      return Optional.empty();
    }
    Optional<EndpointId> place = named.flatMap(EndpointAddress::place);
    RoutedAddress sender = place.isPresent() ? at(from, message) : from.with(Optional.empty());
    RoutedAddress receiver = place.isPresent() ? to.with(place) : to;
    return Optional.of(
        RoutedMessage.messaging(sender, receiver)
            .withRouting("Service-Channel", "PE")
            .withRouting("Options", "0")
            .with("Message-Type", "Data")
            .with("Content-Type", CONTENT_TYPE)
            .with("Content-Transfer-Encoding", "binary")
            .with(OFFSETS, "0")
            .withBody(message.body()));
  }

  /** The sender at the place that the message says, if it says one of theirs. */
  private static RoutedAddress at(RoutedAddress from, MimeMessage message) {
    return message
        .header(FROM)
        .flatMap(EndpointAddress::parse)
        .filter(named -> isSame(named, from) && named.place().isPresent())
        .map(named -> from.with(named.place()))
        .orElse(from);
  }

  private static boolean isSame(EndpointAddress named, RoutedAddress who) {
    return who.address().filter(named.account()::equals).isPresent();
  }

  static List<MimeMessage> toSwitchboard(
      RoutedMessage message, RoutedAddress from, RoutedAddress to) {
    Optional<EmailAddress> receiver = to.address();
    Optional<EmailAddress> sender = from.address();
    if (receiver.isEmpty() || sender.isEmpty()) {
      return List.of();
    }
    MimeMessage head = MimeMessage.of(CONTENT_TYPE);
    Optional<EndpointId> place = to.place().filter(it -> !it.equals(EndpointId.NOWHERE));
    MimeMessage named =
        place.isPresent()
            ? head.with(TO, word(receiver.get(), place))
                .with(FROM, word(sender.get(), from.place()))
            : head.with(TO, receiver.get().text());
    return packets(message).stream()
        .map(packet -> new MimeMessage(named.headers(), packet))
        .toList();
  }

  private static String word(EmailAddress who, Optional<EndpointId> place) {
    return place.map(it -> who + ";{" + it + "}").orElse(who.text());
  }

  private static List<byte[]> packets(RoutedMessage message) {
    byte[] body = message.body();
    List<Integer> offsets = offsets(message.header(OFFSETS).orElse("0"), body.length);
    List<byte[]> packets = new ArrayList<>();
    for (int i = 0; i < offsets.size(); i++) {
      int end = i + 1 < offsets.size() ? offsets.get(i + 1) : body.length;
      if (end - offsets.get(i) < SHORTEST) {
        return List.of();
      }
      packets.add(Arrays.copyOfRange(body, offsets.get(i), end));
    }
    return packets;
  }

  /** Where the packets begin; none when that makes no sense. */
  private static List<Integer> offsets(String text, int length) {
    List<Integer> offsets = new ArrayList<>();
    for (String word : text.split(",", MOST + 1)) {
      String number = word.strip();
      boolean makesSense = number.matches("[0-9]{1,6}") && Integer.parseInt(number) < length;
      if (!makesSense || offsets.size() == MOST) {
        return List.of();
      }
      int last = offsets.isEmpty() ? -1 : offsets.getLast();
      int offset = Integer.parseInt(number);
      if (offset <= last || (offsets.isEmpty() && offset != 0)) {
        return List.of();
      }
      offsets.add(offset);
    }
    return offsets;
  }
}
