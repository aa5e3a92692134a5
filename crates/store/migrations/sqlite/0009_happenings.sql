-- What the tallies of the board are made of: one row for each thing that was counted, so that a
-- number opens exactly what it counts. Group and ticket are as they were then.
CREATE TABLE happenings (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    tally    INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    ticket   INTEGER NOT NULL REFERENCES tickets (id)
) STRICT;
CREATE INDEX happenings_of_tally ON happenings (tally, at, id);
