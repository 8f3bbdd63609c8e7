-- Since when a strategy is in its state, and since when it has been traded on paper: what closed before that is no
-- evidence of paper trading, whatever its source calls it.
ALTER TABLE strategy
    ADD COLUMN state_since timestamptz,
    ADD COLUMN paper_since timestamptz;

UPDATE strategy SET state_since = registered_at;

ALTER TABLE strategy ALTER COLUMN state_since SET DEFAULT now();
ALTER TABLE strategy ALTER COLUMN state_since SET NOT NULL;

ALTER TABLE strategy ADD CONSTRAINT strategy_benchmark FOREIGN KEY (benchmark) REFERENCES strategy (code);
CREATE INDEX strategy_by_benchmark ON strategy (benchmark) WHERE benchmark IS NOT NULL;
