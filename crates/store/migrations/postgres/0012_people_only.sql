-- Leaves whose tickets automation leaves to people (D-28).
ALTER TABLE categories ADD COLUMN people_only BOOLEAN NOT NULL DEFAULT FALSE;
