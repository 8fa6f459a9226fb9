CREATE TABLE ticket (
  id TEXT NOT NULL PRIMARY KEY,    -- a hash of the id that the client has
  account BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  mechanism TEXT NOT NULL,         -- nexus, rst, rst2 or not-rst
  secrets TEXT NOT NULL,           -- encrypted: both proof secrets
  expires BIGINT  NOT NULL         -- milliseconds since 1970
);

CREATE INDEX ticket_by_account ON ticket (account);

CREATE INDEX ticket_by_expiry ON ticket (expires);
