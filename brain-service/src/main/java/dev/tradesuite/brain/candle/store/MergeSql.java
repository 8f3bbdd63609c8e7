package dev.tradesuite.brain.candle.store;

import java.util.List;

/**
 * The statement that judges staged rows and writes the new candles.
 *
 * <p>Rows are grouped by slot, so that two candles which open at different times of one day meet. In each slot one
 * candle is kept: the stored one; else the first row; and with policy REPLACE the first row also when the stored candle
 * opens at the same time. Every other row is compared with it. Parameters: timeframe, length (ms), source, policy,
 * symbols, from and to (open times that can share a slot with a staged row), flat, zeroVolume, timeMoved (bits),
 * reported.
 *
 * <p>Answers one row for every symbol and outcome with its counts ({@code line} is null), and the first refused rows.
 */
final class MergeSql {

    /**
     * Settings for {@link #STATEMENT}, until the end of the transaction.
     *
     * <p>What is stored may have grown a hundredfold since the planner last counted; a nested loop chosen for a handful
     * of rows would take minutes. The memory is for sorting the rows once.
     */
    static final List<String> SETTINGS = List.of("set local enable_nestloop = off", "set local work_mem = '64MB'");

    static final String STATEMENT =
            """
            with stored as (
                select symbol, open_time, open, high, low, close,
                       date_bin(:length * interval '1 millisecond',
                                open_time + :length * interval '1 millisecond' - interval '1 microsecond',
                                timestamptz '1970-01-01 00:00:00+00') as slot
                  from candle
                 where timeframe = :timeframe and symbol = any (:symbols::text[])
                   and open_time > :from and open_time <= :to
            ), ranked as (
                select r.line, r.symbol, r.open_time, r.open, r.high, r.low, r.close, r.volume, r.flags,
                       row_number() over in_slot as nth,
                       s.open_time as stored_time, s.open as stored_open, s.high as stored_high, s.low as stored_low,
                       s.close as stored_close,
                       first_value(r.open_time) over in_slot as first_time,
                       first_value(r.open) over in_slot as first_open,
                       first_value(r.high) over in_slot as first_high,
                       first_value(r.low) over in_slot as first_low,
                       first_value(r.close) over in_slot as first_close
                  from (select *,
                               date_bin(:length * interval '1 millisecond',
                                        open_time + :length * interval '1 millisecond' - interval '1 microsecond',
                                        timestamptz '1970-01-01 00:00:00+00') as slot
                          from candle_staging) as r
                  left join stored s on s.symbol = r.symbol and s.slot = r.slot
                window in_slot as (partition by r.symbol, r.slot order by r.line)
            ), compared as (
                select *,
                       stored_time is null or (:policy = 'REPLACE' and stored_time = first_time) as first_is_kept,
                       stored_time = open_time
                           and (stored_open, stored_high, stored_low, stored_close) = (open, high, low, close)
                           as same_as_stored
                  from ranked
            ), judged as (
                select *,
                       case
                           when nth = 1 and stored_time is null then 'STORED'
                           when nth = 1 and first_is_kept then
                               case when same_as_stored then 'DUPLICATE' else 'REPLACED' end
                           when first_is_kept and first_time <> open_time then 'OVERLAPPING'
                           when first_is_kept then
                               case when (first_open, first_high, first_low, first_close) = (open, high, low, close)
                                    then 'DUPLICATE' else 'CONFLICTING' end
                           when stored_time <> open_time then 'OVERLAPPING'
                           when same_as_stored then 'DUPLICATE'
                           else 'CONFLICTING'
                       end as outcome
                  from compared
            ), inserted as (
                insert into candle (symbol, timeframe, open_time, open, high, low, close, volume, flags, source)
                select symbol, :timeframe, open_time, open, high, low, close, volume, flags, :source
                  from judged
                 where outcome = 'STORED'
            ), replaced as (
                -- By the key of each row, because a join could be planned for a handful of stored candles.
                insert into candle (symbol, timeframe, open_time, open, high, low, close, volume, flags, source)
                select symbol, :timeframe, open_time, open, high, low, close, volume, flags, :source
                  from judged
                 where outcome = 'REPLACED'
                    on conflict (symbol, timeframe, open_time) do update
                   set open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                       volume = excluded.volume, flags = excluded.flags, source = excluded.source
            ), refused as (
                select symbol, outcome, line, open_time, open, high, low, close,
                       case when first_is_kept then first_time else stored_time end as kept_time,
                       case when first_is_kept then concat_ws(' ', first_open, first_high, first_low, first_close)
                            else concat_ws(' ', stored_open, stored_high, stored_low, stored_close) end as kept_prices
                  from judged
                 where outcome in ('CONFLICTING', 'OVERLAPPING')
                 order by line
                 limit :reported
            )
            select symbol, outcome, null::bigint as line, null::text as open_time, null::text as kept_time,
                   null::text as prices, null::text as kept_prices,
                   count(*) as rows,
                   count(*) filter (where flags & :flat <> 0) as flat,
                   count(*) filter (where flags & :zeroVolume <> 0) as zero_volume,
                   count(*) filter (where flags & :timeMoved <> 0) as time_moved
              from judged
             group by symbol, outcome
            union all
            select symbol, outcome, line,
                   to_char(open_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   to_char(kept_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   concat_ws(' ', open, high, low, close), kept_prices, 1, 0, 0, 0
              from refused
            """;

    private MergeSql() {}
}
