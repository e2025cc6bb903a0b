-- Stands for what a later Weir adds.
ALTER TABLE pin ADD COLUMN reason VARCHAR;
UPDATE store SET format = 7;
