-- One row a setting of the store itself, such as the check of its key file.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

-- The last number that was given; numbers are never given twice.
CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  last BIGINT NOT NULL
);

INSERT INTO counter (name, last) VALUES ('account', 10000);

CREATE TABLE account (
  number BIGINT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  alias TEXT NOT NULL UNIQUE,
  guid TEXT NOT NULL UNIQUE,
  cid BIGINT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  privacy TEXT NOT NULL,           -- AL or BL
  notice TEXT NOT NULL,            -- A or N
  home_phone TEXT,
  work_phone TEXT,
  mobile_phone TEXT,
  mobile_pages TEXT,
  mobile_enabled TEXT,
  legacy_clients INTEGER NOT NULL, -- 1 when old clients may sign in, else 0
  list_version BIGINT NOT NULL,
  created BIGINT NOT NULL          -- milliseconds since 1970
);

-- Numbers of accounts that are gone.
CREATE TABLE retired (
  number BIGINT NOT NULL PRIMARY KEY
);

CREATE TABLE credential (
  account BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  kind TEXT NOT NULL,              -- password, beginning or legacy
  label TEXT NOT NULL,             -- empty for the account's own password
  secret TEXT NOT NULL,
  PRIMARY KEY (account, kind, label)
);

CREATE TABLE contact_group (
  owner BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  number INTEGER NOT NULL,         -- 1 to 29
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (owner, number)
);

CREATE TABLE contact (
  owner BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  person BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  lists INTEGER NOT NULL,          -- sum of forward 1, allow 2, block 4; all others are derived
  decided INTEGER NOT NULL,        -- 1 when neither allowed nor blocked and yet not pending
  label TEXT,
  in_groups INTEGER NOT NULL,      -- sum of 2^number of each group
  PRIMARY KEY (owner, person)
);

-- Who has a person on which lists, answered from the index alone.
CREATE INDEX contact_by_person ON contact (person, owner, lists);

CREATE TABLE directory_fact (
  account BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  fact TEXT NOT NULL,
  value TEXT NOT NULL,
  folded TEXT NOT NULL,            -- the value as it is searched for: lower case
  PRIMARY KEY (account, fact)
);

CREATE INDEX directory_fact_by_value ON directory_fact (fact, folded);

CREATE TABLE invitation (
  inviter BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  invited TEXT NOT NULL,
  body TEXT NOT NULL,
  time BIGINT NOT NULL,            -- milliseconds since 1970
  PRIMARY KEY (inviter, invited)
);
