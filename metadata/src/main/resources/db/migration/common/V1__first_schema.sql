-- What Weir remembers. Both databases run this script, word for word.
--
-- Instants ("…_at", "…_until") are microseconds since 1970-01-01T00:00:00Z, durations ("…_us") are microseconds, digests are
-- 32 bytes, ids of runs, versions, changesets and commit groups are UUIDs of version 7. Assets and environments are small
-- numbers here and names everywhere else. Tables that a publication writes have no foreign keys: the commit guards what it
-- refers to in the same transaction, and a lookup for each row would cost more than the row.
--
-- The row of the store comes last: where it is missing, a script was cut short. Each later script ends by setting its format.

CREATE TABLE environment (
    id   INTEGER     NOT NULL PRIMARY KEY,
    name VARCHAR(63) NOT NULL UNIQUE,
    base INTEGER     REFERENCES environment (id)  -- where a partition without a pointer of its own is looked up
);
INSERT INTO environment (id, name) VALUES (1, 'main');

CREATE TABLE asset (
    id        INTEGER      NOT NULL PRIMARY KEY,
    asset_key VARCHAR(500) NOT NULL UNIQUE
);

-- The definitions runs were planned with, each kept once.
CREATE TABLE definition_snapshot (
    digest      VARCHAR(100) NOT NULL PRIMARY KEY,
    definitions TEXT         NOT NULL,
    created_at  BIGINT       NOT NULL
);

CREATE TABLE run (
    id          UUID         NOT NULL PRIMARY KEY,
    environment INTEGER      NOT NULL REFERENCES environment (id),
    status      VARCHAR(10)  NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED')),
    request     VARCHAR      NOT NULL,
    definitions VARCHAR(100) NOT NULL REFERENCES definition_snapshot (digest),
    planned     INTEGER      NOT NULL,
    owner       VARCHAR(500) NOT NULL,  -- empty while it is queued
    lease_until BIGINT       NOT NULL,  -- by the clock of this database
    created_at  BIGINT       NOT NULL,
    started_at  BIGINT,
    finished_at BIGINT,
    problem     VARCHAR
);
CREATE INDEX run_latest ON run (created_at, id);
CREATE INDEX run_status ON run (status);

-- Pointers that moved together. The changeset of a run has the run's id.
CREATE TABLE changeset (
    id          UUID        NOT NULL PRIMARY KEY,
    environment INTEGER     NOT NULL REFERENCES environment (id),
    kind        VARCHAR(20) NOT NULL,
    run         UUID,
    reason      VARCHAR,
    created_at  BIGINT      NOT NULL
);
CREATE INDEX changeset_run ON changeset (run);

-- How those steps of a run ended that made no version: failed, skipped, or checked again what is published. The others are
-- told by their versions. What is in neither has not ended.
CREATE TABLE step (
    recorded   BIGINT      NOT NULL PRIMARY KEY,  -- its place among all results of this store
    run        UUID        NOT NULL,
    asset      INTEGER     NOT NULL,
    ordinal    INTEGER     NOT NULL,
    state      VARCHAR(10) NOT NULL CHECK (state IN ('SUCCEEDED', 'REJECTED', 'FAILED', 'SKIPPED')),
    attempt    INTEGER     NOT NULL,
    version    UUID,                  -- the one that was checked again
    started_at BIGINT      NOT NULL,
    took_us    BIGINT      NOT NULL,
    reason     VARCHAR     NOT NULL,
    detail     VARCHAR,
    UNIQUE (run, asset, ordinal)
);

-- The attempts of a step before the one that decided.
CREATE TABLE attempt (
    run        UUID    NOT NULL,
    asset      INTEGER NOT NULL,
    ordinal    INTEGER NOT NULL,
    attempt    INTEGER NOT NULL,
    started_at BIGINT  NOT NULL,
    took_us    BIGINT  NOT NULL,
    problem    VARCHAR NOT NULL,
    PRIMARY KEY (run, asset, ordinal, attempt)
);

-- The columns of tables, each list kept once.
CREATE TABLE table_schema (
    id      INTEGER NOT NULL PRIMARY KEY,
    digest  BYTEA   NOT NULL UNIQUE,
    columns VARCHAR NOT NULL  -- JSON
);

-- One immutable result of one asset partition, how the step went that made it, and, if it passed its checks, its publication:
-- from then on it was what readers of its environment saw, until the next.
CREATE TABLE version (
    recorded      BIGINT      NOT NULL PRIMARY KEY,  -- its place among all results of this store
    id            UUID        NOT NULL UNIQUE,
    asset         INTEGER     NOT NULL,
    ordinal       INTEGER     NOT NULL,
    number        BIGINT      NOT NULL,
    state         VARCHAR(10) NOT NULL CHECK (state IN ('PUBLISHED', 'REJECTED', 'CONDEMNED')),
    run           UUID        NOT NULL,
    attempt       INTEGER     NOT NULL,
    epoch         BIGINT      NOT NULL,
    created_at    BIGINT      NOT NULL,
    started_at    BIGINT      NOT NULL,
    took_us       BIGINT      NOT NULL,
    reason        VARCHAR     NOT NULL,  -- why it was made
    environment   INTEGER     NOT NULL,
    sequence      BIGINT,                -- of its publication
    published_at  BIGINT,
    code_digest   BYTEA       NOT NULL,
    config_digest BYTEA       NOT NULL,
    inputs_digest BYTEA       NOT NULL,
    data_digest   BYTEA       NOT NULL,
    table_schema  INTEGER,               -- of a table
    content       VARCHAR,               -- JSON: a table's files, or the value itself; neither: nothing was returned
    row_count     BIGINT      NOT NULL,
    byte_count    BIGINT      NOT NULL,
    inputs        BYTEA,                 -- what it read, in order
    metadata      VARCHAR,               -- JSON
    tags          VARCHAR,               -- JSON
    tainted       VARCHAR,               -- why it must not be read
    UNIQUE (asset, ordinal, number)
);

