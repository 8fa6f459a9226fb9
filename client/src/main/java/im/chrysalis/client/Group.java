package im.chrysalis.client;

/**
 * A group of contacts. Since MSNP7.
 *
 * @param id what the server calls it
 * @param name what its owner calls it
 */
public record Group(String id, String name) {
  /** The group of those who are in no other; it can't be renamed or removed. */
  public boolean isDefault() {
    return id.equals("0");
  }
}
