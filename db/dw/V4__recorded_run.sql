-- What recorded trades and equity do not say is absent.
ALTER TABLE fact_strategy_positions
    ALTER COLUMN quantity DROP NOT NULL,
    ALTER COLUMN notional_usd DROP NOT NULL,
    ALTER COLUMN mae DROP NOT NULL,
    ALTER COLUMN mfe DROP NOT NULL;
ALTER TABLE fact_equity_curve
    ALTER COLUMN cash DROP NOT NULL,
    ALTER COLUMN unrealized_pnl DROP NOT NULL;
