package im.chrysalis.server.web.storage;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.profile.Picture;
import im.chrysalis.domain.profile.PictureForm;
import im.chrysalis.domain.profile.Profile;
import im.chrysalis.domain.profile.Profile.Portrait;
import im.chrysalis.domain.profile.Profiles;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.server.web.Asker;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.values.AccountId;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.xml.Element;
import java.util.Base64;
import java.util.Optional;

/** What the operations of the storage do. The name is the account's own; its person changes it. */
final class ProfileKeeper {
  /** As for names that clients set on their connection. */
  private static final int MAX_NAME = 387;

  private static final String EXPRESSION = "ExpressionProfile";
  private static final String STATUS = "PersonalStatus";

  private final People people;
  private final Profiles profiles;
  private final Timer timer;

  ProfileKeeper(People people, Profiles profiles, Timer timer) {
    this.people = people;
    this.profiles = profiles;
    this.timer = timer;
  }

  Account account(AccountId owner) {
    return Waiting.on(people.ask(owner, new Request.ReadRoster())).account();
  }

  Profile profile(Account owner) {
    return Waiting.on(profiles.of(owner.card().id()));
  }

  /**
   * Sets what a {@code CreateProfile} or {@code UpdateProfile} says and takes out what it deletes.
   */
  void update(Account owner, Element operation) throws StorageFault.Refusal {
    Optional<String> name =
        operation.textAt("profile", EXPRESSION, "DisplayName").filter(it -> !isName(owner, it));
    Optional<String> message =
        operation
            .flagAt("profileAttributesToDelete", EXPRESSION + "Attributes", STATUS)
            .filter(deleted -> deleted)
            .map(_ -> "")
            .or(() -> operation.at("profile", EXPRESSION, STATUS).map(Element::stripped));
    if (name.map(it -> EncodedText.of(it).length() > MAX_NAME).orElse(false)
        || message.map(it -> it.length() > Profile.MAX_MESSAGE).orElse(false)) {
      throw StorageFault.INVALID_ARGUMENT.refusal();
    }
    AccountId id = owner.card().id();
    name.ifPresent(it -> Waiting.on(people.ask(id, Asker.own(new Request.Rename(it)))));
    message.ifPresent(it -> {
      if (!it.equals(profile(owner).message())) {
        Waiting.on(profiles.say(id, it, timer.now()));
      }
    });
  }

  private static boolean isName(Account owner, String text) {
    return owner.card().name().equals(text);
  }

  /** Shows the picture in a {@code CreateDocument} or {@code UpdateDocument}; its number. */
  int show(Account owner, Element operation) throws StorageFault.Refusal {
    Element document = operation.child("document").orElseThrow(StorageFault.BAD_REQUEST::refusal);
    byte[] bytes = data(document).orElseThrow(StorageFault.INVALID_ARGUMENT::refusal);
    PictureForm form = PictureForm.of(bytes).orElseThrow(StorageFault.INVALID_ARGUMENT::refusal);
    String name = document.textAt("Name").orElse("");
    if (bytes.length > Picture.MAX_BYTES || name.length() > Picture.MAX_NAME) {
      throw StorageFault.INVALID_ARGUMENT.refusal();
    }
    Picture picture = new Picture(name, form, bytes);
    return Waiting.on(profiles.show(owner.card().id(), picture, timer.now()));
  }

  /** The large one of the streams, or the first when none says so. */
  private static Optional<byte[]> data(Element document) {
    Optional<Element> first = document.at("DocumentStreams", "DocumentStream");
    return document.items("DocumentStreams", "DocumentStream").stream()
        .filter(it -> it.textAt("DocumentStreamType").filter("UserTileStatic"::equals).isPresent())
        .findFirst()
        .or(() -> first)
        .flatMap(it -> it.textAt("Data"))
        .flatMap(ProfileKeeper::decoded);
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** A picture that was created becomes the one that is shown, which it is already. */
  void relate(Account owner, Element operation) throws StorageFault.Refusal {
    for (Element relationship : operation.items("relationships", "Relationship")) {
      boolean shown = relationship.textAt("TargetID").flatMap(it -> shown(owner, it)).isPresent();
      if (!shown) {
        throw StorageFault.ITEM_DOES_NOT_EXIST.refusal();
      }
    }
  }

  /**
   * Takes pictures out of the profile. Out of the folder of pictures they need not be taken: there
   * is only the one that is shown.
   */
  void unrelate(Account owner, Element operation) {
    boolean ofProfile =
        operation
            .textAt("sourceHandle", "ResourceID")
            .flatMap(it -> ResourceId.parse(it, owner.cid()))
            .filter(it -> it.picture().isEmpty())
            .isPresent();
    if (ofProfile) {
      for (Element target : operation.items("targetHandles", "ObjectHandle")) {
        target
            .textAt("ResourceID")
            .flatMap(it -> shown(owner, it))
            .ifPresent(
                it -> Waiting.on(profiles.hide(owner.card().id(), it.number(), timer.now())));
      }
    }
  }

  /** The picture of an id, if it is the one that is shown. */
  private Optional<Portrait> shown(Account owner, String id) {
    return ResourceId.parse(id, owner.cid())
        .flatMap(it ->
            profile(owner)
                .picture()
                .filter(picture ->
                    it.picture().isPresent() && it.picture().getAsInt() == picture.number()));
  }
}
