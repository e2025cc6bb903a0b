-- The ordinals of partitions that lie in no calendar: numbers that were given to keys, and stay with them.

CREATE TABLE IF NOT EXISTS partition_key (
    id        INTEGER      NOT NULL PRIMARY KEY,
    key_value VARCHAR(500) NOT NULL UNIQUE
);
UPDATE store SET format = 2;
