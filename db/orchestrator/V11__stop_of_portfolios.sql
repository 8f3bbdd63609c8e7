-- A stop that flattens sells what portfolios hold too. Of shares, account_id is that of the portfolio at risk-service,
-- subject the market, symbol the outcome, and lots how many there are.
ALTER TABLE trading_stop_item DROP CONSTRAINT trading_stop_item_kind_check;
ALTER TABLE trading_stop_item ADD CONSTRAINT trading_stop_item_kind_check
    CHECK (kind IN ('ORDER', 'POSITION', 'SHARES'));

-- What was halted before a stop and gives way to it, so that positions can be closed: noted before it does, and halted
-- again when they are. cause, changed_by and changed_at are those of the halt that was there before.
CREATE TABLE trading_stop_halt (
    stop_id    uuid        NOT NULL REFERENCES trading_stop (id) ON DELETE CASCADE,
    scope      text        NOT NULL CHECK (scope IN ('ACCOUNT', 'PORTFOLIO', 'STRATEGY', 'SYMBOL', 'ALL')),
    subject    text        NOT NULL,
    cause      text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    again      boolean     NOT NULL,
    PRIMARY KEY (stop_id, scope, subject)
);
