-- Who works here.
CREATE TABLE departments (
    id        INTEGER PRIMARY KEY,
    parent    INTEGER REFERENCES departments (id),
    name      TEXT NOT NULL,
    leader    INTEGER
) STRICT;

CREATE TABLE agents (
    id         INTEGER PRIMARY KEY,
    login      TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    department INTEGER NOT NULL REFERENCES departments (id),
    password   TEXT NOT NULL,
    available  INTEGER NOT NULL,
    active     INTEGER NOT NULL
) STRICT;

CREATE TABLE roles (
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    grants TEXT NOT NULL
) STRICT;

CREATE TABLE agent_roles (
    agent INTEGER NOT NULL REFERENCES agents (id),
    role  INTEGER NOT NULL REFERENCES roles (id),
    PRIMARY KEY (agent, role)
) STRICT;

CREATE TABLE groups (
    id         INTEGER PRIMARY KEY,
    department INTEGER NOT NULL REFERENCES departments (id),
    name       TEXT NOT NULL UNIQUE,
    dispatch   TEXT NOT NULL
) STRICT;

CREATE TABLE memberships (
    group_id INTEGER NOT NULL REFERENCES groups (id),
    agent    INTEGER NOT NULL REFERENCES agents (id),
    skill    INTEGER NOT NULL,
    cap      INTEGER NOT NULL,
    PRIMARY KEY (group_id, agent)
) STRICT;
CREATE INDEX memberships_by_agent ON memberships (agent);

