-- Cash between accounts and portfolios: both sides are one transaction, and the id of the transfer makes a repeat the same
-- one. Rows are added, never changed.
ALTER TABLE portfolio ADD COLUMN net_cash_flow numeric NOT NULL DEFAULT 0.00;

COMMENT ON COLUMN portfolio.net_cash_flow IS 'moved in from an account, less what was moved out; no profit';

CREATE TABLE portfolio_transfer (
    transfer_id            uuid        PRIMARY KEY REFERENCES cash_flow,
    account_id             text        NOT NULL REFERENCES account,
    portfolio_id           bigint      NOT NULL REFERENCES portfolio,
    amount                 numeric     NOT NULL CHECK (amount <> 0),
    account_balance_after  numeric     NOT NULL,
    portfolio_cash_after   numeric     NOT NULL CHECK (portfolio_cash_after >= 0),
    person                 text        NOT NULL,
    booked_at              timestamptz NOT NULL
);

COMMENT ON COLUMN portfolio_transfer.amount IS 'above 0 into the portfolio, below 0 out of it';

CREATE INDEX portfolio_transfer_by_portfolio ON portfolio_transfer (portfolio_id);
