-- Makes candle a TimescaleDB hypertable with yearly chunks, where that extension is installed in this database. Nothing
-- else changes: the same statements read and write it. On plain PostgreSQL this file only creates the function, so that
-- an operator who installs the extension later can call it:
--   select candle_to_hypertable(extnamespace::regnamespace::text) from pg_extension where extname = 'timescaledb';
--
-- A partitioned table cannot become a hypertable; its candles move into a new plain table that does.
CREATE FUNCTION candle_to_hypertable(extension_schema text) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM current
AS
$$
BEGIN
    IF (SELECT relkind FROM pg_class WHERE oid = 'candle'::regclass) <> 'p' THEN
        RETURN;
    END IF;
    LOCK TABLE candle IN ACCESS EXCLUSIVE MODE;
    CREATE TABLE candle_plain (LIKE candle INCLUDING ALL);
    INSERT INTO candle_plain SELECT * FROM candle;
    DROP TABLE candle;
    ALTER TABLE candle_plain RENAME TO candle;
    EXECUTE format(
            'SELECT %I.create_hypertable(%L::regclass, %L, chunk_time_interval => INTERVAL ''1 year'', migrate_data => true)',
            extension_schema, 'candle', 'open_time');
END
$$;

DO
$$
    DECLARE
        -- Only an extension that is installed counts: trying to create one that is merely on the disk can end the session.
        extension_schema text := (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'timescaledb');
    BEGIN
        IF extension_schema IS NOT NULL THEN
            PERFORM candle_to_hypertable(extension_schema);
        END IF;
    END
$$;
