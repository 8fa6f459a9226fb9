package im.chrysalis.testkit;

import java.util.List;
import java.util.Optional;

/**
 * What a client of one version must hear of somebody whose client speaks another: written down by
 * version numbers, so that it owes nothing to the code under test.
 *
 * @param reader the version of whoever hears it
 */
record ExpectedLines(int reader) {
  private static final String TAIL = " U messenger.msn.com";

  /** The description of a picture. */
  static final String PICTURE = "%3Cmsnobj%20Type%3D%223%22%2F%3E";

  String presence(Somebody it) {
    return "NLN " + appearance(it);
  }

  /** Who was there already. */
  String initialPresence(Somebody it) {
    return reader < 18 ? "ILN 6 " + appearance(it) : presence(it);
  }

  private String appearance(Somebody it) {
    String line = it.status() + " " + address(it) + " " + name(it) + abilities(it);
    if (reader >= 9 && it.pictured()) {
      return line + " " + PICTURE;
    }
    return reader == 18 ? line + " 0" : line;
  }

  String gone(Somebody it) {
    String line = "FLN " + address(it);
    return reader < 14 ? line : reader < 16 ? line + " 0" : line + " 0:0";
  }

  /** The personal message with its line; nothing before MSNP11. */
  Optional<String> personal(Somebody it) {
    if (reader < 11) {
      return Optional.empty();
    }
    boolean placed = reader >= 16 && it.isPlaced();
    return Optional.of(
        it.message().isEmpty() && !placed
            ? "UBX " + address(it) + " 0"
            : personal(it, placed ? endpoint(it) : ""));
  }

  /** What a client since MSNP16 hears of its own owner. */
  List<String> self(Somebody it) {
    if (reader < 16) {
      return List.of();
    }
    String details =
        "<PrivateEndpointData id=\"%s\"><EpName></EpName><Idle>false</Idle>".formatted(it.place())
            + "<ClientType>1</ClientType><State>NLN</State></PrivateEndpointData>";
    return List.of(presence(it), personal(it, endpoint(it) + details));
  }

  private String personal(Somebody it, String places) {
    String xml =
        "<Data><PSM>%s</PSM><CurrentMedia></CurrentMedia>%s</Data>".formatted(it.message(), places);
    return "UBX " + address(it) + " " + xml.length() + "\n" + xml;
  }

  private static String endpoint(Somebody it) {
    return "<EndpointData id=\"%s\"><Capabilities>%d:%d</Capabilities></EndpointData>"
        .formatted(it.place(), it.abilities(), it.moreAbilities());
  }

  /** The lines by which somebody who is in a conversation is announced to a newcomer. */
  List<String> present(Somebody it) {
    if (SignIn.hasDocuments(it.version())) {
      return List.of(presentInAbsence(it));
    }
    return hasPlace(it)
        ? List.of("IRO 1 1 2 " + memberAtPlace(it), "IRO 1 2 2 " + member(it))
        : List.of("IRO 1 1 1 " + member(it));
  }

  List<String> joins(Somebody it) {
    return hasPlace(it)
        ? List.of("JOI " + memberAtPlace(it), "JOI " + member(it))
        : List.of("JOI " + member(it));
  }

  List<String> leaves(Somebody it) {
    return hasPlace(it)
        ? List.of("BYE " + it.address() + ";" + it.place(), "BYE " + it.address())
        : List.of("BYE " + it.address());
  }

  /** For whom the server stands in; of what they can do it says nothing. */
  String presentInAbsence(Somebody it) {
    return "IRO 1 1 1 " + member(it, 0, 0);
  }

  /** Whether the reader hears at which place of a person a connection to a switchboard is. */
  private boolean hasPlace(Somebody it) {
    return reader >= 16 && it.isPlaced() && !SignIn.hasDocuments(it.version());
  }

  private String member(Somebody it) {
    return member(it, it.abilities(), it.moreAbilities());
  }

  private String member(Somebody it, long abilities, int more) {
    return it.address() + " " + name(it) + (reader < 12 ? "" : abilities(abilities, more));
  }

  private String memberAtPlace(Somebody it) {
    return it.address() + ";" + it.place() + " " + name(it) + abilities(it);
  }

  /** What stands behind the token of a referral, and behind the name in an invitation. */
  String tail() {
    return reader < 13 ? "" : reader < 14 ? TAIL : TAIL + " 1";
  }

  String name(Somebody it) {
    return it.name().replace(" ", "%20");
  }

  private String address(Somebody it) {
    return reader < 14 ? it.address() : reader < 18 ? it.address() + " 1" : "1:" + it.address();
  }

  private String abilities(Somebody it) {
    return abilities(it.abilities(), it.moreAbilities());
  }

  private String abilities(long abilities, int more) {
    if (reader < 8) {
      return "";
    }
    return " " + abilities + (reader < 16 ? "" : ":" + more);
  }
}
