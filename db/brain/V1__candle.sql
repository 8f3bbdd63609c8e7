-- Closed candles of every instrument and timeframe, partitioned by year.
create table candle (
    symbol    text        not null,
    timeframe text        not null check (timeframe in ('M1', 'M5', 'M15', 'M30', 'H1', 'H4', 'D1')),
    open_time timestamptz not null,
    open      numeric     not null,
    high      numeric     not null,
    low       numeric     not null,
    close     numeric     not null,
    volume    numeric     check (volume >= 0),
    -- Sum of: 1 flat (open = high = low = close), 2 volume is zero, 4 time moved by a rule of the import.
    flags     smallint    not null default 0,
    source    text        not null,
    primary key (symbol, timeframe, open_time),
    constraint candle_range check (low > 0 and low <= least(open, close) and high >= greatest(open, close))
) partition by range (open_time);

-- Takes what no yearly partition takes; the service creates the years it writes to, so this stays empty.
create table candle_default partition of candle default;

-- What is stored of each series. Changed in the transaction that changes the candles; its row is what two writers of a
-- series wait for each other on. version changes with every write, history_version with every write other than adding
-- candles newer than all before: readers compare them with what they have in memory. Both come from one sequence, so a
-- number never stands for two states, not even after a series was deleted and imported again.
create sequence candle_version;

create table candle_series (
    symbol          text   not null,
    timeframe       text   not null,
    first_open      timestamptz,
    last_open       timestamptz,
    last_close      numeric,
    candle_count    bigint not null default 0,
    version         bigint not null default nextval('candle_version'),
    history_version bigint not null default nextval('candle_version'),
    primary key (symbol, timeframe)
);

-- Creates the yearly partitions from one year to another that do not exist yet. Does nothing for a year whose candles
-- already stand in the default partition, or when the table is no longer partitioned by PostgreSQL.
create function ensure_candle_partitions(first_year int, last_year int) returns void
    language plpgsql
    set search_path from current
as
$$
declare
    year_start timestamptz;
    year_end   timestamptz;
    part_name  text;
begin
    if (select relkind from pg_class where oid = 'candle'::regclass) <> 'p' then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('candle partitions', 0));
    for y in first_year..last_year
        loop
            part_name := 'candle_y' || y;
            year_start := make_timestamptz(y, 1, 1, 0, 0, 0, 'UTC');
            year_end := make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'UTC');
            if to_regclass(part_name) is null
                and not exists (select from candle_default where open_time >= year_start and open_time < year_end) then
                -- Made beside the table and attached, because readers of the other years need not wait for that.
                execute format('create table %I (like candle including all)', part_name);
                execute format(
                        'alter table candle attach partition %I for values from (%L) to (%L)',
                        part_name, year_start, year_end);
            end if;
        end loop;
end
$$;

select ensure_candle_partitions(
               extract(year from now() at time zone 'UTC')::int,
               extract(year from now() at time zone 'UTC')::int + 1);
