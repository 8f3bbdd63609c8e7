-- Closed candles of every instrument and timeframe, partitioned by year.
CREATE TABLE candle (
    symbol    text        NOT NULL,
    timeframe text        NOT NULL CHECK (timeframe IN ('M1', 'M5', 'M15', 'M30', 'H1', 'H4', 'D1')),
    open_time timestamptz NOT NULL,
    open      numeric     NOT NULL,
    high      numeric     NOT NULL,
    low       numeric     NOT NULL,
    close     numeric     NOT NULL,
    volume    numeric     CHECK (volume >= 0),
    -- Sum of: 1 flat (open = high = low = close), 2 volume is zero, 4 time moved by a rule of the import, 8 implausible.
    flags     smallint    NOT NULL DEFAULT 0,
    source    text        NOT NULL,
    -- Close adjusted for splits and dividends, as the newest file states it; what returns are computed from.
    adjusted_close numeric CHECK (adjusted_close > 0),
    PRIMARY KEY (symbol, timeframe, open_time),
    CONSTRAINT candle_range CHECK (low > 0 AND low <= least(open, close) AND high >= greatest(open, close))
) PARTITION BY RANGE (open_time);

-- Takes what no yearly partition takes; the service creates the years it writes to, so this stays empty.
CREATE TABLE candle_default PARTITION OF candle DEFAULT;

-- What is stored of each series. Changed in the transaction that changes the candles; its row is what two writers of a
-- series wait for each other on. version changes with every write, history_version with every write other than adding
-- candles newer than all before: readers compare them with what they have in memory. Both come from one sequence, so a
-- number never stands for two states, not even after a series was deleted and imported again.
CREATE SEQUENCE candle_version;

CREATE TABLE candle_series (
    symbol          text   NOT NULL,
    timeframe       text   NOT NULL,
    first_open      timestamptz,
    last_open       timestamptz,
    -- Open time and close of the newest candle that is not implausible.
    price_open      timestamptz,
    last_close      numeric,
    candle_count    bigint NOT NULL DEFAULT 0,
    version         bigint NOT NULL DEFAULT nextval('candle_version'),
    history_version bigint NOT NULL DEFAULT nextval('candle_version'),
    PRIMARY KEY (symbol, timeframe)
);

-- Creates the yearly partitions from one year to another that do not exist yet. Does nothing for a year whose candles
-- already stand in the default partition, or when the table is no longer partitioned by PostgreSQL.
CREATE FUNCTION ensure_candle_partitions(first_year int, last_year int) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM current
AS
$$
DECLARE
    year_start timestamptz;
    year_end   timestamptz;
    part_name  text;
BEGIN
    IF (SELECT relkind FROM pg_class WHERE oid = 'candle'::regclass) <> 'p' THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('candle partitions', 0));
    FOR y IN first_year..last_year
        LOOP
            part_name := 'candle_y' || y;
            year_start := make_timestamptz(y, 1, 1, 0, 0, 0, 'UTC');
            year_end := make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'UTC');
            IF to_regclass(part_name) IS NULL
                AND NOT EXISTS (SELECT FROM candle_default WHERE open_time >= year_start AND open_time < year_end) THEN
                -- Made beside the table and attached, because readers of the other years need not wait for that.
                EXECUTE format('CREATE TABLE %I (LIKE candle INCLUDING ALL)', part_name);
                EXECUTE format(
                        'ALTER TABLE candle ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                        part_name, year_start, year_end);
            END IF;
        END LOOP;
END
$$;

SELECT ensure_candle_partitions(
               extract(year FROM now() AT TIME ZONE 'UTC')::int,
               extract(year FROM now() AT TIME ZONE 'UTC')::int + 1);
