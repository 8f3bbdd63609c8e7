-- What each account is to hold, by strategy: weights as {code: number}, those that are left out are 0. A change is the
-- next version; rows are never changed: the database refuses it whoever asks. Kept for ever, a few rows a month.
CREATE TABLE target_portfolio (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id text        NOT NULL,
    version    bigint      NOT NULL CHECK (version > 0),
    weights    jsonb       NOT NULL,
    origin     text        NOT NULL CHECK (origin IN ('OPTIMUM', 'PERSON', 'ROTATION', 'LIFECYCLE')),
    -- The stored answer of the optimiser the weights are from.
    answer_id  uuid,
    reason     text        NOT NULL,
    person     text        NOT NULL,
    at         timestamptz NOT NULL,
    UNIQUE (account_id, version),
    CHECK ((answer_id IS NOT NULL) = (origin = 'OPTIMUM'))
);

CREATE TRIGGER target_portfolio_is_append_only
    BEFORE UPDATE OR DELETE ON target_portfolio
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

REVOKE UPDATE, DELETE ON target_portfolio FROM PUBLIC, CURRENT_USER;

-- What a strategy works with in an account, since a rebalancing has put it into force.
CREATE TABLE strategy_allocation (
    account_id text             NOT NULL,
    strategy   text             NOT NULL REFERENCES strategy (code),
    -- weight x value of the account at that time, in its currency.
    capital    numeric          NOT NULL CHECK (capital >= 0),
    weight     double precision NOT NULL CHECK (weight >= 0 AND weight <= 1),
    since      timestamptz      NOT NULL,
    -- Of the target it comes from.
    version    bigint           NOT NULL,
    PRIMARY KEY (account_id, strategy)
);
CREATE INDEX strategy_allocation_of_strategy ON strategy_allocation (strategy);
