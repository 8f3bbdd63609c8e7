-- The paper broker's own book. It shares nothing with trade_order but the client order id.
CREATE TABLE paper_position (
    account_id text    NOT NULL,
    symbol     text    NOT NULL,
    lots       numeric NOT NULL,
    PRIMARY KEY (account_id, symbol)
);

CREATE TABLE paper_order (
    client_order_id          text        NOT NULL PRIMARY KEY,
    number                   bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    parent_client_order_id   text REFERENCES paper_order (client_order_id),
    bracket                  text,
    account_id               text        NOT NULL,
    symbol                   text        NOT NULL,
    side                     text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    type                     text        NOT NULL CHECK (type IN ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT')),
    lots                     numeric     NOT NULL CHECK (lots > 0),
    limit_price              numeric CHECK (limit_price > 0),
    stop_price               numeric CHECK (stop_price > 0),
    time_in_force            text        NOT NULL CHECK (time_in_force IN ('GTC', 'DAY', 'IOC', 'FOK')),
    expires_at               timestamptz,
    trailing_pips            numeric CHECK (trailing_pips > 0),
    reduce_only              boolean     NOT NULL,
    stop_loss_price          numeric,
    take_profit_price        numeric,
    protection_trailing_pips numeric,
    status                   text        NOT NULL CHECK (status IN
                                 ('WORKING', 'FILLED', 'REJECTED', 'CANCELLED', 'EXPIRED')),
    triggered                boolean     NOT NULL,
    cause_code               text,
    cause_message            text,
    accepted_at              timestamptz,
    priced_until             timestamptz,
    changed_at               timestamptz NOT NULL
);

CREATE INDEX paper_order_working ON paper_order (symbol, account_id) WHERE status = 'WORKING';
CREATE INDEX paper_order_expiring ON paper_order (expires_at) WHERE status = 'WORKING' AND expires_at IS NOT NULL;
CREATE INDEX paper_order_ended ON paper_order (changed_at) WHERE status <> 'WORKING';
CREATE INDEX paper_order_by_parent ON paper_order (parent_client_order_id) WHERE parent_client_order_id IS NOT NULL;
CREATE INDEX paper_order_by_bracket ON paper_order (bracket) WHERE bracket IS NOT NULL;

CREATE TABLE paper_execution (
    id              uuid        NOT NULL PRIMARY KEY,
    client_order_id text        NOT NULL REFERENCES paper_order (client_order_id) ON DELETE CASCADE,
    number          integer     NOT NULL,
    lots            numeric     NOT NULL CHECK (lots > 0),
    price           numeric     NOT NULL CHECK (price > 0),
    commission      numeric     NOT NULL,
    executed_at     timestamptz NOT NULL,
    UNIQUE (client_order_id, number)
);
