-- Newest price of the market for every instrument, and what each account was worth after each of its changes.

CREATE TABLE mark (
    symbol    text        PRIMARY KEY,
    price     numeric     NOT NULL CHECK (price > 0),
    marked_at timestamptz NOT NULL,
    timeframe text        NOT NULL,
    source    text        NOT NULL
);

CREATE TABLE account_equity (
    account_id   text        NOT NULL REFERENCES account,
    sequence     bigint      NOT NULL,
    at           timestamptz NOT NULL,
    cause        text        NOT NULL CHECK (cause IN ('OPENED', 'FILL', 'MARK', 'CASH_FLOW')),
    label        text        NOT NULL CHECK (label IN ('PAPER', 'LIVE')),
    balance       numeric     NOT NULL,
    net_cash_flow numeric     NOT NULL,
    floating_pnl  numeric     NOT NULL,
    margin_used   numeric     NOT NULL,
    equity_at     timestamptz NOT NULL,
    PRIMARY KEY (account_id, sequence)
);

CREATE INDEX account_equity_by_time ON account_equity (account_id, at);
