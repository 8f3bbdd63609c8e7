-- Daily returns. A row is never changed: a correction is a row of the next version, and the highest version counts.
-- One row for each strategy, label and day, so that 100 strategies make some 36,500 rows a year: kept for ever, and not
-- partitioned.
CREATE TABLE daily_return (
    strategy    text             NOT NULL REFERENCES strategy (code),
    label       text             NOT NULL CHECK (label IN ('LIVE', 'PAPER', 'BACKTEST', 'BACKFILL', 'SIMULATED')),
    day         date             NOT NULL,
    version     int              NOT NULL CHECK (version >= 1),
    value       double precision NOT NULL CHECK (value >= -1 AND value < 'Infinity'),
    recorded_at timestamptz      NOT NULL
);
-- In the order in which the newest version of each day is the first one met, and with the value, so that readers of
-- whole years never go to the table.
CREATE UNIQUE INDEX daily_return_newest ON daily_return (strategy, label, day, version DESC) INCLUDE (value);

-- How asking the source of a strategy went the last time.
CREATE TABLE return_fetch (
    strategy     text        NOT NULL PRIMARY KEY REFERENCES strategy (code),
    succeeded_at timestamptz,
    failed_at    timestamptz,
    -- Of the last time, when it failed.
    failure_code text,
    failure      text,
    CHECK ((failure_code IS NULL) = (failure IS NULL))
);

-- db-scheduler's: when the sources are asked next, and by whom.
CREATE TABLE return_schedule (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX return_schedule_due ON return_schedule (execution_time);
CREATE INDEX return_schedule_heartbeat ON return_schedule (last_heartbeat);
