package dev.tradesuite.risk.correlation;

import dev.tradesuite.quant.returns.AlignedPrices;
import dev.tradesuite.risk.check.PairCorrelation;
import dev.tradesuite.risk.check.ReturnPeriod;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a correlation rests on, and how long it is kept.
 *
 * @param period of the returns when a request names none
 * @param window returns looked at, the newest ones
 * @param minReturns returns needed at least
 * @param refresh a correlation older than this is computed anew, in the background
 * @param retry how long nobody is asked again after a failure, or when there were too few returns
 * @param maxAge a correlation older than this is not used, when it could not be computed anew
 */
public record CorrelationRules(
        ReturnPeriod period, int window, int minReturns, Duration refresh, Duration retry, Duration maxAge) {

    public CorrelationRules {
        if (minReturns < 2 || window < minReturns) {
            throw new IllegalArgumentException(
                    "window must be at least min_returns, and that at least 2; were " + window + " and " + minReturns);
        }
    }

    /** Closes that give a full window of returns. */
    int closesNeeded() {
        return window + 1;
    }

    /** Correlation of the returns, Pearson on logarithmic returns, or why there is none. */
    PairCorrelation correlate(AlignedPrices closes) {
        int returns = Math.min(window, closes.size() - 1);
        if (returns < minReturns) {
            return new PairCorrelation.Missing(
                    "%d common returns of %d needed".formatted(Math.max(0, returns), minReturns));
        }
        OptionalDouble correlation = closes.correlationOfLast(returns);
        return correlation.isPresent()
                ? new PairCorrelation.Known(correlation.getAsDouble(), returns)
                : new PairCorrelation.Missing("one of the prices does not move");
    }
}
