-- Prices that outcomes of prediction markets had: one in each five minutes, the first that a controller saw there.
-- All controllers of strategies that look back share them; what lies before the retention is deleted.
CREATE TABLE price_slot (
    source    text             NOT NULL, -- kind of the market source: simulated prices are no real ones
    market_id text             NOT NULL,
    outcome   text             NOT NULL,
    slot      timestamptz      NOT NULL, -- beginning of the five minutes
    at        timestamptz      NOT NULL, -- when the outcome had the price
    price     double precision NOT NULL,
    PRIMARY KEY (source, market_id, slot, outcome)
);

-- Rows arrive in the order of their slots, so the delete of old ones needs no more than this.
CREATE INDEX price_slot_slot ON price_slot USING brin (slot);
