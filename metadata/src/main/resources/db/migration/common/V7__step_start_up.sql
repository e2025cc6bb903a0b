-- How much of the attempt that decided a step had passed when the author's code was called. Most have none worth a row.

CREATE TABLE IF NOT EXISTS step_start_up (
    recorded BIGINT NOT NULL PRIMARY KEY,  -- the step's place among all results of this store
    took_us  BIGINT NOT NULL
);

-- What somebody must see to if the plan skipped the step for it: STANDING_REJECTION or TAINTED_INPUT. Until now the words said so.
ALTER TABLE step ADD COLUMN IF NOT EXISTS cause VARCHAR(20);
UPDATE step SET cause = 'STANDING_REJECTION'
WHERE state = 'SKIPPED' AND reason = detail AND reason LIKE '% was rejected% and nothing has changed since';
UPDATE step SET cause = 'TAINTED_INPUT' WHERE state = 'SKIPPED' AND reason = detail AND reason LIKE '% is tainted: %';
UPDATE store SET format = 7;
