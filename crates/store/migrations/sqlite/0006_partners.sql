-- People of a partner, who answer for it from outside.
CREATE TABLE partner_contacts (
    id       INTEGER PRIMARY KEY,
    partner  INTEGER NOT NULL REFERENCES partners (id),
    name     TEXT NOT NULL,
    phone    TEXT,
    email    TEXT,
    active   INTEGER NOT NULL,
    -- As whom they file tickets of their own, once they have.
    customer INTEGER REFERENCES customers (id)
) STRICT;
CREATE INDEX partner_contacts_of_partner ON partner_contacts (partner);

-- What is confirmed or disputed one by one (D-20). Without a task they wait for the next step of
-- their ticket that asks for it.
CREATE TABLE task_lines (
    id         INTEGER PRIMARY KEY,
    ticket     INTEGER NOT NULL REFERENCES tickets (id),
    task       INTEGER REFERENCES tasks (id),
    label      TEXT NOT NULL,
    -- Money, in fen.
    amount     INTEGER NOT NULL,
    verdict    TEXT,
    comment    TEXT,
    photo      INTEGER REFERENCES attachments (id)
) STRICT;
CREATE INDEX task_lines_of_ticket ON task_lines (ticket);

-- Who signed for a task (K-06).
CREATE TABLE signatures (
    task       INTEGER PRIMARY KEY REFERENCES tasks (id),
    name       TEXT NOT NULL,
    -- What a finger drew; absent where a name was typed.
    attachment INTEGER REFERENCES attachments (id),
    -- SHA-256 of what was drawn, or of what was typed, in hexadecimal.
    sha256     TEXT NOT NULL,
    at         INTEGER NOT NULL
) STRICT;

-- Contacts do what agents and customers do: sign in, send files, cause events.
ALTER TABLE sessions ADD COLUMN contact INTEGER REFERENCES partner_contacts (id);
ALTER TABLE codes ADD COLUMN contact INTEGER REFERENCES partner_contacts (id);
ALTER TABLE events ADD COLUMN contact INTEGER REFERENCES partner_contacts (id);
ALTER TABLE attachments ADD COLUMN contact INTEGER REFERENCES partner_contacts (id);
CREATE INDEX sessions_of_contact ON sessions (contact) WHERE contact IS NOT NULL;

-- The task a file goes with, where it goes with one.
ALTER TABLE attachments ADD COLUMN task INTEGER REFERENCES tasks (id);
CREATE INDEX attachments_of_task ON attachments (task) WHERE task IS NOT NULL;

-- A token belongs to an agent or to a contact. SQLite cannot loosen a column, so the table is made
-- anew.
CREATE TABLE new_tokens (
    id         INTEGER PRIMARY KEY,
    -- SHA-256 of the token.
    token      BLOB NOT NULL UNIQUE,
    agent      INTEGER REFERENCES agents (id),
    name       TEXT NOT NULL,
    scopes     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER,
    contact    INTEGER REFERENCES partner_contacts (id)
) STRICT;
INSERT INTO new_tokens (id, token, agent, name, scopes, created_at, expires_at, used_at)
    SELECT id, token, agent, name, scopes, created_at, expires_at, used_at FROM tokens;
DROP TABLE tokens;
ALTER TABLE new_tokens RENAME TO tokens;

-- Who has had the ticket's work in hand may do with it what its handler may; who was only asked, or
-- follows, reads and answers. Whoever took part until now keeps what they could.
ALTER TABLE participants ADD COLUMN works INTEGER NOT NULL DEFAULT 1;
