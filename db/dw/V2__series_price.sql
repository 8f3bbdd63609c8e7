-- Close of the newest bar of each series, written with the bar.
CREATE TABLE series_price (
    run_id        bigint      NOT NULL REFERENCES run,
    symbol        text        NOT NULL,
    timeframe     text        NOT NULL,
    timestamp_utc timestamptz NOT NULL,
    price         numeric     NOT NULL,
    PRIMARY KEY (run_id, symbol, timeframe)
);
