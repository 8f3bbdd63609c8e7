-- Makes candle a TimescaleDB hypertable with yearly chunks, where that extension is installed in this database. Nothing
-- else changes: the same statements read and write it. On plain PostgreSQL this file only creates the function, so that
-- an operator who installs the extension later can call it:
--   select candle_to_hypertable(extnamespace::regnamespace::text) from pg_extension where extname = 'timescaledb';
--
-- A partitioned table cannot become a hypertable; its candles move into a new plain table that does.
create function candle_to_hypertable(extension_schema text) returns void
    language plpgsql
    set search_path from current
as
$$
begin
    if (select relkind from pg_class where oid = 'candle'::regclass) <> 'p' then
        return;
    end if;
    lock table candle in access exclusive mode;
    create table candle_plain (like candle including all);
    insert into candle_plain select * from candle;
    drop table candle;
    alter table candle_plain rename to candle;
    execute format(
            'select %I.create_hypertable(%L::regclass, %L, chunk_time_interval => interval ''1 year'', migrate_data => true)',
            extension_schema, 'candle', 'open_time');
end
$$;

do
$$
    declare
        -- Only an extension that is installed counts: trying to create one that is merely on the disk can end the session.
        extension_schema text := (select extnamespace::regnamespace::text from pg_extension where extname = 'timescaledb');
    begin
        if extension_schema is not null then
            perform candle_to_hypertable(extension_schema);
        end if;
    end
$$;
