package im.chrysalis.domain.contact;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One other person as an account knows them. Small, since there are many: a full server holds some
 * millions. Belongs to its roster's thread.
 */
public final class Contact {
  private static final int WATCHING = 1 << 6;
  private static final int SHOWN = 1 << 7;
  private static final int LISTS = 0x1F;

  private View view;
  private @Nullable String label;
  private Set<UUID> groups;
  private int flags;

  /**
   * A contact as it was kept.
   *
   * @param lists the sum of the lists' bits, the reverse list's included
   * @param label the owner's own name for the contact
   */
  public Contact(View view, int lists, @Nullable String label, Set<UUID> groups) {
    this.view = view;
    this.flags = lists & LISTS;
    this.label = label;
    this.groups = groups;
  }

  public AccountId id() {
    return view.card().id();
  }

  /** How the contact appears to the owner, as far as is known. */
  public View view() {
    return view;
  }

  void view(View now) {
    view = now;
  }

  public boolean isOn(ContactList list) {
    return (flags & list.bit()) != 0;
  }

  /** The sum of the bits of all lists that the contact is on. */
  public int lists() {
    return flags & LISTS;
  }

  /** The owner's own name for the contact. */
  public Optional<String> label() {
    return Optional.ofNullable(label);
  }

  public Set<UUID> groups() {
    return groups;
  }

  /** Whether the contact is signed in and watches the owner. */
  boolean isWatching() {
    return (flags & WATCHING) != 0;
  }

  void watching(boolean on) {
    flags = on ? flags | WATCHING : flags & ~(WATCHING | SHOWN);
  }

  /** Whether the contact was last told that the owner is there. */
  boolean isShown() {
    return (flags & SHOWN) != 0;
  }

  void shown(boolean on) {
    flags = on ? flags | SHOWN : flags & ~SHOWN;
  }

  void become(int lists, @Nullable String newLabel, Set<UUID> newGroups) {
    flags = (flags & ~LISTS) | (lists & LISTS);
    label = newLabel;
    groups = newGroups;
  }
}
