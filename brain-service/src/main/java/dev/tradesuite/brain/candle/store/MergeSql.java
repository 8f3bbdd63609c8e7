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
     * Settings for {@link #OF_TABLE}, until the end of the transaction.
     *
     * <p>What is stored may have grown a hundredfold since the planner last counted; a nested loop chosen for a handful
     * of rows would take minutes. The memory is for sorting the rows once.
     */
    static final List<String> SETTINGS = List.of("SET LOCAL enable_nestloop = off", "SET LOCAL work_mem = '64MB'");

    private static final String JUDGE_AND_WRITE =
            """
            stored AS (
                SELECT symbol, open_time, open, high, low, close,
                       date_bin(:length * INTERVAL '1 millisecond',
                                open_time + :length * INTERVAL '1 millisecond' - INTERVAL '1 microsecond',
                                timestamptz '1970-01-01 00:00:00+00') AS slot
                  FROM candle
                 WHERE timeframe = :timeframe AND symbol = ANY (:symbols::text[])
                   AND open_time > :from AND open_time <= :to
            ), ranked AS (
                SELECT r.line, r.symbol, r.open_time, r.open, r.high, r.low, r.close, r.volume, r.flags,
                       row_number() OVER in_slot AS nth,
                       s.open_time AS stored_time, s.open AS stored_open, s.high AS stored_high, s.low AS stored_low,
                       s.close AS stored_close,
                       first_value(r.open_time) OVER in_slot AS first_time,
                       first_value(r.open) OVER in_slot AS first_open,
                       first_value(r.high) OVER in_slot AS first_high,
                       first_value(r.low) OVER in_slot AS first_low,
                       first_value(r.close) OVER in_slot AS first_close
                  FROM (SELECT *,
                               date_bin(:length * INTERVAL '1 millisecond',
                                        open_time + :length * INTERVAL '1 millisecond' - INTERVAL '1 microsecond',
                                        timestamptz '1970-01-01 00:00:00+00') AS slot
                          FROM candle_staging) AS r
                  LEFT JOIN stored s ON s.symbol = r.symbol AND s.slot = r.slot
                WINDOW in_slot AS (PARTITION BY r.symbol, r.slot ORDER BY r.line)
            ), compared AS (
                SELECT *,
                       stored_time IS NULL OR (:policy = 'REPLACE' AND stored_time = first_time) AS first_is_kept,
                       stored_time = open_time
                           AND (stored_open, stored_high, stored_low, stored_close) = (open, high, low, close)
                           AS same_as_stored
                  FROM ranked
            ), judged AS (
                SELECT *,
                       CASE
                           WHEN nth = 1 AND stored_time IS NULL THEN 'STORED'
                           WHEN nth = 1 AND first_is_kept THEN
                               CASE WHEN same_as_stored THEN 'DUPLICATE' ELSE 'REPLACED' END
                           WHEN first_is_kept AND first_time <> open_time THEN 'OVERLAPPING'
                           WHEN first_is_kept THEN
                               CASE WHEN (first_open, first_high, first_low, first_close) = (open, high, low, close)
                                    THEN 'DUPLICATE' ELSE 'CONFLICTING' END
                           WHEN stored_time <> open_time THEN 'OVERLAPPING'
                           WHEN same_as_stored THEN 'DUPLICATE'
                           ELSE 'CONFLICTING'
                       END AS outcome
                  FROM compared
            ), inserted AS (
                INSERT INTO candle (symbol, timeframe, open_time, open, high, low, close, volume, flags, source)
                SELECT symbol, :timeframe, open_time, open, high, low, close, volume, flags, :source
                  FROM judged
                 WHERE outcome = 'STORED'
            ), replaced AS (
                -- By the key of each row, because a join could be planned for a handful of stored candles.
                INSERT INTO candle (symbol, timeframe, open_time, open, high, low, close, volume, flags, source)
                SELECT symbol, :timeframe, open_time, open, high, low, close, volume, flags, :source
                  FROM judged
                 WHERE outcome = 'REPLACED'
                    ON CONFLICT (symbol, timeframe, open_time) DO UPDATE
                   SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                       volume = excluded.volume, flags = excluded.flags, source = excluded.source
            ), refused AS (
                SELECT symbol, outcome, line, open_time, open, high, low, close,
                       CASE WHEN first_is_kept THEN first_time ELSE stored_time END AS kept_time,
                       CASE WHEN first_is_kept THEN concat_ws(' ', first_open, first_high, first_low, first_close)
                            ELSE concat_ws(' ', stored_open, stored_high, stored_low, stored_close) END AS kept_prices
                  FROM judged
                 WHERE outcome IN ('CONFLICTING', 'OVERLAPPING')
                 ORDER BY line
                 LIMIT :reported
            )
            SELECT symbol, outcome, NULL::bigint AS line, NULL::text AS open_time, NULL::text AS kept_time,
                   NULL::text AS prices, NULL::text AS kept_prices,
                   count(*) AS rows,
                   count(*) FILTER (WHERE flags & :flat <> 0) AS flat,
                   count(*) FILTER (WHERE flags & :zeroVolume <> 0) AS zero_volume,
                   count(*) FILTER (WHERE flags & :timeMoved <> 0) AS time_moved
              FROM judged
             GROUP BY symbol, outcome
            UNION ALL
            SELECT symbol, outcome, line,
                   to_char(open_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   to_char(kept_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   concat_ws(' ', open, high, low, close), kept_prices, 1, 0, 0, 0
              FROM refused
            """;

    /** Rows in the temporary table {@code candle_staging}. */
    static final String OF_TABLE = "WITH " + JUDGE_AND_WRITE;

    /** A few rows as parameters, one array for each column: {@link StagedRows#columns()}. */
    static final String OF_ROWS =
            """
            WITH candle_staging AS (
                SELECT line, symbol, open_time, open, high, low, close, volume, flags
                  FROM unnest(:lines::bigint[], :rowSymbols::text[], :times::text[]::timestamptz[],
                              :opens::text[]::numeric[], :highs::text[]::numeric[], :lows::text[]::numeric[],
                              :closes::text[]::numeric[], :volumes::text[]::numeric[], :rowFlags::smallint[])
                       AS r(line, symbol, open_time, open, high, low, close, volume, flags)
            ),
            """
                    + JUDGE_AND_WRITE;

    private MergeSql() {}
}
