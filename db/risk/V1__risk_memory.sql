-- What risk remembers of an account. Amounts are in the account currency and exact: numeric without a scale.
CREATE TABLE account (
    id                        text        NOT NULL PRIMARY KEY,
    currency                  text        NOT NULL,

    -- as the books reported it last
    sequence                  bigint      NOT NULL,
    equity                    numeric     NOT NULL,
    equity_at                 timestamptz NOT NULL,
    margin_used               numeric     NOT NULL,
    archived                  boolean     NOT NULL,

    -- memory of our own
    day                       date        NOT NULL,
    day_start_equity          numeric     NOT NULL,
    high_water_mark           numeric     NOT NULL,
    net_cash_flow             numeric     NOT NULL,  -- the flows both of these include

    -- what reservations hold, and the most they may hold; a room is set anew whenever equity, margin, day or limits
    -- change, and is then never below what is held already
    reserved_margin           numeric     NOT NULL,
    reserved_loss             numeric     NOT NULL,
    margin_room               numeric     NOT NULL,
    loss_room                 numeric     NOT NULL,

    daily_loss_percent        numeric     NOT NULL,
    drawdown_percent          numeric     NOT NULL,
    position_size_percent     numeric     NOT NULL,
    margin_percent            numeric     NOT NULL,
    correlation_limit         numeric     NOT NULL,
    currency_exposure_percent numeric     NOT NULL,

    version                   bigint      NOT NULL DEFAULT 0,

    -- the backstop: whatever a program does, no more is held than the limits leave
    CONSTRAINT reserved_margin_within_room CHECK (reserved_margin BETWEEN 0 AND margin_room),
    CONSTRAINT reserved_loss_within_room CHECK (reserved_loss BETWEEN 0 AND loss_room),

    CONSTRAINT high_water_mark_is_highest CHECK (high_water_mark >= equity),
    CONSTRAINT margin_used_not_negative CHECK (margin_used >= 0),
    CONSTRAINT limits_are_percent CHECK (
        daily_loss_percent > 0 AND daily_loss_percent <= 100
        AND drawdown_percent > 0 AND drawdown_percent <= 100
        AND position_size_percent > 0 AND position_size_percent <= 100
        AND margin_percent > 0 AND margin_percent <= 100
        AND currency_exposure_percent > 0
        AND correlation_limit BETWEEN 0 AND 1)
) WITH (fillfactor = 50);  -- the row changes with every order: room for its next version on the same page

-- Open positions as the books reported them.
CREATE TABLE position (
    account_id      text    NOT NULL REFERENCES account (id),
    symbol          text    NOT NULL,
    side            text    NOT NULL CHECK (side IN ('BUY', 'SELL')),
    lots            numeric NOT NULL CHECK (lots > 0),
    margin          numeric NOT NULL CHECK (margin >= 0),
    mark_price      numeric NOT NULL CHECK (mark_price > 0),
    loss_at_stop    numeric CHECK (loss_at_stop >= 0),  -- from the mark; absent while a part has no stop
    conversion_rate numeric NOT NULL CHECK (conversion_rate > 0),  -- quote currency to account currency
    PRIMARY KEY (account_id, symbol)
);

