-- Stands for what a later Weir adds.
ALTER TABLE run ADD COLUMN later VARCHAR;
ALTER TABLE pin ADD COLUMN reason VARCHAR;
UPDATE store SET format = 10;
