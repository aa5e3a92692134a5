-- Calculators: declared formulas, kept in versions.
CREATE TABLE calculators (
    id       INTEGER PRIMARY KEY,
    -- Offered in tickets, once it has a version.
    enabled  INTEGER NOT NULL,
    -- What an administrator is working on, as JSON; the newest version where nobody is.
    draft    TEXT NOT NULL,
    -- Grows with every saved draft.
    revision INTEGER NOT NULL,
    -- The newest published one; absent until the first is.
    version  INTEGER
) STRICT;

-- Never changed: what was calculated with one can be calculated again.
CREATE TABLE calculator_versions (
    calculator   INTEGER NOT NULL REFERENCES calculators (id),
    version      INTEGER NOT NULL,
    definition   TEXT NOT NULL,
    note         TEXT,
    published_by INTEGER REFERENCES agents (id),
    published_at INTEGER NOT NULL,
    PRIMARY KEY (calculator, version)
) STRICT;

CREATE TABLE calculation_runs (
    id          INTEGER PRIMARY KEY,
    ticket      INTEGER NOT NULL REFERENCES tickets (id),
    calculator  INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    -- What was given, and what came out.
    calculation TEXT NOT NULL,
    -- Where it was written.
    field       INTEGER REFERENCES fields (id),
    agent       INTEGER REFERENCES agents (id),
    at          INTEGER NOT NULL,
    FOREIGN KEY (calculator, version) REFERENCES calculator_versions (calculator, version)
) STRICT;
CREATE INDEX calculation_runs_of_ticket ON calculation_runs (ticket, id);

-- Whether whoever asks is who they say.
CREATE TABLE identity_checks (
    id      INTEGER PRIMARY KEY,
    ticket  INTEGER NOT NULL REFERENCES tickets (id),
    method  TEXT NOT NULL,
    outcome TEXT NOT NULL,
    -- What was asked; never what was answered.
    asked   TEXT,
    agent   INTEGER REFERENCES agents (id),
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX identity_checks_of_ticket ON identity_checks (ticket, id);

-- The newest code sent for a ticket, known by its trace.
CREATE TABLE identity_codes (
    ticket     INTEGER PRIMARY KEY REFERENCES tickets (id),
    code       BLOB NOT NULL,
    tries      INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

-- How a front agent solves a category's tickets at once.
CREATE TABLE guides (
    category INTEGER PRIMARY KEY REFERENCES categories (id),
    guide    TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
