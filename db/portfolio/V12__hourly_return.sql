-- Returns between the ends of hours, of the sources that tell them: kept for as long as a correlation looks at them. Another
-- value for the same hour takes the place of the one before.
CREATE TABLE hourly_return (
    strategy text             NOT NULL REFERENCES strategy (code),
    label    text             NOT NULL CHECK (label IN ('LIVE', 'PAPER', 'BACKTEST', 'BACKFILL', 'SIMULATED')),
    ended_at timestamptz      NOT NULL,
    value    double precision NOT NULL CHECK (value >= -1 AND value < 'Infinity'),
    PRIMARY KEY (strategy, label, ended_at)
);
CREATE INDEX hourly_return_ended ON hourly_return (ended_at);
