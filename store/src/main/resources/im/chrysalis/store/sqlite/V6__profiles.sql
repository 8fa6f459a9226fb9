-- What people show of themselves; no row for those who never set anything.
CREATE TABLE profile (
  account INTEGER NOT NULL PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  version INTEGER NOT NULL,        -- raised by every change
  changed INTEGER NOT NULL,        -- milliseconds since 1970, as all times here
  message TEXT NOT NULL,
  message_changed INTEGER NOT NULL,
  pictures INTEGER NOT NULL,       -- how many there have been; the number of the newest
  picture_name TEXT,
  picture_form TEXT,               -- absent when none is shown
  picture_changed INTEGER,
  picture_size INTEGER,
  picture BLOB
) STRICT;
