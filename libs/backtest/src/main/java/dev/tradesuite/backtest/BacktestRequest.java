package dev.tradesuite.backtest;

import dev.tradesuite.strategy.selection.Strategy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to replay.
 *
 * @param strategy strategy
 * @param config what a portfolio would set; the defaults hold for the rest
 * @param history prices and outcomes
 * @param initialBalance cash at the beginning, USD
 * @param halfSpread what a purchase costs above the day's price and a sale brings below it, 0 to below 0.5; the history
 *     has no bids and asks
 * @param settledFrom last price from which an outcome counts as come true where the history names none, above 0.5 to 1
 */
public record BacktestRequest(
        Strategy strategy,
        Map<String, ? extends @Nullable Object> config,
        HistoryFiles history,
        BigDecimal initialBalance,
        BigDecimal halfSpread,
        BigDecimal settledFrom) {

    public static final BigDecimal DEFAULT_BALANCE = new BigDecimal("10000");
    public static final BigDecimal DEFAULT_HALF_SPREAD = new BigDecimal("0.01");
    public static final BigDecimal DEFAULT_SETTLED_FROM = new BigDecimal("0.95");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    public BacktestRequest {
        // Not Map.copyOf: a value may be null, which the check of the configuration then names.
        config = new HashMap<>(config);
        require(initialBalance.signum() > 0, "initial balance", "above 0", initialBalance);
        require(
                halfSpread.signum() >= 0 && halfSpread.compareTo(HALF) < 0,
                "half spread",
                "from 0 to below 0.5",
                halfSpread);
        require(
                settledFrom.compareTo(HALF) > 0 && settledFrom.compareTo(BigDecimal.ONE) <= 0,
                "price that settles",
                "above 0.5 and at most 1",
                settledFrom);
    }

    /** With a balance of 10,000 USD, a half spread of 0.01, and settlement from 0.95. */
    public static BacktestRequest of(
            Strategy strategy, Map<String, ? extends @Nullable Object> config, HistoryFiles history) {
        return new BacktestRequest(
                strategy, config, history, DEFAULT_BALANCE, DEFAULT_HALF_SPREAD, DEFAULT_SETTLED_FROM);
    }

    private static void require(boolean holds, String name, String range, BigDecimal value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "the %s must be %s, was %s".formatted(name, range, value.toPlainString()));
        }
    }
}
