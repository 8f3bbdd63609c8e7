package dev.tradesuite.brain.candle.store;

import java.util.List;

/**
 * The statement that judges staged rows and writes the new candles.
 *
 * <p>A row that would overlap a stored candle is refused; rows do not overlap one another, that is seen to before. Of
 * each open time one candle is kept: the stored one; else the first row; and with policy REPLACE the first row also
 * when there is a stored candle. Every other row is compared with it. An adjusted close is stated anew by every file,
 * so a row with the same prices and another one always counts. Parameters: timeframe, length and apart (ms; two candles
 * open at least apart from each other, 0: on one grid, where nothing can overlap), source, policy, symbols, from and to
 * (open times that can meet a staged row), flat, zeroVolume, timeMoved (bits), reported, everyReplaced (whether each
 * replaced candle is named).
 *
 * <p>Answers one row for every symbol and outcome with its counts ({@code line} is null), the first refused rows, and
 * the replaced ones when they are asked for.
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
                SELECT symbol, open_time, open, high, low, close, adjusted_close
                  FROM candle
                 WHERE timeframe = :timeframe AND symbol = ANY (:symbols::text[])
                   AND open_time > :from AND open_time < :to
            ), near AS (
                -- A candle that overlaps another opens in its stretch of the length, or in the one before or after.
                SELECT symbol, open_time,
                       floor(extract(epoch FROM open_time) * 1000 / :length) + beside AS stretch
                  FROM stored, generate_series(-1, 1) AS beside
                 WHERE :apart > 0
            ), meetings AS (
                SELECT r.symbol, r.open_time, min(n.open_time) AS stored_time
                  FROM candle_staging r
                  JOIN near n ON n.symbol = r.symbol
                             AND n.stretch = floor(extract(epoch FROM r.open_time) * 1000 / :length)
                 WHERE n.open_time <> r.open_time
                   AND n.open_time > r.open_time - :apart * INTERVAL '1 millisecond'
                   AND n.open_time < r.open_time + :apart * INTERVAL '1 millisecond'
                 GROUP BY r.symbol, r.open_time
            ), compared AS (
                SELECT r.*, row_number() OVER of_time AS nth,
                       o.stored_time AS kept_time,
                       s.open_time IS NULL AS is_new,
                       s.open AS stored_open, s.high AS stored_high, s.low AS stored_low, s.close AS stored_close,
                       (s.open, s.high, s.low, s.close) = (r.open, r.high, r.low, r.close) AS same_as_stored,
                       r.adjusted_close IS NOT NULL AND r.adjusted_close IS DISTINCT FROM s.adjusted_close AS is_adjusted,
                       first_value(r.open) OVER of_time AS first_open,
                       first_value(r.high) OVER of_time AS first_high,
                       first_value(r.low) OVER of_time AS first_low,
                       first_value(r.close) OVER of_time AS first_close
                  FROM candle_staging r
                  LEFT JOIN stored s ON s.symbol = r.symbol AND s.open_time = r.open_time
                  LEFT JOIN meetings o ON o.symbol = r.symbol AND o.open_time = r.open_time
                WINDOW of_time AS (PARTITION BY r.symbol, r.open_time ORDER BY r.line)
            ), judged AS (
                SELECT *, is_new OR :policy = 'REPLACE' AS first_is_kept,
                       CASE
                           WHEN kept_time IS NOT NULL THEN 'OVERLAPPING'
                           WHEN nth = 1 AND is_new THEN 'STORED'
                           WHEN nth = 1 AND same_as_stored THEN
                               CASE WHEN is_adjusted THEN 'REPLACED' ELSE 'DUPLICATE' END
                           WHEN nth = 1 AND :policy = 'REPLACE' THEN 'REPLACED'
                           WHEN nth = 1 THEN 'CONFLICTING'
                           WHEN is_new OR :policy = 'REPLACE' THEN
                               CASE WHEN (first_open, first_high, first_low, first_close) = (open, high, low, close)
                                    THEN 'DUPLICATE' ELSE 'CONFLICTING' END
                           WHEN same_as_stored THEN 'DUPLICATE'
                           ELSE 'CONFLICTING'
                       END AS outcome
                  FROM compared
            ), inserted AS (
                INSERT INTO candle (symbol, timeframe, open_time, open, high, low, close, volume, flags, source,
                                    adjusted_close)
                SELECT symbol, :timeframe, open_time, open, high, low, close, volume, flags, :source, adjusted_close
                  FROM judged
                 WHERE outcome = 'STORED'
            ), replaced AS (
                -- By the key of each row, because a join could be planned for a handful of stored candles.
                INSERT INTO candle (symbol, timeframe, open_time, open, high, low, close, volume, flags, source,
                                    adjusted_close)
                SELECT symbol, :timeframe, open_time, open, high, low, close, volume, flags, :source, adjusted_close
                  FROM judged
                 WHERE outcome = 'REPLACED'
                    ON CONFLICT (symbol, timeframe, open_time) DO UPDATE
                   SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                       volume = excluded.volume, flags = excluded.flags, source = excluded.source,
                       -- A corrected close without an adjusted one keeps the adjustment.
                       adjusted_close = coalesce(excluded.adjusted_close,
                                                 round(candle.adjusted_close * excluded.close / candle.close, 10))
            ), refused AS (
                SELECT symbol, outcome, line, open_time, open, high, low, close,
                       kept_time,
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
                   count(*) FILTER (WHERE flags & :timeMoved <> 0) AS time_moved,
                   count(*) FILTER (WHERE volume IS NULL) AS without_volume,
                   count(adjusted_close) AS adjusted
              FROM judged
             GROUP BY symbol, outcome
            UNION ALL
            SELECT symbol, outcome, line,
                   to_char(open_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   to_char(kept_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   concat_ws(' ', open, high, low, close), kept_prices, 1, 0, 0, 0, 0, 0
              FROM refused
            UNION ALL
            SELECT symbol, outcome, line, to_char(open_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   NULL, NULL, NULL, 1, 0, 0, 0, 0, 0
              FROM judged
             WHERE outcome = 'REPLACED' AND :everyReplaced
            """;

    /** Rows in the temporary table {@code candle_staging}. */
    static final String OF_TABLE = "WITH " + JUDGE_AND_WRITE;

    /** A few rows as parameters, one array for each column: {@link StagedRows#columns()}. */
    static final String OF_ROWS =
            """
            WITH candle_staging AS (
                SELECT line, symbol, open_time, open, high, low, close, volume, flags, adjusted_close
                  FROM unnest(:lines::bigint[], :rowSymbols::text[], :times::text[]::timestamptz[],
                              :opens::text[]::numeric[], :highs::text[]::numeric[], :lows::text[]::numeric[],
                              :closes::text[]::numeric[], :volumes::text[]::numeric[], :rowFlags::smallint[],
                              :adjustedCloses::text[]::numeric[])
                       AS r(line, symbol, open_time, open, high, low, close, volume, flags, adjusted_close)
            ),
            """
                    + JUDGE_AND_WRITE;

    private MergeSql() {}
}
