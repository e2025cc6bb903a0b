-- Versions that were given up: they are CONDEMNED, and nothing leans on them any more.

CREATE TABLE IF NOT EXISTS collected (
    version      UUID   NOT NULL PRIMARY KEY,
    condemned_at BIGINT NOT NULL,
    removed_at   BIGINT            -- NULL while their files may be there
);
CREATE INDEX IF NOT EXISTS collected_waiting ON collected (removed_at, condemned_at);

-- The newest commit when a run was recorded: what was current then or later it may be reading.
ALTER TABLE run ADD COLUMN IF NOT EXISTS since_sequence BIGINT DEFAULT 0 NOT NULL;
UPDATE store SET format = 8;