-- Room held for an order until the books show it. The size of an order of an instrument is in lots; that of a stake in
-- an outcome of a market is an amount in the account currency. What is filled of it is in the unit of the size.
CREATE TABLE reservation (
    order_id      uuid        NOT NULL PRIMARY KEY,
    account_id    text        NOT NULL REFERENCES account (id),
    symbol        text        NOT NULL,  -- instrument, or market of a stake
    side          text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    lots          numeric     CHECK (lots > 0),
    notional      numeric     CHECK (notional > 0),
    reduces       boolean     NOT NULL,

    -- what the whole order takes
    loss          numeric     NOT NULL CHECK (loss >= 0),
    margin        numeric     NOT NULL CHECK (margin >= 0),
    value         numeric     NOT NULL CHECK (value >= 0),

    -- numbers that only grow; last_filled is there once the order has ended
    filled        numeric     NOT NULL CHECK (filled >= booked),
    booked        numeric     NOT NULL CHECK (booked >= 0),
    last_filled   numeric,

    -- what follows from them
    status        text        NOT NULL CHECK (status IN ('RESERVED', 'CONFIRMED', 'IN_BOOKS', 'RELEASED')),
    held          numeric     NOT NULL CHECK (held >= 0),
    held_loss     numeric     NOT NULL CHECK (held_loss >= 0),
    held_margin   numeric     NOT NULL CHECK (held_margin >= 0),
    held_value    numeric     NOT NULL CHECK (held_value >= 0),

    strategy      text,
    portfolio_id  text,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    asked_at      timestamptz NOT NULL,  -- when the owner of the order was last asked about it
    ended_because text,

    CONSTRAINT one_size CHECK (num_nonnulls(lots, notional) = 1),
    CONSTRAINT nothing_held_in_the_end CHECK ((held = 0) = (status IN ('IN_BOOKS', 'RELEASED')))
);

CREATE INDEX reservation_held ON reservation (account_id) WHERE held > 0;
CREATE INDEX reservation_by_account ON reservation (account_id, created_at DESC);
CREATE INDEX reservation_unasked ON reservation (asked_at) WHERE held > 0;
CREATE INDEX reservation_ended ON reservation (changed_at) WHERE held = 0;

-- Orders that ended before a reservation was asked for; none is made for them any more.
CREATE TABLE ended_order (
    order_id uuid        NOT NULL PRIMARY KEY,
    ended_at timestamptz NOT NULL
);

CREATE INDEX ended_order_by_time ON ended_order (ended_at);

-- Trading states; what has no row is ACTIVE.
CREATE TABLE trading_state (
    scope      text        NOT NULL CHECK (scope IN ('ACCOUNT', 'PORTFOLIO', 'STRATEGY', 'SYMBOL')),
    id         text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('ACTIVE', 'REDUCE_ONLY', 'HALTED')),
    cause      text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    last_day   date,
    PRIMARY KEY (scope, id)
);

-- History, only ever added to; what its retention is over for is removed, by that job alone.
CREATE TABLE trading_state_change (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope      text        NOT NULL,
    id         text        NOT NULL,
    from_state text        NOT NULL,
    to_state   text        NOT NULL,
    cause      text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE limit_breach (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id text        NOT NULL,
    check_name text        NOT NULL,
    measured   numeric     NOT NULL,
    limit_was  numeric     NOT NULL,
    at         timestamptz NOT NULL
);

CREATE TABLE limit_change (
    number                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id                text        NOT NULL,
    daily_loss_percent        numeric     NOT NULL,
    drawdown_percent          numeric     NOT NULL,
    position_size_percent     numeric     NOT NULL,
    margin_percent            numeric     NOT NULL,
    correlation_limit         numeric     NOT NULL,
    currency_exposure_percent numeric     NOT NULL,
    changed_by                text        NOT NULL,
    changed_at                timestamptz NOT NULL
);

CREATE TABLE high_water_mark_change (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id  text        NOT NULL,
    from_amount numeric     NOT NULL,
    to_amount   numeric     NOT NULL,
    reason      text        NOT NULL,
    changed_by  text        NOT NULL,
    changed_at  timestamptz NOT NULL
);

CREATE INDEX trading_state_change_by_time ON trading_state_change (changed_at);
CREATE INDEX limit_breach_by_time ON limit_breach (at);
CREATE INDEX limit_change_by_time ON limit_change (changed_at);
CREATE INDEX high_water_mark_change_by_time ON high_water_mark_change (changed_at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('risk.pruning', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '% is history: rows are added, never changed or removed', TG_TABLE_NAME;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trading_state_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON limit_breach
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON limit_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON high_water_mark_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
