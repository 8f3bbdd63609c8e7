-- The books. Amounts are in the currency of the account; the scale of a number is the service's affair, so numeric is
-- left without one.

CREATE TABLE account (
    id              text        PRIMARY KEY,
    name            text        NOT NULL,
    currency        text        NOT NULL,
    label           text        NOT NULL CHECK (label IN ('PAPER', 'LIVE')),
    status          text        NOT NULL CHECK (status IN ('ACTIVE', 'ARCHIVED')),
    initial_balance numeric     NOT NULL CHECK (initial_balance > 0),
    realised_pnl    numeric     NOT NULL,
    commission_paid numeric     NOT NULL,
    net_cash_flow   numeric     NOT NULL,
    balance         numeric     NOT NULL GENERATED ALWAYS AS
                                (initial_balance + net_cash_flow + realised_pnl - commission_paid) STORED,
    sequence        bigint      NOT NULL CHECK (sequence > 0),
    opened_at       timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL
);

COMMENT ON COLUMN account.sequence IS 'grows by one with every change of the account or its positions';

CREATE TABLE position (
    account_id         text        NOT NULL REFERENCES account,
    symbol             text        NOT NULL,
    direction          text        NOT NULL CHECK (direction IN ('LONG', 'SHORT')),
    lots               numeric     NOT NULL CHECK (lots > 0),
    cost               numeric     NOT NULL,
    margin             numeric     NOT NULL CHECK (margin >= 0),
    leverage           numeric     NOT NULL CHECK (leverage BETWEEN 1 AND 500),
    opened_at          timestamptz NOT NULL,
    mark_price         numeric     NOT NULL CHECK (mark_price > 0),
    mark_source        text        NOT NULL CHECK (mark_source IN ('FILL', 'MARKET')),
    marked_at          timestamptz NOT NULL,
    conversion_rate    numeric     NOT NULL CHECK (conversion_rate > 0),
    conversion_rate_at timestamptz,
    PRIMARY KEY (account_id, symbol)
);

COMMENT ON COLUMN position.cost IS 'sum of price x lots over the open lots; divided by lots it is the average price';
COMMENT ON COLUMN position.margin IS 'what its fills required, less the share of the lots that were closed';
COMMENT ON COLUMN position.leverage IS '1: not stated with its fills, or they differ';
COMMENT ON COLUMN position.conversion_rate_at IS 'null: quote currency and account currency are the same';

CREATE INDEX position_by_symbol ON position (symbol);

-- Orders that only reduce a position and work, as the orchestrator told last.
CREATE TABLE protective_order (
    order_id      uuid    PRIMARY KEY,
    account_id    text    NOT NULL REFERENCES account,
    symbol        text    NOT NULL,
    side          text    NOT NULL CHECK (side IN ('BUY', 'SELL')),
    type          text    NOT NULL CHECK (type IN ('LIMIT', 'STOP', 'STOP_LIMIT')),
    lots          numeric NOT NULL CHECK (lots > 0),
    limit_price   numeric CHECK (limit_price > 0),
    stop_price    numeric CHECK (stop_price > 0),
    trailing_pips numeric CHECK (trailing_pips > 0),
    CONSTRAINT protective_order_has_a_price CHECK (num_nonnulls(limit_price, stop_price) > 0)
);

CREATE INDEX protective_order_by_account ON protective_order (account_id, symbol);

-- Cash paid in or out; rows are added, never changed.
CREATE TABLE cash_flow (
    flow_id             uuid        PRIMARY KEY,
    account_id          text        NOT NULL REFERENCES account,
    account_sequence    bigint      NOT NULL,
    kind                text        NOT NULL CHECK (kind IN ('DEPOSIT', 'WITHDRAWAL', 'FEE', 'DIVIDEND', 'INTEREST')),
    amount              numeric     NOT NULL CHECK (amount <> 0),
    cash_change         numeric     NOT NULL,
    reason              text        NOT NULL,
    balance_after       numeric     NOT NULL,
    net_cash_flow_after numeric     NOT NULL,
    person              text        NOT NULL,
    booked_at           timestamptz NOT NULL,
    CONSTRAINT cash_flow_sequence_once UNIQUE (account_id, account_sequence)
);

CREATE TABLE trade (
    fill_id          uuid        PRIMARY KEY,
    account_id       text        NOT NULL REFERENCES account,
    account_sequence bigint      NOT NULL,
    order_id         uuid        NOT NULL,
    client_order_id  text        NOT NULL,
    cumulative_lots  numeric     NOT NULL CHECK (cumulative_lots > 0),
    order_complete   boolean     NOT NULL,
    strategy         text,
    symbol           text        NOT NULL,
    side             text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    lots             numeric     NOT NULL CHECK (lots > 0),
    price            numeric     NOT NULL CHECK (price > 0),
    opened_lots      numeric     NOT NULL CHECK (opened_lots >= 0),
    closed_lots      numeric     NOT NULL CHECK (closed_lots >= 0),
    realised_pnl     numeric,
    commission       numeric     NOT NULL,
    conversion_rate  numeric     NOT NULL CHECK (conversion_rate > 0),
    leverage         numeric     NOT NULL CHECK (leverage BETWEEN 1 AND 500),
    stop_loss_price  numeric     CHECK (stop_loss_price > 0),
    label            text        NOT NULL CHECK (label IN ('PAPER', 'LIVE')),
    filled_at        timestamptz NOT NULL,
    CONSTRAINT trade_lots_add_up CHECK (opened_lots + closed_lots = lots),
    CONSTRAINT trade_profit_when_closed CHECK ((closed_lots > 0) = (realised_pnl IS NOT NULL)),
    CONSTRAINT trade_sequence_once UNIQUE (account_id, account_sequence)
);

CREATE INDEX trade_by_time ON trade (account_id, filled_at DESC, account_sequence DESC);
CREATE INDEX trade_by_order ON trade (order_id);

-- How far the orchestrator was asked for fills that no event has told of.
CREATE TABLE fill_catch_up (
    one          boolean     PRIMARY KEY DEFAULT true CHECK (one),
    booked_until timestamptz NOT NULL
);
