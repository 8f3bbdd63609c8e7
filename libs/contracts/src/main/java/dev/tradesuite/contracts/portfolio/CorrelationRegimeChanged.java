package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;

/**
 * The mean correlation of 30 days has come apart from that of 365, or is near it again: event
 * {@code correlation.regime} on {@code portfolio.events}.
 *
 * @param label of the returns
 * @param shifted whether the two are apart now
 * @param shortMean mean correlation of 30 daily returns
 * @param longMean mean correlation of 365 daily returns
 * @param limit difference above which it begins
 * @param endsBelow difference below which it ends
 */
public record CorrelationRegimeChanged(
        RunLabel label,
        boolean shifted,
        double shortMean,
        double longMean,
        double limit,
        double endsBelow,
        Instant at) {}
