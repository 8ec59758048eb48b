-- What a host keeps of its sales. Three tables; the keys are what the promises rest on.

-- A stream: a unit, a deal, a quota, the money of a deal. Its row is what decisions lock and compare.
CREATE TABLE streams (
    kind    text    NOT NULL,
    id      text    NOT NULL,
    -- How many events it has; 0 for one that was never written to.
    version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
    -- When its last event was recorded: no later event may be earlier.
    at      timestamp(0),
    -- What its events come to, so that a decision need not read them all.
    state   jsonb,
    PRIMARY KEY (kind, id)
);

-- A command, under the key that whoever asks has drawn for it: it is answered once.
CREATE TABLE commands (
    key     text  PRIMARY KEY,
    -- Why it was refused; none if it was accepted.
    refused jsonb
);

-- What has happened. Rows are added and never changed.
CREATE TABLE events (
    kind    text    NOT NULL,
    id      text    NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    command text    NOT NULL REFERENCES commands,
    body    jsonb   NOT NULL,
    -- Of two that append under the same version, the second fails, whatever else went wrong.
    PRIMARY KEY (kind, id, version),
    FOREIGN KEY (kind, id) REFERENCES streams
);

-- The clock on the wall of the sales office: it shows nine when the database was made.
CREATE TABLE clock (
    shown timestamp   NOT NULL,
    since timestamptz NOT NULL
);
INSERT INTO clock VALUES ('2026-09-19 09:00:00', clock_timestamp());
