-- What asked for a run, and what its caller calls it, so that asking twice starts one run.

ALTER TABLE run ADD COLUMN IF NOT EXISTS triggered_by VARCHAR(10) DEFAULT 'COMMAND' NOT NULL;  -- COMMAND, PAGE or HTTP
ALTER TABLE run ADD COLUMN IF NOT EXISTS launch_key VARCHAR(64);
CREATE UNIQUE INDEX IF NOT EXISTS run_launch_key ON run (launch_key);
UPDATE store SET format = 6;
