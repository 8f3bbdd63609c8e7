-- Stops of trading: what a person stopped, and how far that is. Whoever works on one holds it by its fence, until its
-- lease ends; leases are compared with the clock of this database only. One that another takes the place of gets a new
-- fence, so that whoever works on it finds that out with the next line.
CREATE SEQUENCE trading_stop_fence;

CREATE TABLE trading_stop (
    id              uuid        NOT NULL PRIMARY KEY,
    level           text        NOT NULL CHECK (level IN ('ENTRIES', 'HALT', 'FLATTEN')),
    -- NULL: every account.
    account_id      text,
    reason          text        NOT NULL,
    asked_by        text        NOT NULL,
    asked_at        timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'SUPERSEDED', 'FAILED')),
    step            text        NOT NULL CHECK (step IN ('RESTRICT', 'CLEAR', 'HALT')),
    -- What it waits for, or why it failed.
    waiting_code    text,
    waiting_message text,
    attempts        integer     NOT NULL,
    superseded_by   uuid,
    ended_at        timestamptz,
    fence           bigint      NOT NULL DEFAULT 0,
    lease_until     timestamptz,
    due_at          timestamptz NOT NULL DEFAULT now(),
    CHECK ((state = 'RUNNING') = (ended_at IS NULL)),
    CHECK ((state = 'SUPERSEDED') = (superseded_by IS NOT NULL)),
    CHECK (state = 'RUNNING' OR lease_until IS NULL)
);

CREATE INDEX trading_stop_running ON trading_stop (due_at) WHERE state = 'RUNNING';
CREATE INDEX trading_stop_ended ON trading_stop (ended_at) WHERE ended_at IS NOT NULL;

-- What became of each order and position. subject is the order that is cancelled, or the symbol of the position;
-- order_id of a position is the newest order that closes it. lots is NULL while its broker does not say.
CREATE TABLE trading_stop_item (
    stop_id        uuid        NOT NULL REFERENCES trading_stop (id) ON DELETE CASCADE,
    kind           text        NOT NULL CHECK (kind IN ('ORDER', 'POSITION')),
    account_id     text        NOT NULL,
    subject        text        NOT NULL,
    symbol         text        NOT NULL,
    side           text        CHECK (side IN ('BUY', 'SELL')),
    lots           numeric     CHECK (lots >= 0),
    order_id       uuid,
    status         text,
    done           boolean     NOT NULL,
    attempts       integer     NOT NULL,
    reason_code    text,
    reason_message text,
    changed_at     timestamptz NOT NULL,
    PRIMARY KEY (stop_id, kind, account_id, subject)
);
