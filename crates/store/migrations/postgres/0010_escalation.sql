-- Where a group's tickets go when it cannot solve them (D-21).
ALTER TABLE groups ADD COLUMN escalates_to BIGINT REFERENCES groups (id);
