-- Going back: moves of pointers that no publication makes, and what is held since.

-- What was current from a commit on because it was moved there. What was current at some moment is the newer of this and of
-- the publication before that moment.
CREATE TABLE IF NOT EXISTS pointer_move (
    sequence    BIGINT  NOT NULL PRIMARY KEY,  -- of the commits, as those of publications
    environment INTEGER NOT NULL,
    asset       INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL,
    version     UUID,                          -- NULL: nothing
    changeset   UUID    NOT NULL,
    moved_at    BIGINT  NOT NULL
);
CREATE INDEX IF NOT EXISTS pointer_move_target ON pointer_move (environment, asset, ordinal, sequence);
CREATE INDEX IF NOT EXISTS pointer_move_version ON pointer_move (version);

ALTER TABLE changeset ADD COLUMN IF NOT EXISTS first_sequence BIGINT;  -- of its moves, if it has any

-- What was rolled back and counts as up to date until it is released: as long as that move is the last of its pointer. Until
-- now nothing was.
DROP TABLE IF EXISTS hold;
CREATE TABLE hold (
    place      BIGINT  NOT NULL PRIMARY KEY,  -- as of partition_state
    asset      INTEGER NOT NULL,
    ordinal    INTEGER NOT NULL,
    sequence   BIGINT  NOT NULL,              -- of the move
    changeset  UUID    NOT NULL,
    reason     VARCHAR NOT NULL,
    created_at BIGINT  NOT NULL
);
UPDATE store SET format = 5;
