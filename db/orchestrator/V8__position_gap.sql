-- Positions that are another at their broker than in the books. since is when they were first seen to be so far apart;
-- told_lots is how far apart they were when that was told last, NULL before. A row goes when both agree again.
CREATE TABLE position_gap (
    account_id  text        NOT NULL,
    symbol      text        NOT NULL,
    broker      text        NOT NULL,
    broker_lots numeric     NOT NULL,
    book_lots   numeric     NOT NULL,
    since       timestamptz NOT NULL,
    told_lots   numeric,
    PRIMARY KEY (account_id, symbol),
    CHECK (broker_lots <> book_lots)
);

CREATE INDEX trade_order_filled ON trade_order (account_id, symbol) WHERE filled_lots > 0;
