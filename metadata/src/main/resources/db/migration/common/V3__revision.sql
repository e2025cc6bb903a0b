-- The commit of the project's repository that a run was made at; both are NULL where there is none.

ALTER TABLE run ADD COLUMN IF NOT EXISTS commit_id VARCHAR(64);
ALTER TABLE run ADD COLUMN IF NOT EXISTS tree VARCHAR(10);  -- CLEAN, CHANGED or UNKNOWN
UPDATE store SET format = 3;
