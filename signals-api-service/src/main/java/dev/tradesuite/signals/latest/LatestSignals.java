package dev.tradesuite.signals.latest;

import dev.tradesuite.instruments.MarketStatus;
import dev.tradesuite.signals.series.ModelAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the models said last.
 *
 * @param at when it was asked
 * @param price newest; empty before the first bar
 * @param market whether it is open; empty when no instrument is told of
 * @param signals one of each model that has said anything
 */
public record LatestSignals(Instant at, Optional<BigDecimal> price, Optional<MarketStatus> market, List<Said> signals) {

    public LatestSignals {
        signals = List.copyOf(signals);
    }

    /** Who said what. */
    public record Said(ModelAccount account, LastSignal signal) {}
}
