package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.time.Instant;
import java.util.List;

/**
 * What a cycle knows of itself at its end. What became of its orders is known to the {@link OpenCycle}.
 *
 * @param request cycle
 * @param strategy type of the strategy
 * @param strategyVersion version of its rules
 * @param marketSource where the markets came from
 * @param label what the trades are
 * @param startedAt beginning
 * @param endedAt end
 * @param counts how many passed each step
 * @param signals what was wanted and had a slot, sales first, best first
 * @param steps time of each step
 * @param markets the snapshot it rests on
 * @param warnings what a person should know
 */
public record CycleSummary(
        CycleRequest request,
        String strategy,
        String strategyVersion,
        String marketSource,
        RunLabel label,
        Instant startedAt,
        Instant endedAt,
        Counts counts,
        List<OrderIntent> signals,
        List<Step> steps,
        MarketSnapshot markets,
        List<Reason> warnings) {

    public CycleSummary {
        signals = List.copyOf(signals);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /**
     * How many passed each step.
     *
     * @param events events read
     * @param eventsKept events that passed the filter
     * @param markets markets of the kept events
     * @param marketsKept markets that passed the filter
     * @param signals intents for markets that are not held, and to sell what is
     * @param openSlots positions that could still be opened when it came to buying
     */
    public record Counts(int events, int eventsKept, int markets, int marketsKept, int signals, int openSlots) {}

    /**
     * A step.
     *
     * @param name such as {@code market_filter}
     * @param millis how long it took
     */
    public record Step(String name, double millis) {}
}
