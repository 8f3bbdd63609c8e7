-- What the monitoring remembers of each account: its highest equity, moved by what was paid in or out, and what was
-- told of it last. One row for each account.
CREATE TABLE monitored_account (
    account_id    text    NOT NULL PRIMARY KEY,
    peak          numeric NOT NULL,
    -- As the books had them when the peak was followed last.
    equity        numeric NOT NULL,
    net_cash_flow numeric NOT NULL,
    sequence      bigint  NOT NULL,
    told_at       timestamptz,
    told_as_of    timestamptz
);

-- Accounts that are beyond a limit at present.
CREATE TABLE monitored_breach (
    account_id text             NOT NULL,
    limit_name text             NOT NULL CHECK (limit_name IN ('VALUE_AT_RISK', 'DRAWDOWN', 'STRATEGY_CONTRIBUTION')),
    measured   double precision NOT NULL,
    allowed    double precision NOT NULL,
    since      timestamptz      NOT NULL,
    PRIMARY KEY (account_id, limit_name)
);

-- What risk-service is to be told, until it has heard; written in the transaction of the breach. A row for each
-- breach, kept for ever.
CREATE TABLE monitored_restriction (
    id         uuid        NOT NULL PRIMARY KEY,
    account_id text        NOT NULL,
    cause      text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    attempts   int         NOT NULL DEFAULT 0,
    -- When it may be tried next; while an instance tries it, when another one may.
    due_at     timestamptz NOT NULL,
    done_at    timestamptz,
    failure    text
);
CREATE INDEX monitored_restriction_due ON monitored_restriction (due_at) WHERE done_at IS NULL;

-- Messages of the outgoing webhook, written in the transaction that handles their event. Kept for
-- suite.portfolio.notifications.keep, by default 30 days, once they are delivered or given up.
CREATE TABLE notification (
    id           uuid        NOT NULL PRIMARY KEY,
    type         text        NOT NULL,
    body         text        NOT NULL,
    made_at      timestamptz NOT NULL,
    attempts     int         NOT NULL DEFAULT 0,
    due_at       timestamptz NOT NULL,
    delivered_at timestamptz,
    dead_at      timestamptz,
    failure      text,
    CHECK (delivered_at IS NULL OR dead_at IS NULL)
);
CREATE INDEX notification_due ON notification (due_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX notification_over ON notification (made_at) WHERE delivered_at IS NOT NULL OR dead_at IS NOT NULL;
