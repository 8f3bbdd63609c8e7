-- Cycles of portfolios. Whoever runs a cycle holds it by its fence, until its lease ends; leases are compared with the
-- clock of this database only. A row is never taken back to a lower fence.
CREATE SEQUENCE cycle_fence;

CREATE TABLE cycle (
    cycle_id      uuid        NOT NULL PRIMARY KEY,
    portfolio_id  bigint      NOT NULL,
    -- Strategy expected when the cycle was asked for; cycles of one strategy do not wait for those of another.
    strategy_queue text       NOT NULL,
    strategy_type text,
    trigger       text        NOT NULL CHECK (trigger IN ('SCHEDULE', 'REQUEST', 'RUN_ALL')),
    status        text        NOT NULL CHECK (status IN ('REQUESTED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'SKIPPED')),
    due_at        timestamptz NOT NULL,
    requested_at  timestamptz NOT NULL DEFAULT now(),
    started_at    timestamptz,
    ended_at      timestamptz,
    attempts      integer     NOT NULL DEFAULT 0,
    fence         bigint      NOT NULL DEFAULT 0,
    owner         text,
    lease_until   timestamptz,
    -- What came of it; the report is kept by ledger-service.
    signals       integer,
    trades        integer,
    denied        integer,
    settled       integer,
    error_code    text,
    error_detail  text,
    CHECK ((status = 'RUNNING') = (lease_until IS NOT NULL)),
    CHECK ((status IN ('REQUESTED', 'RUNNING')) = (ended_at IS NULL)),
    CHECK ((status = 'SUCCEEDED') = (trades IS NOT NULL))
);

-- They also serve those who look for running and for waiting cycles.
CREATE UNIQUE INDEX cycle_running_once ON cycle (portfolio_id) WHERE status = 'RUNNING';
CREATE UNIQUE INDEX cycle_waiting_once ON cycle (portfolio_id) WHERE status = 'REQUESTED';
CREATE INDEX cycle_by_portfolio ON cycle (portfolio_id, due_at DESC);
-- Lists, and the hourly delete.
CREATE INDEX cycle_by_time ON cycle (due_at DESC);

-- What the schedule knows of portfolios: the latest their events, or the list of all of them, said.
CREATE TABLE portfolio_schedule (
    portfolio_id  bigint      NOT NULL PRIMARY KEY,
    strategy_type text        NOT NULL,
    active        boolean     NOT NULL,
    schedule      text        NOT NULL,
    sequence      bigint      NOT NULL,
    last_due_at   timestamptz
);

-- When the next cycle of each active portfolio is due. The table is db-scheduler's; task_instance is the portfolio.
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
