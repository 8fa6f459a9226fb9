package im.chrysalis.client;

import static im.chrysalis.client.Anna.ANNA;
import static im.chrysalis.client.Anna.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.web.BookPage;
import im.chrysalis.client.web.MemberPage;
import im.chrysalis.values.Ability;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.payload.MsnObject;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.UserDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What documents say of people, and what they leave as it was. */
class DocumentsTest {
  private static final EndpointId HERE = new EndpointId(new UUID(0, 1));
  private static final EndpointId SOFA = new EndpointId(new UUID(0, 2));
  private static final MsnObject PICTURE =
      MsnObject.of(BEN, MsnObject.PICTURE, "T.dat", "", "data".getBytes(StandardCharsets.UTF_8));

  private final Heard heard = new Heard();
  private final List<List<Place>> places = new ArrayList<>();
  private Book book;
  private Documents documents;

  @BeforeEach
  void start() {
    Delivery delivery = new Delivery(new Serial("test"));
    delivery.listen(heard);
    book = new Book(delivery);
    BookPage.Card ben =
        new BookPage.Card("id", BEN, Optional.empty(), Optional.of("Ben"), Set.of());
    book.replaced(
        new MemberPage(List.of()),
        new BookPage(Optional.empty(), Map.of(), List.of(ben), List.of()));
    documents = new Documents(ANNA, HERE, book, places::add);
  }

  private static RoutedMessage of(RoutedAddress from, String notifType, String xml) {
    return RoutedMessage.notification(
        from,
        RoutedAddress.of(ANNA),
        "/user",
        notifType,
        UserDocument.CONTENT_TYPE,
        xml.getBytes(StandardCharsets.UTF_8));
  }

  private void published(String notifType, String xml) {
    documents.published(BEN, of(RoutedAddress.of(BEN), notifType, xml));
  }

  private Contact ben() {
    return book.roster().find(BEN).orElseThrow();
  }

  @Test
  void whatIsAbsentStays() {
    String picture = PICTURE.toString().replace("<", "&lt;").replace(">", "&gt;");
    published(
        "Full",
        "<user><s n=\"IM\"><Status>BSY</Status><CurrentMedia></CurrentMedia></s>"
            + "<s n=\"PE\"><UserTileLocation>"
            + picture
            + "</UserTileLocation><FriendlyName>Benjamin</FriendlyName><PSM>Back &amp; at it</PSM>"
            + "</s><sep n=\"IM\" epid=\"{"
            + SOFA
            + "}\"><Capabilities>16:0</Capabilities></sep></user>");
    Contact came = heard.next(Event.PresenceChanged.class).contact();
    assertThat(came.name()).isEqualTo("Benjamin");
    assertThat(came.status()).isEqualTo(Status.BUSY);
    assertThat(came.abilities()).containsExactly(Ability.WEBCAM);
    assertThat(came.picture()).contains(PICTURE);
    assertThat(heard.next(Event.PersonalMessageChanged.class).contact().personalMessage().text())
        .isEqualTo("Back & at it");

    published("Partial", "<user><s n=\"IM\"><Status>AWY</Status></s></user>");
    Event.PresenceChanged away = heard.next(Event.PresenceChanged.class);
    assertThat(away.before()).isEqualTo(Status.BUSY);
    assertThat(ben().appearing(ben().look().with(Status.BUSY))).isEqualTo(came);

    published(
        "Partial", "<user><s n=\"PE\"><UserTileLocation></UserTileLocation><PSM></PSM></s></user>");
    assertThat(ben().picture()).isEmpty();
    assertThat(ben().personalMessage()).isEqualTo(PersonalMessage.NONE);
    assertThat(ben().status()).isEqualTo(Status.AWAY);
  }

  @Test
  void nonsenseChangesNothing() {
    published("Full", "<user><s n=\"IM\"><Status>NLN</Status></s></user>");
    Contact before = ben();
    published("Partial", "<user><s n=\"IM\"><Status>");
    published("Partial", "<user><s n=\"IM\"><Status>WHAT</Status></s></user>");
    published("Sync", "");
    assertThat(ben()).isEqualTo(before);
  }

  @Test
  void whoGoesIsWithdrawnAndWhoLeavesAPlaceIsNot() {
    published("Full", "<user><s n=\"IM\"><Status>NLN</Status></s></user>");
    RoutedAddress from = RoutedAddress.of(BEN);
    documents.withdrawn(
        BEN, of(from, "Partial", "<user><sep n=\"IM\" epid=\"{" + SOFA + "}\"/></user>"));
    assertThat(ben().isOnline()).isTrue();
    documents.withdrawn(BEN, of(from, "Full", "<user><s n=\"IM\"/></user>"));
    assertThat(ben().isOnline()).isFalse();
  }

  @Test
  void ownPlacesComeAndGo() {
    RoutedAddress me = RoutedAddress.of(ANNA);
    documents.published(ANNA, of(me, "Full", "<user><s n=\"PF\" ts=\"2011\"/></user>"));
    assertThat(places).isEmpty();
    String desk =
        "<user><sep n=\"PD\" epid=\"{" + HERE + "}\"><EpName>Desk</EpName><State>NLN</State></sep>";
    documents.published(
        ANNA,
        of(
            me,
            "Full",
            desk
                + "<sep n=\"IM\" epid=\"{"
                + SOFA
                + "}\"><Capabilities>16:0</Capabilities></sep><sep n=\"PE\" epid=\"{"
                + SOFA
                + "}\"><Capabilities>1:0</Capabilities></sep><sep n=\"PD\" epid=\"{"
                + SOFA
                + "}\"><EpName>Sofa</EpName><Idle>true</Idle><State>IDL</State></sep></user>"));
    assertThat(places.getLast())
        .containsExactly(
            new Place(HERE, "Desk", Status.ONLINE, false, Set.of(), true),
            new Place(SOFA, "Sofa", Status.IDLE, true, Set.of(Ability.WEBCAM), false));
    assertThat(
            documents.withdrawn(
                ANNA, of(me, "Partial", "<user><sep n=\"PD\" epid=\"{" + SOFA + "}\"/></user>")))
        .isFalse();
    assertThat(places.getLast()).extracting(Place::name).containsExactly("Desk");
    assertThat(
            documents.withdrawn(
                ANNA, of(me, "Partial", "<user><sep n=\"IM\" epid=\"{" + HERE + "}\"/></user>")))
        .isTrue();
  }
}
