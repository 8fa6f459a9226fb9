package im.chrysalis.server.web.book;

import im.chrysalis.values.Property;
import java.util.List;
import java.util.Optional;

/**
 * How notes of a book are called where they are kept: what kind of thing it is, a slash, and the
 * name by which clients know it. Names are for ever, since they are in stores.
 */
final class NoteNames {
  static final String ANNOTATION = "annotation/";
  static final String EMAIL = "email/";
  static final String PHONE = "phone/";
  static final String SITE = "site/";

  /** The annotation that holds the words of an invitation. */
  static final String INVITE = "MSN.IM.InviteMessage";

  /** The types that MSNPSharp knows; with any other it drops the whole list. */
  static final List<String> EMAIL_TYPES =
      List.of("ContactEmailPersonal", "ContactEmailBusiness", "ContactEmailOther");

  static final List<String> PHONE_TYPES =
      List.of(
          "ContactPhonePersonal",
          "ContactPhoneBusiness",
          "ContactPhoneMobile",
          "ContactPhonePager",
          "ContactPhoneOther",
          "ContactPhoneFax");

  static final List<String> SITE_TYPES =
      List.of("ContactWebSitePersonal", "ContactWebSiteBusiness");

  static final List<String> LOCATION_TYPES =
      List.of("ContactLocationPersonal", "ContactLocationBusiness");

  static final List<String> LOCATION_PARTS =
      List.of("name", "street", "city", "state", "country", "postalCode");

  private static final String FIELD = "field/";
  private static final String LOCATION = "location/";

  private NoteNames() {}

  /** One part of an address, such as its city. */
  record LocationPart(String type, String part) {}

  static String annotation(String name) {
    return ANNOTATION + name;
  }

  static String field(String name) {
    return FIELD + name;
  }

  static String location(String type, String part) {
    return LOCATION + type + "/" + part;
  }

  static Optional<LocationPart> location(String name) {
    int slash = name.lastIndexOf('/');
    return name.startsWith(LOCATION) && slash > LOCATION.length()
        ? Optional.of(
            new LocationPart(name.substring(LOCATION.length(), slash), name.substring(slash + 1)))
        : Optional.empty();
  }

  static String phone(Property property) {
    return switch (property) {
      case HOME_PHONE -> PHONE + "ContactPhonePersonal";
      case WORK_PHONE -> PHONE + "ContactPhoneBusiness";
      case MOBILE_PHONE -> PHONE + "ContactPhoneMobile";
      case MOBILE_PAGES, MOBILE_ENABLED ->
          throw new IllegalArgumentException("no telephone number: " + property);
    };
  }
}
