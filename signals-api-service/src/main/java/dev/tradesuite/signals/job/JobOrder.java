package dev.tradesuite.signals.job;

import dev.tradesuite.accounting.paper.FillCosts;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.JobKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a job is to do.
 *
 * @param symbols instruments, each once
 * @param span bars to book
 * @param strategies codes of those that take part; empty: all
 * @param costs of a fill; empty: those of the table
 * @param restart whether the live accounts are made anew
 */
public record JobOrder(
        JobKind kind,
        List<String> symbols,
        BarSpan span,
        Set<String> strategies,
        Optional<FillCosts> costs,
        boolean restart) {

    public JobOrder {
        symbols = List.copyOf(symbols);
        strategies = Set.copyOf(strategies);
    }

    /**
     * Bars of a length in a stretch of time.
     *
     * @param from those that open at or after it
     * @param to those that open before it
     */
    public record BarSpan(Timeframe timeframe, Instant from, Instant to) {}
}
