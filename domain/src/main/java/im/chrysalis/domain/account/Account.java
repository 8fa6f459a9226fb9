package im.chrysalis.domain.account;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Alias;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.util.Map;
import java.util.UUID;

/**
 * What is kept of an account besides its lists and secrets.
 *
 * @param card what anybody may know
 * @param alias the short name, for networks without e-mail-like addresses
 * @param guid unique, for dialects that call accounts by a GUID
 * @param cid unique, 64 bits; printed as hex or as a signed decimal where a protocol wants it
 * @param privacy what holds for people on neither the allow nor the block list
 * @param notice what the owner's clients do when somebody adds them
 * @param properties telephone numbers and their like; an unset one is absent
 * @param listVersion raised by every change of the lists or of these settings; 1 in a new account
 */
public record Account(
    Card card,
    Alias alias,
    UUID guid,
    long cid,
    PrivacyDefault privacy,
    AddNotice notice,
    Map<Property, String> properties,
    long listVersion) {

  public Account named(String name) {
    return new Account(
        card.named(name), alias, guid, cid, privacy, notice, properties, listVersion);
  }

  public Account with(PrivacyDefault other) {
    return new Account(card, alias, guid, cid, other, notice, properties, listVersion);
  }

  public Account with(AddNotice other) {
    return new Account(card, alias, guid, cid, privacy, other, properties, listVersion);
  }

  public Account with(Map<Property, String> others) {
    return new Account(card, alias, guid, cid, privacy, notice, Map.copyOf(others), listVersion);
  }

  public Account atVersion(long version) {
    return new Account(card, alias, guid, cid, privacy, notice, properties, version);
  }
}
