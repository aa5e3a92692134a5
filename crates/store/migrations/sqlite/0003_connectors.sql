-- Whoever waits for another system keeps nobody else waiting; see domain::job::Lane.
ALTER TABLE jobs ADD COLUMN lane INTEGER NOT NULL DEFAULT 0;
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (lane, run_at) WHERE failed IS NULL;

-- Other systems.
CREATE TABLE connectors (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL UNIQUE,
    declared   TEXT NOT NULL,
    -- What is signed with, sealed under a key that is not in here.
    secret     BLOB,
    updated_at INTEGER NOT NULL
) STRICT;

-- What they were asked to do.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY,
    -- What the other system knows it by.
    key        TEXT NOT NULL UNIQUE,
    ticket     INTEGER NOT NULL REFERENCES tickets (id),
    task       INTEGER NOT NULL UNIQUE REFERENCES tasks (id),
    -- By key, so that a connector may go and the story stays.
    connector  TEXT NOT NULL,
    operation  TEXT NOT NULL,
    name       TEXT NOT NULL,
    call       TEXT NOT NULL,
    state      TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    reason     TEXT,
    reference  TEXT,
    outside    TEXT,
    created_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;
CREATE INDEX outbox_of_ticket ON outbox (ticket, id);

-- What they told us: the same event twice is answered once.
CREATE TABLE inbound_events (
    connector INTEGER NOT NULL REFERENCES connectors (id),
    event     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    -- What was answered.
    answer    TEXT NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (connector, event)
) STRICT;

-- What a ticket is about, as it was at the time.
CREATE TABLE business_refs (
    ticket    INTEGER NOT NULL REFERENCES tickets (id),
    kind      TEXT NOT NULL,
    number    TEXT NOT NULL,
    connector TEXT,
    snapshot  TEXT NOT NULL,
    state     TEXT,
    at        INTEGER NOT NULL,
    PRIMARY KEY (ticket, kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX business_refs_by_number ON business_refs (kind, number, ticket);
