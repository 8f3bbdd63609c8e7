-- Cash that rebalancings move between an account and portfolios of prediction markets, in pieces as it becomes free. A
-- piece is stored before it is asked for; the number of pieces makes its id. due_at is when somebody looks at it next.
CREATE TABLE rebalancing_transfer (
    rebalancing_id uuid        NOT NULL REFERENCES rebalancing (id),
    number         integer     NOT NULL,
    account_id     text        NOT NULL,
    strategy       text        NOT NULL,
    portfolio_id   bigint      NOT NULL,
    amount         numeric     NOT NULL CHECK (amount <> 0),
    bound          numeric     NOT NULL CHECK (bound >= 0),
    state          text        NOT NULL CHECK (state IN ('PLANNED', 'OPEN', 'DONE', 'REFUSED', 'CANCELLED')),
    moved          numeric     NOT NULL,
    piece          numeric,
    pieces         integer     NOT NULL,
    reason_code    text,
    reason_message text,
    updated_at     timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    PRIMARY KEY (rebalancing_id, number)
);

COMMENT ON COLUMN rebalancing_transfer.amount IS 'above 0 into the portfolio, below 0 out of it';

CREATE INDEX rebalancing_transfer_due ON rebalancing_transfer (due_at) WHERE state = 'OPEN' OR piece IS NOT NULL;
CREATE INDEX rebalancing_transfer_open ON rebalancing_transfer (account_id) WHERE state = 'OPEN';
