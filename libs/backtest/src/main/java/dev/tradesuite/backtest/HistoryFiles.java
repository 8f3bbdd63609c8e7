package dev.tradesuite.backtest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a replay reads; CSV with a header line, gzip-compressed when the name ends in {@code .gz}.
 *
 * @param prices {@code market_id,token_id,outcome,question,timestamp,price}: one row per market, outcome and day
 * @param markets {@code market_id,clob_token_ids,...}: the venue's list of the markets, which has the order of their
 *     outcomes; absent: the order of the rows
 * @param outcomes {@code market_id,outcome}: what came true; absent, or without the market: taken from the last price
 */
public record HistoryFiles(Path prices, @Nullable Path markets, @Nullable Path outcomes) {}
