-- What an account has written down about its contacts, its groups and itself.
CREATE TABLE note (
  owner BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  about TEXT NOT NULL,             -- GUID of the contact, the group or the owner
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, about, name)
);
