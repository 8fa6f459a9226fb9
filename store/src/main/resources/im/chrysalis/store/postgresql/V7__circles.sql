-- Groups of people, and who is in them or invited.
CREATE TABLE circle (
  number BIGINT NOT NULL PRIMARY KEY, -- 48 bits, made up
  name TEXT NOT NULL,
  owner BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  created BIGINT NOT NULL,         -- milliseconds since 1970, as all times here
  changed BIGINT NOT NULL          -- later with every change
);

CREATE INDEX circle_by_owner ON circle (owner);

CREATE TABLE circle_member (
  circle BIGINT NOT NULL REFERENCES circle ON DELETE CASCADE,
  account BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
  role INTEGER NOT NULL,           -- 1 admin, 2 assistant, 3 member, 4 invited
  inviter BIGINT REFERENCES account ON DELETE SET NULL,
  message TEXT NOT NULL,           -- the words of the invitation
  since BIGINT NOT NULL,           -- in it, or invited
  blocked INTEGER NOT NULL,        -- 1 when the member wants to hear nothing of it, else 0
  PRIMARY KEY (circle, account)
);

CREATE INDEX circle_member_by_account ON circle_member (account, circle);

CREATE INDEX circle_member_by_inviter ON circle_member (inviter);

-- Counts the changes of circles that concerned an account.
ALTER TABLE account ADD COLUMN circle_version BIGINT NOT NULL DEFAULT 0;
