-- What a strategy must keep so as not to be suspended, for those whose rules were written before.
UPDATE lifecycle_rules
   SET rules = rules || '{"suspension": {"days": 30, "sharpe_share": 0.8, "drawdown": 0.2}}'::jsonb
 WHERE rules -> 'suspension' IS NULL;

-- What the orders of a strategy may do, as risk-service is to be told: written together with the step that wants it, and
-- sent until risk-service has it. One row for each strategy, for the newest wish.
CREATE TABLE strategy_restriction (
    strategy text        NOT NULL PRIMARY KEY REFERENCES strategy (code),
    state    text        NOT NULL CHECK (state IN ('ACTIVE', 'REDUCE_ONLY')),
    reason   text        NOT NULL,
    since    timestamptz NOT NULL,
    done_at  timestamptz,
    -- What came of it, or why it has failed so far.
    note     text,
    attempts int         NOT NULL DEFAULT 0,
    next_at  timestamptz NOT NULL,
    -- Grows with every wish, so that an answer to an older one ends nothing.
    version  bigint      NOT NULL DEFAULT 0
);
CREATE INDEX strategy_restriction_due ON strategy_restriction (next_at) WHERE done_at IS NULL;

-- Trading states of accounts and strategies as risk.events told them last.
CREATE TABLE told_trading_state (
    scope      text        NOT NULL CHECK (scope IN ('ACCOUNT', 'STRATEGY')),
    id         text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('ACTIVE', 'REDUCE_ONLY', 'HALTED')),
    cause      text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (scope, id)
);

-- Strategies to be looked at soon, and why. A row is deleted by the look that has seen it.
CREATE TABLE rotation_mark (
    strategy  text        NOT NULL PRIMARY KEY REFERENCES strategy (code),
    cause     text        NOT NULL,
    marked_at timestamptz NOT NULL
);

-- New returns of a strategy on paper or with money are a reason to look at it, whoever brings them.
CREATE FUNCTION mark_for_rotation() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO rotation_mark (strategy, cause, marked_at)
    SELECT code, 'RETURNS', clock_timestamp()
      FROM strategy
     WHERE state IN ('PAPER', 'LIVE') AND code IN (SELECT added.strategy FROM added)
     ORDER BY code
    ON CONFLICT (strategy) DO UPDATE SET cause = excluded.cause, marked_at = excluded.marked_at;
    RETURN NULL;
END $$;

CREATE TRIGGER daily_return_rotation AFTER INSERT ON daily_return
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION mark_for_rotation();

-- A look at strategies: who wanted it and what came of it. Kept for a year.
CREATE TABLE rotation_run (
    id         uuid        NOT NULL PRIMARY KEY,
    cause      text        NOT NULL CHECK (cause IN ('MARKED', 'PERSON')),
    person     text        NOT NULL,
    as_of      timestamptz NOT NULL,
    strategies int         NOT NULL,
    proposed   int         NOT NULL,
    outcomes   jsonb       NOT NULL
);
CREATE INDEX rotation_run_as_of ON rotation_run (as_of);

-- What is proposed for a strategy, with what was measured and what it would do to the optimum.
CREATE TABLE rotation_proposal (
    id           uuid        NOT NULL PRIMARY KEY,
    strategy     text        NOT NULL REFERENCES strategy (code),
    action       text        NOT NULL CHECK (action IN ('REDUCE', 'SUSPEND', 'REPLACE', 'RETIRE')),
    replacement  text        REFERENCES strategy (code),
    -- Part of the weight that is left; of REDUCE alone.
    factor       double precision CHECK (factor > 0 AND factor < 1),
    evidence     jsonb       NOT NULL,
    effect       jsonb       NOT NULL,
    state        text        NOT NULL CHECK (state IN
                     ('OPEN', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'EXPIRED', 'DONE', 'SUPERSEDED')),
    payload_hash text        NOT NULL CHECK (length(payload_hash) = 64),
    approval_id  uuid,
    -- How often it was made: 1 at first, one more whenever nobody had answered.
    round        int         NOT NULL CHECK (round >= 1),
    made_at      timestamptz NOT NULL,
    renewed_at   timestamptz NOT NULL,
    decided_by   text,
    decided_at   timestamptz,
    reason_code  text        NOT NULL,
    reason       text        NOT NULL,
    version      bigint      NOT NULL DEFAULT 0,
    CHECK ((action = 'REPLACE') = (replacement IS NOT NULL)),
    CHECK ((action = 'REDUCE') = (factor IS NOT NULL))
);
-- One at a time for each strategy, whichever instance made it.
CREATE UNIQUE INDEX rotation_proposal_open ON rotation_proposal (strategy)
    WHERE state IN ('OPEN', 'PENDING_APPROVAL', 'APPROVED', 'EXPIRED');
CREATE INDEX rotation_proposal_by_state ON rotation_proposal (state, id);
CREATE INDEX rotation_proposal_of_strategy ON rotation_proposal (strategy, id);
CREATE INDEX rotation_proposal_of_replacement ON rotation_proposal (replacement) WHERE replacement IS NOT NULL;
CREATE INDEX rotation_proposal_by_approval ON rotation_proposal (approval_id) WHERE approval_id IS NOT NULL;

-- The rules of the installation, without a strategy, and those of strategies where they differ.
CREATE TABLE rotation_rules (
    strategy   text        UNIQUE NULLS NOT DISTINCT REFERENCES strategy (code),
    rules      jsonb       NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);

-- db-scheduler's: when marked strategies are looked at next, and by whom.
CREATE TABLE rotation_schedule (
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
CREATE INDEX rotation_schedule_due ON rotation_schedule (execution_time);
CREATE INDEX rotation_schedule_heartbeat ON rotation_schedule (last_heartbeat);
