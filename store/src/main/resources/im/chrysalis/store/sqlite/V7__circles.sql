-- Groups of people, and who is in them or invited.
CREATE TABLE circle (
  number INTEGER NOT NULL PRIMARY KEY, -- 48 bits, made up
  name TEXT NOT NULL,
  owner INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  created INTEGER NOT NULL,        -- milliseconds since 1970, as all times here
  changed INTEGER NOT NULL         -- later with every change
) STRICT;

CREATE INDEX circle_by_owner ON circle (owner);

CREATE TABLE circle_member (
  circle INTEGER NOT NULL REFERENCES circle ON DELETE CASCADE,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  role INTEGER NOT NULL,           -- 1 admin, 2 assistant, 3 member, 4 invited
  inviter INTEGER REFERENCES account ON DELETE SET NULL,
  message TEXT NOT NULL,           -- the words of the invitation
  since INTEGER NOT NULL,          -- in it, or invited
  blocked INTEGER NOT NULL,        -- 1 when the member wants to hear nothing of it, else 0
  PRIMARY KEY (circle, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX circle_member_by_account ON circle_member (account, circle);

CREATE INDEX circle_member_by_inviter ON circle_member (inviter);

-- Counts the changes of circles that concerned an account.
ALTER TABLE account ADD COLUMN circle_version INTEGER NOT NULL DEFAULT 0;
