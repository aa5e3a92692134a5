-- Whether a system set it in motion, and not a person (A-15). What is older was a person's.
ALTER TABLE tickets ADD COLUMN by_system BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE tasks ADD COLUMN by_system BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX tickets_by_system ON tickets (stage, rank_at, id) WHERE by_system;
CREATE INDEX tickets_by_system_of_group ON tickets (group_id, stage, rank_at, id) WHERE by_system;
