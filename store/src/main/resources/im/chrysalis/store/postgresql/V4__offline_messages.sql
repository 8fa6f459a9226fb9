-- What waits for people who were not there. The sender's account may be gone meanwhile.
CREATE TABLE offline_message (
  owner BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  id TEXT NOT NULL,
  sender BIGINT NOT NULL,
  sender_address TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  sent BIGINT NOT NULL,            -- milliseconds since 1970
  series TEXT,                     -- what the sender's program calls all it sent in one go
  place INTEGER NOT NULL,          -- and the message's number among that; 0 without
  format TEXT,
  body TEXT NOT NULL,
  size INTEGER NOT NULL,           -- bytes of body and format
  fingerprint TEXT,                -- the same for a message that was sent twice
  PRIMARY KEY (owner, id)
);
