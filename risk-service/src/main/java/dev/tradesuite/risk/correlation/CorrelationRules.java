package dev.tradesuite.risk.correlation;

import dev.tradesuite.quant.returns.AlignedPrices;
import dev.tradesuite.risk.check.PairCorrelation;
import dev.tradesuite.risk.check.ReturnPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalDouble;

/**
 * What a correlation rests on, and how long it is kept.
 *
 * @param period of the returns when a request names none
 * @param window returns looked at, the newest ones
 * @param minReturns returns needed at least
 * @param maxReturnAge how old the newest return may be: a pair that nobody records any more says nothing of today
 * @param refresh a correlation older than this is computed anew, in the background
 * @param retry how long nobody is asked again after a failure, or when there were too few returns
 * @param maxAge a correlation older than this is not used, when it could not be computed anew
 */
public record CorrelationRules(
        ReturnPeriod period,
        int window,
        int minReturns,
        Duration maxReturnAge,
        Duration refresh,
        Duration retry,
        Duration maxAge) {

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

    /**
     * Correlation of the returns, Pearson on logarithmic returns, or why there is none.
     *
     * @param closes by the start of their period
     * @param over length of a period
     * @param moment the correlation is for
     */
    PairCorrelation correlate(AlignedPrices closes, ReturnPeriod over, Instant moment) {
        int returns = Math.min(window, closes.size() - 1);
        if (returns < minReturns) {
            return new PairCorrelation.Missing(
                    "%d common returns of %d needed".formatted(Math.max(0, returns), minReturns));
        }
        Instant newest = Instant.ofEpochMilli(closes.newestTime().orElseThrow()).plus(over.length());
        if (newest.isBefore(moment.minus(maxReturnAge))) {
            return new PairCorrelation.Missing("the newest common return is of %s, more than %s before %s"
                    .formatted(day(newest), inWords(maxReturnAge), day(moment)));
        }
        OptionalDouble correlation = closes.correlationOfLast(returns);
        return correlation.isPresent()
                ? new PairCorrelation.Known(correlation.getAsDouble(), returns)
                : new PairCorrelation.Missing("one of the prices does not move");
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String inWords(Duration age) {
        return age.compareTo(Duration.ofDays(1)) < 0 ? age.toHours() + " hours" : age.toDays() + " days";
    }
}
