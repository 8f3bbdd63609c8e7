-- The newest signal of its model that each follower has heard: a strategy in an account that gave it capital. One row
-- for each, changed with every bar.
CREATE TABLE following (
    account_id    text        NOT NULL,
    strategy      text        NOT NULL REFERENCES strategy (code),
    symbol        text        NOT NULL,
    timeframe     text        NOT NULL,
    -- Close of the bar, in time and price.
    bar_close     timestamptz NOT NULL,
    price         numeric     NOT NULL,
    direction     text        NOT NULL CHECK (direction IN ('LONG', 'SHORT', 'FLAT')),
    size          numeric     NOT NULL,
    stop_loss     numeric,
    take_profit   numeric,
    proxy         boolean     NOT NULL,
    -- Of the capital the holding was last sized by.
    share_version bigint      NOT NULL,
    -- It holds what the model does not want: it is closed with the next bar.
    unsettled     boolean     NOT NULL,
    PRIMARY KEY (account_id, strategy)
);

-- What was done about each change: one order or one reason. A step is stored before anything is asked of the
-- orchestrator, and taken by one instance at a time until try_at. Kept for suite.portfolio.following.keep, by default 400
-- days.
CREATE TABLE following_step (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id      text        NOT NULL,
    strategy        text        NOT NULL REFERENCES strategy (code),
    symbol          text        NOT NULL,
    timeframe       text        NOT NULL,
    bar_close       timestamptz NOT NULL,
    price           numeric     NOT NULL,
    leg             text        NOT NULL CHECK (leg IN ('CLOSE', 'OPEN', 'RESIZE')),
    -- 0; for a new size the version of the capital.
    revision        bigint      NOT NULL,
    from_direction  text        NOT NULL CHECK (from_direction IN ('LONG', 'SHORT', 'FLAT')),
    direction       text        NOT NULL CHECK (direction IN ('LONG', 'SHORT', 'FLAT')),
    size            numeric     NOT NULL,
    stop_loss       numeric,
    take_profit     numeric,
    proxy           boolean     NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('PENDING', 'ORDERED', 'NOT_FOLLOWED')),
    reason_code     text,
    reason          text,
    client_order_id text        NOT NULL UNIQUE,
    -- What is asked of the orchestrator: a side and a notional to open, or lots of what is held to close, all of it
    -- without lots.
    side            text        CHECK (side IN ('BUY', 'SELL')),
    notional        numeric,
    lots            numeric,
    held            numeric,
    asked_price     numeric,
    round           int         NOT NULL,
    -- A request may have arrived whose answer is not known.
    under_way       boolean     NOT NULL,
    order_id        uuid,
    order_status    text,
    at              timestamptz NOT NULL,
    answered_at     timestamptz,
    try_at          timestamptz NOT NULL,
    UNIQUE (account_id, strategy, bar_close, leg, revision),
    CHECK ((outcome = 'PENDING') = (answered_at IS NULL)),
    CHECK (outcome <> 'NOT_FOLLOWED' OR reason_code IS NOT NULL)
);
CREATE INDEX following_step_of_follower ON following_step (account_id, strategy, id);
CREATE INDEX following_step_waiting ON following_step (try_at) WHERE outcome = 'PENDING';
CREATE INDEX following_step_at ON following_step (at);
