package im.chrysalis.server.web.storage;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.profile.Profile;
import im.chrysalis.domain.profile.Profile.Portrait;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.server.web.Links;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** Profiles as clients read them. */
final class ProfileMarkup {
  private static final Template HEADER =
      Template.of(
          """
          <AffinityCacheHeader xmlns="{namespace}"><CacheKey>{cid}</CacheKey></AffinityCacheHeader>
          <StorageUserHeader xmlns="{namespace}"><Puid>0</Puid><Cid>0</Cid>
          <ApplicationId>0</ApplicationId>{ticket}<DeviceId>0</DeviceId>
          <IsTrustedDevice>false</IsTrustedDevice><IsStrongAuth>false</IsStrongAuth>
          <IsAdmin>false</IsAdmin><LanguagePreference>0</LanguagePreference></StorageUserHeader>
          """);

  private static final Template TICKET = Template.of("<TicketToken>{ticket}</TicketToken>");

  private static final Template PROFILE =
      Template.of(
          """
          <GetProfileResult><ResourceID>{profile}</ResourceID><DateModified>{date}</DateModified>
          <ExpressionProfile><ResourceID>{expression}</ResourceID>
          <DateModified>{date}</DateModified><Version>{version}</Version><Flags>0</Flags>{photo}
          <PersonalStatus>{message}</PersonalStatus>
          <PersonalStatusLastModified>{messageDate}</PersonalStatusLastModified>
          <DisplayName>{name}</DisplayName><DisplayNameLastModified>{date}</DisplayNameLastModified>
          {tile}</ExpressionProfile></GetProfileResult>
          """);

  private static final Template PHOTO =
      Template.of(
          """
          <Photo><ItemType>Photo</ItemType><ResourceID>{id}</ResourceID>
          <DateModified>{date}</DateModified><Name>{name}</Name>
          <DocumentStreams>{streams}</DocumentStreams></Photo>
          """);

  private static final Template STREAM =
      Template.of(
          """
          <DocumentStream xsi:type="PhotoStream"><DocumentStreamName>{name}</DocumentStreamName>
          <MimeType>image/{form}</MimeType><DataSize>{size}</DataSize>
          <PreAuthURL>{url}</PreAuthURL><WriteMode>Overwrite</WriteMode>
          <StreamVersion>0</StreamVersion><DocumentStreamType>{type}</DocumentStreamType>
          </DocumentStream>
          """);

  private static final Template TILE =
      Template.of("<StaticUserTilePublicURL>{url}</StaticUserTilePublicURL>");

  private static final Template DOCUMENT =
      Template.of(
          """
          <Document><ResourceID>{id}</ResourceID><Name>{name}</Name>
          <WhenTaken>{date}</WhenTaken></Document>
          """);

  private final UserTiles tiles;

  ProfileMarkup(UserTiles tiles) {
    this.tiles = tiles;
  }

  /**
   * What stands in the header of each answer. COMPAT MSNPSharp: it reads {@code Cid} as a number of
   * 32 bits, and its next request has the header of this answer, so the ticket comes back.
   */
  static Markup header(String namespace, Account owner, Optional<String> ticket) {
    return HEADER.fill(
        namespace,
        HexFormat.of().toHexDigits(owner.cid()),
        namespace,
        ticket.map(TICKET::fill).orElse(Markup.NONE));
  }

  /** The whole profile; what was asked for in particular does not matter to any client. */
  Markup profile(Account owner, Profile profile, HttpRequest request) {
    String changed = date(profile.changed());
    return PROFILE.fill(
        ResourceId.profile(owner.cid()),
        changed,
        ResourceId.expression(owner.cid()),
        changed,
        profile.version(),
        profile.picture().map(it -> photo(owner, it, request)).orElse(Markup.NONE),
        profile.message(),
        date(profile.messageChanged()),
        owner.card().name(),
        changed,
        profile
            .picture()
            .map(it -> TILE.fill(url(owner, it, "static", request)))
            .orElse(Markup.NONE));
  }

  /** The picture as an entry of a folder. */
  static Markup document(Account owner, Portrait it) {
    return DOCUMENT.fill(
        ResourceId.picture(owner.cid(), it.number()), it.name(), date(it.changed()));
  }

  private Markup photo(Account owner, Portrait it, HttpRequest request) {
    Markup whole = stream(owner, it, "UserTileStatic", "UserTileStatic", "static", request);
    Markup small = stream(owner, it, "UserTileSmall", "Named", "small", request);
    return PHOTO.fill(
        ResourceId.picture(owner.cid(), it.number()),
        date(it.changed()),
        it.name(),
        Markup.joined(Stream.of(whole, small)));
  }

  private Markup stream(
      Account owner, Portrait it, String name, String type, String size, HttpRequest request) {
    return STREAM.fill(name, it.form().code(), it.size(), url(owner, it, size, request), type);
  }

  private String url(Account owner, Portrait it, String size, HttpRequest request) {
    return Links.root(request) + tiles.path(owner.card().id(), it.number(), size);
  }

  private static String date(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
