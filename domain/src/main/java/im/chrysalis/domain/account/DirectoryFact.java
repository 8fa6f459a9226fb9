package im.chrysalis.domain.account;

/** What the directory knows of those who opted into it. */
public enum DirectoryFact {
  FIRST_NAME,
  LAST_NAME,
  CITY,
  STATE,
  COUNTRY
}
