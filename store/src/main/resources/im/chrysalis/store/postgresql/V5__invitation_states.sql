-- What became of an invitation: queued, sending, sent, failed.
ALTER TABLE invitation ADD COLUMN state TEXT NOT NULL DEFAULT 'queued';

CREATE INDEX invitation_by_state ON invitation (state, time);
