-- The partitions that a condition skipped, and what it looked at: it is not asked the same again. A skip stands while no
-- newer version is current.

CREATE TABLE IF NOT EXISTS standing_skip (
    place         BIGINT  NOT NULL PRIMARY KEY,  -- as of partition_state
    asset         INTEGER NOT NULL,
    ordinal       INTEGER NOT NULL,
    recorded      BIGINT  NOT NULL,  -- its place among all results of this store
    code_digest   BYTEA   NOT NULL,
    config_digest BYTEA   NOT NULL,
    inputs_digest BYTEA   NOT NULL,
    why           VARCHAR NOT NULL
);
UPDATE store SET format = 4;
