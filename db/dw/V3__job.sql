-- From when on the bars of an account were asked for: a range that begins earlier is before its beginning, also where no
-- bar lies between the two.
ALTER TABLE paper_account ADD COLUMN covered_from timestamptz;

-- Backfills and backtests. A backfill writes run 0, a backtest a run of its own.
CREATE TABLE job (
    job_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('BACKFILL', 'BACKTEST')),
    timeframe     text        NOT NULL,
    range_from    timestamptz NOT NULL,
    range_to      timestamptz NOT NULL,
    -- Codes of the strategies; empty: all.
    strategies    text[]      NOT NULL DEFAULT '{}',
    -- Costs of a fill in place of the table's.
    costs         jsonb,
    -- Whether the account is made anew.
    restart       boolean     NOT NULL DEFAULT false,
    run_id        bigint      NOT NULL REFERENCES run,
    created_at    timestamptz NOT NULL,
    CHECK (range_from < range_to),
    CHECK ((kind = 'BACKFILL') = (run_id = 0))
);

-- What a job does for one symbol: the piece one instance works on. Whoever works on it holds it by its fence; a row is
-- written under that fence only, together with the bars it tells of.
CREATE TABLE job_part (
    job_id        bigint      NOT NULL REFERENCES job ON DELETE CASCADE,
    symbol        text        NOT NULL,
    state         text        NOT NULL DEFAULT 'QUEUED'
        CHECK (state IN ('QUEUED', 'RUNNING', 'WAITING', 'DONE', 'FAILED', 'CANCELLED')),
    fence         int         NOT NULL DEFAULT 0,
    -- Absent until the brain has counted them.
    bars_total    bigint,
    bars_done     bigint      NOT NULL DEFAULT 0,
    rows_written  bigint      NOT NULL DEFAULT 0,
    -- Open time of the newest bar that is done.
    checkpoint    timestamptz,
    started_at    timestamptz,
    -- When it was written last.
    updated_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    -- Since when it waits without having got on.
    waiting_since timestamptz,
    reason        text,
    detail        text,
    PRIMARY KEY (job_id, symbol),
    CHECK ((state IN ('DONE', 'FAILED', 'CANCELLED')) = (ended_at IS NOT NULL))
);
CREATE INDEX job_part_ended ON job_part (ended_at) WHERE ended_at IS NOT NULL;

-- db-scheduler's: which piece is to be worked on when, and by whom. task_instance is job and symbol.
CREATE TABLE scheduled_tasks (
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
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
