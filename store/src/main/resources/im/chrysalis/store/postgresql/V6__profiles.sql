-- What people show of themselves; no row for those who never set anything.
CREATE TABLE profile (
  account BIGINT NOT NULL PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  version INTEGER NOT NULL,        -- raised by every change
  changed BIGINT NOT NULL,         -- milliseconds since 1970, as all times here
  message TEXT NOT NULL,
  message_changed BIGINT NOT NULL,
  pictures INTEGER NOT NULL,       -- how many there have been; the number of the newest
  picture_name TEXT,
  picture_form TEXT,               -- absent when none is shown
  picture_changed BIGINT,
  picture_size INTEGER,
  picture BYTEA
);
