-- Makes the time series of the models TimescaleDB hypertables with monthly chunks, where that extension is installed in
-- this database. Nothing else changes: the same statements read and write them. On plain PostgreSQL this file only creates
-- the function, so that an operator who installs the extension later can call it:
--   select dw_to_hypertables(extnamespace::regnamespace::text) from pg_extension where extname = 'timescaledb';
--
-- A partitioned table cannot become a hypertable; its rows move into a new plain table that does. The view over both is
-- made anew from its own text.
CREATE FUNCTION dw_to_hypertables(extension_schema text) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM current
AS
$$
DECLARE
    series  text;
    columns text;
    summary text := pg_get_viewdef('vw_portfolio_summary'::regclass);
BEGIN
    IF (SELECT relkind FROM pg_class WHERE oid = 'fact_equity_curve'::regclass) <> 'p' THEN
        RETURN;
    END IF;
    DROP VIEW vw_portfolio_summary;
    FOREACH series IN ARRAY ARRAY ['fact_strategy_signals', 'fact_equity_curve']
        LOOP
            EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', series);
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', series || '_plain', series);
            -- Generated columns are computed again; identities are kept.
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
            INTO columns
            FROM pg_attribute
            WHERE attrelid = series::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
            EXECUTE format(
                    'INSERT INTO %I (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %I',
                    series || '_plain', columns, columns, series);
            EXECUTE format('DROP TABLE %I', series);
            EXECUTE format('ALTER TABLE %I RENAME TO %I', series || '_plain', series);
            EXECUTE format(
                    'SELECT %I.create_hypertable(%L::regclass, %L, chunk_time_interval => INTERVAL ''1 month'', migrate_data => true)',
                    extension_schema, series, 'timestamp_utc');
        END LOOP;
    PERFORM setval(
            pg_get_serial_sequence('fact_strategy_signals', 'signal_id'),
            (SELECT coalesce(max(signal_id), 0) + 1 FROM fact_strategy_signals), false);
    EXECUTE 'CREATE VIEW vw_portfolio_summary AS ' || summary;
END
$$;

DO
$$
    DECLARE
        -- Only an extension that is installed counts: trying to create one that is merely on the disk can end the session.
        extension_schema text := (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'timescaledb');
    BEGIN
        IF extension_schema IS NOT NULL THEN
            PERFORM dw_to_hypertables(extension_schema);
        END IF;
    END
$$;
