-- Which steps are in a pool. A row counts while its run is running and its lease lasts; any other may be removed by anybody.

CREATE TABLE IF NOT EXISTS pool (
    name VARCHAR(63) NOT NULL PRIMARY KEY  -- locked by who enters or leaves
);

CREATE TABLE IF NOT EXISTS pool_slot (
    pool VARCHAR(63) NOT NULL,
    run  UUID        NOT NULL,
    step INTEGER     NOT NULL,             -- its place in the plan of the run
    PRIMARY KEY (pool, run, step)
);
UPDATE store SET format = 9;
