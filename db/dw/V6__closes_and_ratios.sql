-- Close of every bar that was booked: what came of a signal, and what buying and holding would have brought. The same in
-- every run.
CREATE TABLE series_close (
    symbol          text        NOT NULL,
    timeframe       text        NOT NULL,
    timestamp_utc   timestamptz NOT NULL,
    price           numeric     NOT NULL CHECK (price > 0),
    -- US dollars for one unit of the quote currency then; absent when nobody knew.
    conversion_rate numeric,
    PRIMARY KEY (symbol, timeframe, timestamp_utc)
);

-- Deepest fall of the day's points from the highest equity since the start of the account, 0 or negative.
ALTER TABLE fact_strategy_performance ADD COLUMN deepest_drawdown_pct double precision;
