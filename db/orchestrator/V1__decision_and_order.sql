-- Decision documents. A row with draft = true is of an execution that is under way, or was when the service stopped;
-- what became of it is written over it. ordered = true where an order was opened for it, which is kept longer. The
-- document is json, not jsonb: it is answered as it was written and nobody asks for a part of it.
CREATE TABLE decision (
    id           uuid        NOT NULL PRIMARY KEY,
    account_id   text,
    symbol       text        NOT NULL,
    decision     text        NOT NULL CHECK (decision IN ('PROCEED', 'HOLD', 'REJECT')),
    label        text        NOT NULL CHECK (label IN ('LIVE', 'PAPER', 'BACKTEST')),
    draft        boolean     NOT NULL,
    ordered      boolean     NOT NULL,
    requested_at timestamptz NOT NULL,
    document     json        NOT NULL
);

CREATE INDEX decision_by_age ON decision (ordered, requested_at);

-- Instances of this service that share the database; an instance that has not beaten for a while is gone.
CREATE TABLE instance (
    id      text        NOT NULL PRIMARY KEY,
    beat_at timestamptz NOT NULL
);

-- Orders of this service, whatever the broker. "order" is a word of SQL, hence the name. The broker and the label are
-- those the order was sent with; owner is the instance that has it on its way.
CREATE TABLE trade_order (
    id                       uuid        NOT NULL PRIMARY KEY,
    client_order_id          text        NOT NULL UNIQUE,
    decision_id              uuid REFERENCES decision (id),
    parent_order_id          uuid REFERENCES trade_order (id),
    replaces_order_id        uuid REFERENCES trade_order (id),
    account_id               text        NOT NULL,
    account_currency         text        NOT NULL,
    broker                   text        NOT NULL,
    label                    text        NOT NULL CHECK (label IN ('LIVE', 'PAPER')),
    symbol                   text        NOT NULL,
    side                     text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    type                     text        NOT NULL CHECK (type IN ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT')),
    lots                     numeric     NOT NULL CHECK (lots > 0),
    filled_lots              numeric     NOT NULL CHECK (filled_lots >= 0 AND filled_lots <= lots),
    limit_price              numeric CHECK (limit_price > 0),
    stop_price               numeric CHECK (stop_price > 0),
    time_in_force            text        NOT NULL CHECK (time_in_force IN ('GTC', 'DAY', 'IOC', 'FOK')),
    expires_at               timestamptz,
    trailing_pips            numeric CHECK (trailing_pips > 0),
    reduce_only              boolean     NOT NULL,
    stop_loss_price          numeric CHECK (stop_loss_price > 0),
    take_profit_price        numeric CHECK (take_profit_price > 0),
    protection_trailing_pips numeric CHECK (protection_trailing_pips > 0),
    market_price             numeric     NOT NULL CHECK (market_price > 0),
    leverage                 numeric     NOT NULL,
    strategy                 text,
    conversion_prices        jsonb       NOT NULL,
    status                   text        NOT NULL CHECK (status IN
                                 ('NEW', 'RESERVED', 'SUBMITTED', 'PARTIALLY_FILLED', 'CANCEL_REQUESTED', 'FILLED',
                                  'DENIED', 'REJECTED', 'CANCELLED', 'EXPIRED')),
    cause_code               text,
    cause_message            text,
    history                  jsonb       NOT NULL,
    owner                    text,
    updated_at               timestamptz NOT NULL,
    version                  integer     NOT NULL,
    CHECK ((type IN ('LIMIT', 'STOP_LIMIT')) = (limit_price IS NOT NULL)),
    CHECK ((type IN ('STOP', 'STOP_LIMIT')) = (stop_price IS NOT NULL)),
    CHECK ((status = 'FILLED') = (filled_lots = lots))
);

CREATE INDEX trade_order_open ON trade_order (id)
    WHERE status IN ('NEW', 'RESERVED', 'SUBMITTED', 'PARTIALLY_FILLED', 'CANCEL_REQUESTED');
CREATE INDEX trade_order_ended ON trade_order (updated_at)
    WHERE status IN ('FILLED', 'DENIED', 'REJECTED', 'CANCELLED', 'EXPIRED');
CREATE INDEX trade_order_by_account ON trade_order (account_id, id);
CREATE INDEX trade_order_by_decision ON trade_order (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX trade_order_by_parent ON trade_order (parent_order_id) WHERE parent_order_id IS NOT NULL;
CREATE INDEX trade_order_by_replaced ON trade_order (replaces_order_id) WHERE replaces_order_id IS NOT NULL;

-- What was filled. The key is the broker's execution: the same one cannot be booked twice.
CREATE TABLE order_fill (
    id                uuid        NOT NULL PRIMARY KEY,
    order_id          uuid        NOT NULL REFERENCES trade_order (id) ON DELETE CASCADE,
    number            integer     NOT NULL,
    lots              numeric     NOT NULL CHECK (lots > 0),
    price             numeric     NOT NULL CHECK (price > 0),
    commission        numeric     NOT NULL,
    conversion_rate   numeric     NOT NULL CHECK (conversion_rate > 0),
    conversion_prices jsonb       NOT NULL,
    conversion_stale  boolean     NOT NULL,
    filled_at         timestamptz NOT NULL,
    booked_at         timestamptz NOT NULL DEFAULT now(),
    UNIQUE (order_id, number)
);

CREATE INDEX order_fill_by_booking ON order_fill (booked_at, id);

-- The newest close of each instrument that this service has heard of.
CREATE TABLE market_price (
    symbol    text        NOT NULL PRIMARY KEY,
    price     numeric     NOT NULL CHECK (price > 0),
    priced_at timestamptz NOT NULL
);
