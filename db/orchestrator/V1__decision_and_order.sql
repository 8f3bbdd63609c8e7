-- Decision documents. A row with draft = true is of an execution that is under way, or was when the service stopped;
-- what became of it is written over it. The key grows with time (UUID version 7), so no further index is needed.
CREATE TABLE decision (
    id           uuid        NOT NULL PRIMARY KEY,
    account_id   text,
    symbol       text        NOT NULL,
    decision     text        NOT NULL CHECK (decision IN ('PROCEED', 'HOLD', 'REJECT')),
    label        text        NOT NULL CHECK (label IN ('LIVE', 'PAPER', 'BACKTEST')),
    draft        boolean     NOT NULL,
    input_hash   text        NOT NULL,
    requested_at timestamptz NOT NULL,
    document     jsonb       NOT NULL
);

-- Orders of this service, whatever the broker. "order" is a word of SQL, hence the name.
CREATE TABLE trade_order (
    id                uuid        NOT NULL PRIMARY KEY,
    client_order_id   text        NOT NULL UNIQUE,
    decision_id       uuid REFERENCES decision (id),
    parent_order_id   uuid REFERENCES trade_order (id),
    account_id        text        NOT NULL,
    account_currency  text        NOT NULL,
    symbol            text        NOT NULL,
    side              text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    type              text        NOT NULL CHECK (type IN ('MARKET', 'LIMIT', 'STOP')),
    lots              numeric     NOT NULL CHECK (lots > 0),
    filled_lots       numeric     NOT NULL CHECK (filled_lots >= 0 AND filled_lots <= lots),
    price             numeric CHECK (price > 0),
    expires_at        timestamptz,
    reduce_only       boolean     NOT NULL,
    stop_loss_price   numeric CHECK (stop_loss_price > 0),
    take_profit_price numeric CHECK (take_profit_price > 0),
    market_price      numeric     NOT NULL CHECK (market_price > 0),
    leverage          numeric     NOT NULL,
    strategy          text,
    conversion_prices jsonb       NOT NULL,
    state             text        NOT NULL CHECK (state IN
                          ('NEW', 'RESERVED', 'SUBMITTED', 'PARTIALLY_FILLED', 'FILLED', 'DENIED', 'REJECTED',
                           'CANCELLED', 'EXPIRED')),
    cause_code        text,
    cause_message     text,
    history           jsonb       NOT NULL,
    updated_at        timestamptz NOT NULL,
    version           integer     NOT NULL,
    CHECK ((type = 'MARKET') = (price IS NULL)),
    CHECK ((state = 'FILLED') = (filled_lots = lots))
);

CREATE INDEX trade_order_open ON trade_order (id)
    WHERE state IN ('NEW', 'RESERVED', 'SUBMITTED', 'PARTIALLY_FILLED');
CREATE INDEX trade_order_by_account ON trade_order (account_id, id);

-- What was filled. The key is the broker's execution: the same one cannot be booked twice.
CREATE TABLE order_fill (
    id                uuid        NOT NULL PRIMARY KEY,
    order_id          uuid        NOT NULL REFERENCES trade_order (id),
    number            integer     NOT NULL,
    lots              numeric     NOT NULL CHECK (lots > 0),
    price             numeric     NOT NULL CHECK (price > 0),
    commission        numeric     NOT NULL,
    conversion_rate   numeric     NOT NULL CHECK (conversion_rate > 0),
    conversion_prices jsonb       NOT NULL,
    filled_at         timestamptz NOT NULL,
    UNIQUE (order_id, number)
);
