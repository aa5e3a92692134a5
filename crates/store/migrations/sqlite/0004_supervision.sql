-- A leader's requirement, laid over tickets; see domain::supervision.
CREATE TABLE supervisions (
    id           INTEGER PRIMARY KEY,
    issuer       INTEGER NOT NULL REFERENCES agents (id),
    department   INTEGER NOT NULL REFERENCES departments (id),
    -- Whose leader answers for it now; it climbs.
    answerable   INTEGER NOT NULL REFERENCES departments (id),
    level        INTEGER NOT NULL,
    requirement  TEXT NOT NULL,
    -- How many tickets it lies on.
    targets      INTEGER NOT NULL,
    deadline     INTEGER NOT NULL,
    limit_at     INTEGER NOT NULL,
    -- Hours.
    report_every INTEGER,
    state        TEXT NOT NULL,
    due_at       INTEGER,
    issued_at    INTEGER NOT NULL,
    acknowledged_at      INTEGER,
    acknowledged_in_time INTEGER NOT NULL,
    answered_at  INTEGER,
    missed_at    INTEGER,
    lifted_at    INTEGER,
    repeated     INTEGER NOT NULL
) STRICT;
CREATE INDEX supervisions_of_department ON supervisions (department, id);
CREATE INDEX supervisions_of_issuer ON supervisions (issuer, id);
CREATE INDEX supervisions_running ON supervisions (answerable, id) WHERE lifted_at IS NULL;

CREATE TABLE supervision_targets (
    supervision INTEGER NOT NULL REFERENCES supervisions (id),
    ticket      INTEGER NOT NULL REFERENCES tickets (id),
    PRIMARY KEY (supervision, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX supervision_targets_of_ticket ON supervision_targets (ticket, supervision);

CREATE TABLE supervision_reports (
    id          INTEGER PRIMARY KEY,
    supervision INTEGER NOT NULL REFERENCES supervisions (id),
    agent       INTEGER NOT NULL REFERENCES agents (id),
    kind        TEXT NOT NULL,
    body        TEXT NOT NULL,
    at          INTEGER NOT NULL
) STRICT;
CREATE INDEX supervision_reports_of ON supervision_reports (supervision, id);

-- Numbers of the board by department, by the day of issue; maintained, never counted.
CREATE TABLE supervision_counts (
    day        INTEGER NOT NULL,
    department INTEGER NOT NULL,
    figure     INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    PRIMARY KEY (day, department, figure)
) STRICT, WITHOUT ROWID;

-- Marks on tickets, for the lists and their numbers.
ALTER TABLE tickets ADD COLUMN supervised INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN stuck INTEGER NOT NULL DEFAULT 0;
CREATE INDEX tickets_supervised ON tickets (stage, rank_at, id) WHERE supervised > 0;
CREATE INDEX tickets_supervised_of_group ON tickets (group_id, stage, rank_at, id) WHERE supervised > 0;
CREATE INDEX tickets_stuck ON tickets (stage, rank_at, id) WHERE stuck;
CREATE INDEX tickets_stuck_of_group ON tickets (group_id, stage, rank_at, id) WHERE stuck;

-- Why a ticket is stuck, as it was noticed.
CREATE TABLE stuck (
    ticket     INTEGER PRIMARY KEY REFERENCES tickets (id),
    troubles   TEXT NOT NULL,
    noticed_at INTEGER NOT NULL
) STRICT;

-- How long a step takes for a leaf: nine of ten of the last ninety days were done within.
CREATE TABLE step_times (
    category INTEGER NOT NULL REFERENCES categories (id),
    step     TEXT NOT NULL,
    p90      INTEGER NOT NULL,
    sample   INTEGER NOT NULL,
    PRIMARY KEY (category, step)
) STRICT, WITHOUT ROWID;

-- Tasks that were urged, and whose handler has not looked since.
CREATE TABLE urged_tasks (
    task     INTEGER PRIMARY KEY REFERENCES tasks (id),
    n        INTEGER NOT NULL,
    urged_at INTEGER NOT NULL
) STRICT;

-- Leaders may supervise from now on, and administrators everywhere.
UPDATE roles SET grants = json_set(grants, '$.supervise', 'department')
WHERE key = 'leader' AND json_extract(grants, '$.supervise') IS NULL;
UPDATE roles SET grants = json_set(grants, '$.supervise', 'all')
WHERE key = 'admin' AND json_extract(grants, '$.supervise') IS NULL;
