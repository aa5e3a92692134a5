-- Half of a step's tasks were done within `median`; `total` is the time of all of them together
-- (D-25). Both are learned anew with the next look.
ALTER TABLE step_times ADD COLUMN median BIGINT NOT NULL DEFAULT 0;
ALTER TABLE step_times ADD COLUMN total BIGINT NOT NULL DEFAULT 0;
DELETE FROM settings WHERE key = 'step_times_learned_at';
