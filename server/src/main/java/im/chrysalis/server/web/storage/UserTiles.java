package im.chrysalis.server.web.storage;

import im.chrysalis.domain.profile.Picture;
import im.chrysalis.domain.profile.Profiles;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.values.AccountId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives out display pictures. Whoever has the address of one may see it, and nobody can guess one:
 * a seal is part of it, which ends with the picture.
 */
final class UserTiles implements HttpService {
  /** Everything below it is asked for here. */
  static final String PATH = "/storage/usertile";

  private static final Pattern ADDRESS =
      Pattern.compile(
          ".*/storage/usertile/([0-9]{1,18})-([0-9]{1,9})-([0-9a-f]{32})/(static|small)",
          Pattern.CASE_INSENSITIVE);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SEAL_BYTES = 16;
  private static final HttpResponse NOT_FOUND = HttpResponse.of(404, "Not Found");

  private final Profiles profiles;
  private final SecretKeySpec key;

  UserTiles(Profiles profiles, byte[] key) {
    this.profiles = profiles;
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Where a picture is, below the server's own address.
   *
   * @param size {@code static} or {@code small}; both are the whole picture
   */
  String path(AccountId owner, int number, String size) {
    return "%s/%d-%d-%s/%s".formatted(PATH, owner.number(), number, seal(owner, number), size);
  }

  /** COMPAT MSNPSharp: it adds its ticket to the address, which says nothing here. */
  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    Matcher address = ADDRESS.matcher(request.path());
    if (!address.matches()) {
      return CompletableFuture.completedStage(NOT_FOUND);
    }
    AccountId owner = new AccountId(Long.parseLong(address.group(1)));
    int number = Integer.parseInt(address.group(2));
    if (!isSealed(owner, number, address.group(3))) {
      return CompletableFuture.completedStage(NOT_FOUND);
    }
    return profiles
        .of(owner)
        .thenCompose(profile ->
            profile.picture().filter(it -> it.number() == number).isPresent()
                ? profiles.picture(owner)
                : CompletableFuture.completedStage(Optional.empty()))
        .thenApply(found -> found.map(UserTiles::answer).orElse(NOT_FOUND));
  }

  private static HttpResponse answer(Picture picture) {
    HttpResponse head =
        HttpResponse.of(200, "OK")
            .with("Content-Type", "image/" + picture.form().code())
            .with("X-Content-Type-Options", "nosniff");
    return new HttpResponse(head.status(), head.reason(), head.fields(), picture.bytes());
  }

  private boolean isSealed(AccountId owner, int number, String seal) {
    return MessageDigest.isEqual(
        seal.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII),
        seal(owner, number).getBytes(StandardCharsets.US_ASCII));
  }

  private String seal(AccountId owner, int number) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] whole =
          mac.doFinal(ByteBuffer.allocate(12).putLong(owner.number()).putInt(number).array());
      return HexFormat.of().formatHex(Arrays.copyOf(whole, SEAL_BYTES));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