-- Who is served.
CREATE TABLE organizations (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE customers (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL,
    phone        TEXT,
    email        TEXT,
    kind         TEXT NOT NULL,
    vip          INTEGER NOT NULL,
    organization INTEGER REFERENCES organizations (id),
    -- Present once they registered. A phone number somebody typed proves nothing, so only a
    -- registered customer's contact is unique.
    password     TEXT,
    created_at   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX customers_registered_phone ON customers (phone) WHERE password IS NOT NULL;
CREATE UNIQUE INDEX customers_registered_email ON customers (email) WHERE password IS NOT NULL;
CREATE INDEX customers_by_phone ON customers (phone);
CREATE INDEX customers_by_email ON customers (email);

-- What can be filed, and how.
CREATE TABLE flows (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    flow TEXT NOT NULL
) STRICT;

CREATE TABLE categories (
    id        INTEGER PRIMARY KEY,
    parent    INTEGER REFERENCES categories (id),
    name      TEXT NOT NULL,
    hint      TEXT,
    initials  TEXT NOT NULL,
    position  INTEGER NOT NULL,
    enabled   INTEGER NOT NULL,
    -- What makes it a leaf; all of it or nothing.
    group_id  INTEGER REFERENCES groups (id),
    flow      INTEGER REFERENCES flows (id),
    first_response_hours INTEGER,
    resolution_hours     INTEGER,
    urgency    INTEGER,
    importance INTEGER
) STRICT;

CREATE TABLE fields (
    id       INTEGER PRIMARY KEY,
    category INTEGER NOT NULL REFERENCES categories (id),
    key      TEXT NOT NULL,
    label    TEXT NOT NULL,
    help     TEXT,
    kind     TEXT NOT NULL,
    required INTEGER NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (category, key)
) STRICT;

CREATE TABLE channels (
    id   INTEGER PRIMARY KEY,
    key  TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE channel_categories (
    channel  INTEGER NOT NULL REFERENCES channels (id),
    category INTEGER NOT NULL REFERENCES categories (id),
    PRIMARY KEY (channel, category)
) STRICT;

-- Tickets and their work.
CREATE TABLE tickets (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    subject     TEXT NOT NULL,
    category    INTEGER NOT NULL REFERENCES categories (id),
    channel     INTEGER NOT NULL REFERENCES channels (id),
    requester   INTEGER NOT NULL REFERENCES customers (id),
    owner       INTEGER REFERENCES agents (id),
    group_id    INTEGER NOT NULL REFERENCES groups (id),
    department  INTEGER NOT NULL REFERENCES departments (id),
    flow        INTEGER NOT NULL REFERENCES flows (id),
    state       TEXT NOT NULL,
    -- The state's category as a number, kept beside it for the lists.
    stage       INTEGER NOT NULL,
    -- Where the ticket stands in a list; see Ticket::rank_at.
    rank_at     INTEGER NOT NULL,
    urgency     INTEGER NOT NULL,
    importance  INTEGER NOT NULL,
    priority    INTEGER NOT NULL,
    first_response_due INTEGER,
    resolution_due     INTEGER,
    first_responded_at INTEGER,
    paused_at   INTEGER,
    -- The earliest promise, only while it can be broken; the worker looks for broken ones by it.
    due_at      INTEGER,
    overdue     INTEGER NOT NULL,
    wait_reason TEXT,
    wake_at     INTEGER,
    resolution  TEXT,
    resolved_at INTEGER,
    closed_at   INTEGER,
    reopens     INTEGER NOT NULL,
    urges       INTEGER NOT NULL,
    transfers   INTEGER NOT NULL,
    rating_result  INTEGER,
    rating_process INTEGER,
    rated_at    INTEGER,
    merged_into INTEGER REFERENCES tickets (id),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;
-- The lists: all, a group's, a department's, an owner's; then a state; then the order.
CREATE INDEX tickets_all ON tickets (stage, rank_at, id);
CREATE INDEX tickets_of_group ON tickets (group_id, stage, rank_at, id);
CREATE INDEX tickets_of_owner ON tickets (owner, stage, rank_at, id) WHERE owner IS NOT NULL;
CREATE INDEX tickets_of_requester ON tickets (requester, id);
CREATE INDEX tickets_breaking ON tickets (due_at) WHERE due_at IS NOT NULL AND NOT overdue;

CREATE TABLE field_values (
    ticket INTEGER NOT NULL REFERENCES tickets (id),
    field  INTEGER NOT NULL REFERENCES fields (id),
    value  TEXT NOT NULL,
    PRIMARY KEY (ticket, field)
) STRICT, WITHOUT ROWID;

-- Who works on a ticket or follows it; whoever is in here may read it.
CREATE TABLE participants (
    ticket  INTEGER NOT NULL REFERENCES tickets (id),
    agent   INTEGER NOT NULL REFERENCES agents (id),
    follows INTEGER NOT NULL,
    PRIMARY KEY (ticket, agent)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_agent ON participants (agent, ticket);

CREATE TABLE tasks (
    id         INTEGER PRIMARY KEY,
    ticket     INTEGER NOT NULL REFERENCES tickets (id),
    step       TEXT NOT NULL,
    state      TEXT NOT NULL,
    group_id   INTEGER NOT NULL REFERENCES groups (id),
    handler    INTEGER REFERENCES agents (id),
    due_at     INTEGER,
    -- due_at, or the end of time: what the worklist is sorted by.
    rank_at    INTEGER NOT NULL,
    -- 0 over, 1 actionable, 2 held.
    stage      INTEGER NOT NULL,
    overdue    INTEGER NOT NULL,
    note       TEXT,
    created_at INTEGER NOT NULL,
    done_at    INTEGER
) STRICT;
CREATE INDEX tasks_of_ticket ON tasks (ticket);
CREATE INDEX tasks_of_handler ON tasks (handler, stage, rank_at, id) WHERE stage > 0 AND handler IS NOT NULL;
CREATE INDEX tasks_of_queue ON tasks (group_id, stage, rank_at, id) WHERE stage > 0 AND handler IS NULL;

CREATE TABLE links (
    from_ticket INTEGER NOT NULL REFERENCES tickets (id),
    to_ticket   INTEGER NOT NULL REFERENCES tickets (id),
    kind        TEXT NOT NULL,
    PRIMARY KEY (from_ticket, to_ticket, kind)
) STRICT;
CREATE INDEX links_to ON links (to_ticket);

-- What was said.
CREATE TABLE messages (
    id       INTEGER PRIMARY KEY,
    ticket   INTEGER NOT NULL REFERENCES tickets (id),
    agent    INTEGER REFERENCES agents (id),
    customer INTEGER REFERENCES customers (id),
    kind     TEXT NOT NULL,
    body     TEXT NOT NULL,
    at       INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_of_ticket ON messages (ticket, id);

-- The words of messages (of the first one, also the ticket's), as made by store::words. Its rowid is
-- the message's id; it keeps no text of its own. The tokens come finished, so `ascii` is enough
-- to take them apart, and nothing asks for places.
CREATE VIRTUAL TABLE message_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'none'
);

CREATE TABLE attachments (
    id         INTEGER PRIMARY KEY,
    -- Absent while it is uploaded and not yet sent.
    ticket     INTEGER REFERENCES tickets (id),
    message    INTEGER REFERENCES messages (id),
    -- Who uploaded it may attach it, and nobody else: an agent, a customer, or the holder of the
    -- random key.
    agent      INTEGER REFERENCES agents (id),
    customer   INTEGER REFERENCES customers (id),
    upload_key TEXT,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,
    path       TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachments_of_ticket ON attachments (ticket) WHERE ticket IS NOT NULL;

CREATE TABLE drafts (
    ticket   INTEGER NOT NULL REFERENCES tickets (id),
    agent    INTEGER NOT NULL REFERENCES agents (id),
    kind     TEXT NOT NULL,
    body     TEXT NOT NULL,
    seen     INTEGER,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (ticket, agent, kind)
) STRICT;

CREATE TABLE presence (
    ticket  INTEGER NOT NULL,
    agent   INTEGER NOT NULL,
    writing INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (ticket, agent)
) STRICT, WITHOUT ROWID;

-- What happened: appended, never changed.
CREATE TABLE events (
    id       INTEGER PRIMARY KEY,
    -- The database's own transaction number on Postgres, so that readers can tell what is
    -- complete; always 0 on SQLite, where one writer at a time makes ids complete.
    txid     INTEGER NOT NULL DEFAULT 0,
    ticket   INTEGER NOT NULL REFERENCES tickets (id),
    agent    INTEGER REFERENCES agents (id),
    customer INTEGER REFERENCES customers (id),
    at       INTEGER NOT NULL,
    public   INTEGER NOT NULL,
    what     TEXT NOT NULL
) STRICT;
CREATE INDEX events_of_ticket ON events (ticket, id);

-- Numbers maintained by every write; see domain::counter. Spread over slots, so that writers of
-- different tickets seldom wait for each other.
CREATE TABLE counters (
    count INTEGER NOT NULL,
    whose INTEGER NOT NULL,
    slot  INTEGER NOT NULL,
    n     INTEGER NOT NULL,
    PRIMARY KEY (count, whose, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE tallies (
    hour     INTEGER NOT NULL,
    tally    INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    slot     INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    PRIMARY KEY (hour, tally, group_id, slot)
) STRICT, WITHOUT ROWID;

-- Work promised and not yet done.
CREATE TABLE jobs (
    id         INTEGER PRIMARY KEY,
    job        TEXT NOT NULL,
    run_at     INTEGER NOT NULL,
    -- Another worker leaves it alone until then.
    locked_until INTEGER NOT NULL DEFAULT 0,
    attempts   INTEGER NOT NULL DEFAULT 0,
    failed     TEXT
) STRICT;
CREATE INDEX jobs_due ON jobs (run_at) WHERE failed IS NULL;

-- Doors.
CREATE TABLE sessions (
    -- SHA-256 of the cookie; the cookie itself is nowhere.
    token      BLOB PRIMARY KEY,
    agent      INTEGER REFERENCES agents (id),
    customer   INTEGER REFERENCES customers (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_of_agent ON sessions (agent) WHERE agent IS NOT NULL;
CREATE INDEX sessions_of_customer ON sessions (customer) WHERE customer IS NOT NULL;

CREATE TABLE tokens (
    id         INTEGER PRIMARY KEY,
    -- SHA-256 of the token.
    token      BLOB NOT NULL UNIQUE,
    agent      INTEGER NOT NULL REFERENCES agents (id),
    name       TEXT NOT NULL,
    scopes     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

-- One-time codes: resetting a password.
CREATE TABLE codes (
    code       BLOB PRIMARY KEY,
    agent      INTEGER REFERENCES agents (id),
    customer   INTEGER REFERENCES customers (id),
    expires_at INTEGER NOT NULL
) STRICT;

-- The same request twice is answered once.
CREATE TABLE idempotency (
    -- Who asked, and the key they gave.
    whose      TEXT NOT NULL,
    key        TEXT NOT NULL,
    -- SHA-256 of the request, to refuse the same key for something else.
    request    BLOB NOT NULL,
    ticket     INTEGER NOT NULL REFERENCES tickets (id),
    message    INTEGER,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (whose, key)
) STRICT;
CREATE INDEX idempotency_age ON idempotency (created_at);

-- How often something was tried of late: signing in, filing, urging.
CREATE TABLE attempts (
    key        TEXT NOT NULL,
    -- Start of the window the count belongs to.
    since      INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    PRIMARY KEY (key)
) STRICT;

-- The desk's own settings: the secret links are signed with, the time zone.
CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Ticket numbers begin where five digits do.
INSERT INTO sqlite_sequence (name, seq) VALUES ('tickets', 20000);
