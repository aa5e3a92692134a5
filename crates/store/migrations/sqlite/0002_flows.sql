-- Flows have versions: a ticket keeps the one it began with.
ALTER TABLE flows RENAME TO flow_versions;
CREATE TABLE flows (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    -- What new tickets run; absent until the flow is published for the first time.
    current  INTEGER REFERENCES flow_versions (id),
    -- What an administrator is working on, as JSON, and since when.
    draft    TEXT,
    saved_by INTEGER REFERENCES agents (id),
    saved_at INTEGER
) STRICT;
INSERT INTO flows (id, name, current) SELECT id, name, id FROM flow_versions;
ALTER TABLE flow_versions DROP COLUMN name;
ALTER TABLE flow_versions RENAME COLUMN flow TO definition;
ALTER TABLE flow_versions ADD COLUMN flow INTEGER REFERENCES flows (id);
ALTER TABLE flow_versions ADD COLUMN number INTEGER NOT NULL DEFAULT 1;
ALTER TABLE flow_versions ADD COLUMN note TEXT;
ALTER TABLE flow_versions ADD COLUMN published_by INTEGER REFERENCES agents (id);
ALTER TABLE flow_versions ADD COLUMN published_at INTEGER;
UPDATE flow_versions SET flow = id;
CREATE UNIQUE INDEX flow_versions_of_flow ON flow_versions (flow, number);
-- Until now there was one flow, and this is how it is written now.
UPDATE flow_versions SET definition = '{"steps":[{"key":"accept","name":"接收","kind":{"kind":"accept"},"owner":{"rule":"queue"},"next":[{"to":"handle"}]},{"key":"handle","name":"处理","kind":{"kind":"work"},"owner":{"rule":"previous_handler"},"next":[{"to":"feedback"}]},{"key":"feedback","name":"反馈","kind":{"kind":"feedback"},"owner":{"rule":"previous_handler"},"next":[{"to":null}]}]}';
ALTER TABLE tickets RENAME COLUMN flow TO flow_version;
ALTER TABLE categories ADD COLUMN flow_id INTEGER REFERENCES flows (id);
UPDATE categories SET flow_id = flow;
ALTER TABLE categories DROP COLUMN flow;
ALTER TABLE categories RENAME COLUMN flow_id TO flow;

-- Whoever answers from outside.
CREATE TABLE partners (
    id     INTEGER PRIMARY KEY,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL UNIQUE,
    active INTEGER NOT NULL
) STRICT;

-- A branch serves these regions, one a line (C-09).
ALTER TABLE departments ADD COLUMN territory TEXT;
ALTER TABLE customers ADD COLUMN region TEXT;

ALTER TABLE tasks ADD COLUMN kind TEXT NOT NULL DEFAULT 'step';
-- The fork, itself a task, and which of its branches.
ALTER TABLE tasks ADD COLUMN fork INTEGER REFERENCES tasks (id);
ALTER TABLE tasks ADD COLUMN branch INTEGER;
ALTER TABLE tasks ADD COLUMN department INTEGER REFERENCES departments (id);
ALTER TABLE tasks ADD COLUMN partner INTEGER REFERENCES partners (id);
-- Asked by hand: what, by whom, and whose own task waits for it.
ALTER TABLE tasks ADD COLUMN question TEXT;
ALTER TABLE tasks ADD COLUMN asked_by INTEGER REFERENCES agents (id);
ALTER TABLE tasks ADD COLUMN holds INTEGER REFERENCES tasks (id);
ALTER TABLE tasks ADD COLUMN step_due_at INTEGER;
ALTER TABLE tasks ADD COLUMN outcome TEXT;
ALTER TABLE tasks ADD COLUMN answer TEXT;
-- The ticket that has to be resolved first.
ALTER TABLE tasks ADD COLUMN child INTEGER REFERENCES tickets (id);
CREATE INDEX tasks_of_child ON tasks (child) WHERE child IS NOT NULL;
CREATE INDEX tasks_of_partner ON tasks (partner, stage, rank_at, id) WHERE stage > 0 AND partner IS NOT NULL;
