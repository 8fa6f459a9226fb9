package im.chrysalis.testkit;

/** What a client must hear of somebody since MSNP21, in documents. */
final class ExpectedDocuments {
  private static final String NOWHERE = "{00000000-0000-0000-0000-000000000000}";

  private final String reader;

  ExpectedDocuments(Person reader) {
    this.reader = "1:" + reader.address();
  }

  /** Somebody has come. */
  String comes(Somebody it) {
    return told(it, "Full", reader, looks(it) + places(it));
  }

  /** Somebody appears otherwise than before. */
  String changes(Somebody it) {
    return told(it, "Partial", reader, looks(it) + places(it));
  }

  /** Somebody has gone. */
  String gone(Somebody it) {
    return notification("DEL", it, "Full", reader, "<user><s n=\"IM\"></s></user>");
  }

  /** The reader itself. */
  String self(Somebody it) {
    String details =
        "<ClientType>1</ClientType><EpName></EpName><Idle>false</Idle><State>NLN</State>";
    return told(
        it,
        "Full",
        reader + ";epid=" + it.place(),
        looks(it) + places(it) + place("PD", it, details));
  }

  private static String told(Somebody it, String type, String to, String inside) {
    return notification("PUT", it, type, to, "<user>" + inside + "</user>");
  }

  private static String looks(Somebody it) {
    String picture =
        it.pictured() ? Somebody.PICTURE.replace("<", "&lt;").replace(">", "&gt;") : "";
    return "<s n=\"IM\"><Status>%s</Status><CurrentMedia></CurrentMedia></s>".formatted(it.status())
        + "<s n=\"PE\"><UserTileLocation>%s</UserTileLocation>".formatted(picture)
        + "<FriendlyName>%s</FriendlyName><PSM>%s</PSM></s>".formatted(it.name(), it.message());
  }

  private static String places(Somebody it) {
    return place("IM", it, abilities(it.abilities(), it.moreAbilities()))
        + place("PE", it, abilities(0, 0));
  }

  private static String abilities(long abilities, int more) {
    return "<Capabilities>%d:%d</Capabilities>".formatted(abilities, more);
  }

  private static String place(String service, Somebody it, String inside) {
    return "<sep n=\"%s\" epid=\"%s\">%s</sep>"
        .formatted(service, it.isPlaced() ? it.place() : NOWHERE, inside);
  }

  private static String notification(
      String verb, Somebody it, String type, String to, String document) {
    String message =
        """
        Routing: 1.0
        To: %s
        From: 1:%s

        Reliability: 1.0

        Notification: 1.0
        NotifNum: 0
        Uri: /user
        NotifType: %s
        Content-Type: application/user+xml
        Content-Length: %d

        %s\
        """
            .formatted(to, it.address(), type, document.length(), document)
            .replace("\n", "\r\n");
    return "NFY %s %d\n%s".formatted(verb, message.length(), message);
  }
}