-- Which versions read a version: a row for each commit group that has some, with their ids one after the other.
CREATE TABLE version_input (
    input_version   UUID  NOT NULL,
    reader_versions BYTEA NOT NULL
);
CREATE INDEX version_input_version ON version_input (input_version);

-- Which versions read many partitions of an asset at once, as they were current at a sequence number.
CREATE TABLE version_range_input (
    asset          INTEGER NOT NULL,
    environment    INTEGER NOT NULL,
    as_of          BIGINT  NOT NULL,
    reader_version UUID    NOT NULL,
    position       INTEGER NOT NULL,
    first_ordinal  INTEGER NOT NULL,
    last_ordinal   INTEGER NOT NULL,
    PRIMARY KEY (asset, environment, as_of, reader_version, position)
);

-- What an environment's readers see, and who may change it.
CREATE TABLE partition_state (
    place            BIGINT  NOT NULL PRIMARY KEY,  -- the next three as one number
    environment      INTEGER NOT NULL,
    asset            INTEGER NOT NULL,
    ordinal          INTEGER NOT NULL,
    epoch            BIGINT  NOT NULL,  -- counts claims; only the newest may commit
    claimed_by       UUID    NOT NULL,  -- the run of the newest claim
    claimed_number   BIGINT  NOT NULL,  -- the version number the newest claim was promised
    last_number      BIGINT  NOT NULL,  -- the highest number committed from here
    sequence         BIGINT,            -- the publication that made it current
    current_version  UUID,
    rejected_version UUID               -- newer than what is current
);

-- What checks found, by the check's own digest: a changed check has a verdict of its own.
CREATE TABLE verdict (
    version         UUID         NOT NULL,
    check_name      VARCHAR(500) NOT NULL,
    check_digest    BYTEA        NOT NULL,
    severity        VARCHAR(10)  NOT NULL,
    result_severity VARCHAR(10),  -- if the result itself had its say
    passed          BOOLEAN      NOT NULL,
    description     VARCHAR      NOT NULL,
    metadata        VARCHAR,      -- JSON
    sample          VARCHAR,      -- JSON: rows that are wrong
    took_us         BIGINT       NOT NULL,
    recorded        BIGINT       NOT NULL,
    PRIMARY KEY (version, check_name, check_digest)
);

-- The commits that happened, so that one whose answer was lost can be asked for again, and with them what each run recorded.
CREATE TABLE commit_group (
    first_recorded BIGINT  NOT NULL PRIMARY KEY,
    id             UUID    NOT NULL UNIQUE,
    run            UUID    NOT NULL,
    results        INTEGER NOT NULL,
    first_sequence BIGINT  NOT NULL,  -- of its publications, if it has any
    last_sequence  BIGINT  NOT NULL,  -- of all publications when it was committed
    committed_at   BIGINT  NOT NULL
);
CREATE INDEX commit_group_run ON commit_group (run);
CREATE INDEX commit_group_sequence ON commit_group (last_sequence);

-- What was rolled back and counts as up to date until it is released.
CREATE TABLE hold (
    environment INTEGER NOT NULL,
    asset       INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL,
    changeset   UUID    NOT NULL,
    reason      VARCHAR NOT NULL,
    created_at  BIGINT  NOT NULL,
    PRIMARY KEY (environment, asset, ordinal)
);

-- Versions that are in use and must not be collected.
CREATE TABLE pin (
    id         UUID         NOT NULL PRIMARY KEY,
    version    UUID         NOT NULL,
    holder     VARCHAR(500) NOT NULL,
    expires_at BIGINT,
    created_at BIGINT       NOT NULL
);
CREATE INDEX pin_version ON pin (version);

-- What somebody must be told, written in the transaction that caused it.
CREATE TABLE outbox (
    id         BIGINT       NOT NULL GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    dedupe_key VARCHAR(700) NOT NULL UNIQUE,
    kind       VARCHAR(40)  NOT NULL,
    payload    VARCHAR      NOT NULL,  -- JSON
    created_at BIGINT       NOT NULL,
    sent_at    BIGINT,
    tries      INTEGER      NOT NULL
);

-- One row. Whoever claims or commits locks it: commits are visible in the order of their sequence numbers.
CREATE TABLE store (
    id       SMALLINT     NOT NULL PRIMARY KEY CHECK (id = 1),
    project  VARCHAR(500) NOT NULL,  -- the project this memory belongs to; empty until it is first opened
    format   INTEGER      NOT NULL,  -- the number of the newest migration
    sequence BIGINT       NOT NULL,  -- the newest publication
    recorded BIGINT       NOT NULL   -- how many step results have been recorded; gives them their order
);
INSERT INTO store (id, project, format, sequence, recorded) VALUES (1, '', 1, 0, 0);
