-- Who holds what of an account: a broker has one position for an instrument, strategies have many.

CREATE TABLE strategy_holding (
    account_id   text        NOT NULL REFERENCES account,
    symbol       text        NOT NULL,
    strategy     text        NOT NULL CHECK (strategy <> ''),
    lots         numeric     NOT NULL,
    cost         numeric     NOT NULL,
    realised_pnl numeric     NOT NULL,
    updated_at   timestamptz NOT NULL,
    PRIMARY KEY (account_id, symbol, strategy),
    CONSTRAINT strategy_holding_closed_without_cost CHECK (lots <> 0 OR cost = 0)
);

COMMENT ON COLUMN strategy_holding.strategy IS 'unassigned: what no strategy holds';
COMMENT ON COLUMN strategy_holding.lots IS 'above 0 when bought, below 0 when sold, 0 when closed';
COMMENT ON COLUMN strategy_holding.cost IS 'sum of price x lots over the open lots, with their sign';
COMMENT ON COLUMN strategy_holding.realised_pnl IS 'since the holding is kept; commission is not counted';

-- What was held before anybody asked for whom.
INSERT INTO strategy_holding (account_id, symbol, strategy, lots, cost, realised_pnl, updated_at)
SELECT account_id, symbol, 'unassigned',
       CASE direction WHEN 'LONG' THEN lots ELSE -lots END,
       CASE direction WHEN 'LONG' THEN cost ELSE -cost END,
       0.00, now()
  FROM position;

-- The rule itself, whatever a program does: at the end of a transaction the lots of all holders of an instrument are
-- those of the position. The path of the schema is kept with the function, for whoever comes by another.
CREATE FUNCTION require_holders_of_position(account text, instrument text) RETURNS void
    LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    held_by_all numeric := coalesce((SELECT sum(h.lots) FROM strategy_holding h
                                      WHERE h.account_id = account AND h.symbol = instrument), 0);
    held        numeric := coalesce((SELECT CASE p.direction WHEN 'LONG' THEN p.lots ELSE -p.lots END FROM position p
                                      WHERE p.account_id = account AND p.symbol = instrument), 0);
BEGIN
    IF held_by_all <> held THEN
        RAISE EXCEPTION 'account % has % lots of %, its strategies and unassigned have %',
            account, held, instrument, held_by_all
            USING ERRCODE = 'check_violation', CONSTRAINT = 'strategy_holding_adds_up';
    END IF;
END $$;

CREATE FUNCTION strategy_holding_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM require_holders_of_position(OLD.account_id, OLD.symbol);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM require_holders_of_position(NEW.account_id, NEW.symbol);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT OR DELETE ON position
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy_holding_adds_up();
-- A new price is no reason to add up.
CREATE CONSTRAINT TRIGGER adds_up_changed AFTER UPDATE ON position
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.account_id, OLD.symbol, OLD.direction, OLD.lots)
          IS DISTINCT FROM (NEW.account_id, NEW.symbol, NEW.direction, NEW.lots))
    EXECUTE FUNCTION strategy_holding_adds_up();
CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT OR DELETE ON strategy_holding
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy_holding_adds_up();
CREATE CONSTRAINT TRIGGER adds_up_changed AFTER UPDATE ON strategy_holding
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.account_id, OLD.symbol, OLD.lots) IS DISTINCT FROM (NEW.account_id, NEW.symbol, NEW.lots))
    EXECUTE FUNCTION strategy_holding_adds_up();

-- Whether the order of a fill could only reduce a position; of older trades it is not known.
ALTER TABLE trade ADD COLUMN reduce_only boolean NOT NULL DEFAULT false;
CREATE INDEX trade_by_strategy ON trade (account_id, strategy, filled_at DESC);

ALTER TABLE cash_flow ADD COLUMN strategy text CHECK (strategy <> 'unassigned');
ALTER TABLE cash_flow DROP CONSTRAINT cash_flow_kind_check;
ALTER TABLE cash_flow ADD CONSTRAINT cash_flow_kind_check
    CHECK (kind IN ('DEPOSIT', 'WITHDRAWAL', 'FEE', 'DIVIDEND', 'INTEREST', 'TRANSFER'));

COMMENT ON COLUMN cash_flow.strategy IS 'that caused it; null: none';
