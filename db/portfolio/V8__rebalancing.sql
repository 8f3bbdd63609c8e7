-- Rebalancings: a plan of orders that brings an account to its target, and what became of it. A few a month for each
-- account, kept for ever. version grows with every change of the state. claimed_by carries it out until due_at; when
-- that is over somebody else may.
CREATE TABLE rebalancing (
    id              uuid        NOT NULL PRIMARY KEY,
    account_id      text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'EXECUTING', 'DONE',
                                                          'PARTIAL', 'FAILED', 'REJECTED', 'EXPIRED', 'CANCELLED')),
    version         bigint      NOT NULL,
    trigger         text        NOT NULL CHECK (trigger IN ('PERSON', 'SCHEDULE', 'DRIFT')),
    asked_by        text        NOT NULL,
    reason          text        NOT NULL,
    plan            json        NOT NULL,
    plan_hash       text        NOT NULL CHECK (length(plan_hash) = 64),
    approval_id     uuid,
    valid_until     timestamptz,
    outcome_code    text,
    outcome_message text,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    claimed_by      text,
    due_at          timestamptz NOT NULL
);
CREATE INDEX rebalancing_of_account ON rebalancing (account_id, id DESC);
CREATE INDEX rebalancing_due ON rebalancing (due_at) WHERE state IN ('PENDING_APPROVAL', 'APPROVED', 'EXECUTING');
-- Of one account one at a time.
CREATE UNIQUE INDEX rebalancing_under_way ON rebalancing (account_id)
    WHERE state IN ('PENDING_APPROVAL', 'APPROVED', 'EXECUTING');

-- What became of each order of a plan. SENT is stored before the order is sent, under a client order id that is the
-- same whenever it is sent again.
CREATE TABLE rebalancing_line (
    rebalancing_id uuid        NOT NULL REFERENCES rebalancing (id),
    number         integer     NOT NULL,
    state          text        NOT NULL CHECK (state IN ('PLANNED', 'SENT', 'FILLED', 'PARTIAL', 'REFUSED', 'SKIPPED')),
    order_id       uuid,
    filled_lots    numeric     NOT NULL,
    average_price  numeric,
    reason_code    text,
    reason_message text,
    updated_at     timestamptz NOT NULL,
    PRIMARY KEY (rebalancing_id, number)
);

-- When rebalancings of an account are planned by themselves. Whoever has moved look_at looks at next_due and at the
-- drift.
CREATE TABLE rebalancing_times (
    account_id    text             NOT NULL PRIMARY KEY,
    enabled       boolean          NOT NULL,
    schedule      text             NOT NULL,
    drift_percent double precision NOT NULL CHECK (drift_percent > 0),
    next_due      timestamptz,
    look_at       timestamptz      NOT NULL,
    set_by        text             NOT NULL
);
