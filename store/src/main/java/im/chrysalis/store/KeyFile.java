package im.chrysalis.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file with the key of a store's recoverable secrets: 32 random bytes as 64 hexadecimal digits
 * or as base64. Whoever has it and a copy of the store can read old clients' passwords.
 */
final class KeyFile {
  static final int KEY_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyFile() {}

  /** Reads the key; makes one, for the owner's eyes only, when there is no file. */
  static byte[] readOrMake(Path file) {
    try {
      byte[] key = new byte[KEY_BYTES];
      RANDOM.nextBytes(key);
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Path made = OwnerOnly.newFile(file);
      Files.writeString(made, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.WRITE);
      return key;
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } catch (IOException e) {
      throw new StoreException("The key file " + file + " can't be made: " + e, e);
    }
  }

  /** Reads the key. */
  static byte[] read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      throw new StoreException("The key file " + file + " can't be read: " + e, e);
    }
    try {
      byte[] key =
          text.length() == 2 * KEY_BYTES
              ? HexFormat.of().parseHex(text)
              : Base64.getDecoder().decode(text);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // said below: what the text is instead does not matter
    }
    throw new StoreException(
        "The key file " + file + " must hold 32 bytes as 64 hexadecimal digits or as base64.");
  }

  /** What a store keeps to know its key again; tells nothing about the key. */
  static String check(byte[] key) {
    return HexFormat.of().formatHex(mac(key, "the key of this store"));
  }

  /** A key for another purpose; tells nothing about the key or about those of other purposes. */
  static byte[] derive(byte[] key, String purpose) {
    return mac(key, "key for " + purpose);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
