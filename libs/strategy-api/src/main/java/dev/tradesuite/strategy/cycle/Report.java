package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.strategy.selection.SignalWish;
import dev.tradesuite.strategy.selection.Warning;
import java.time.Instant;
import java.util.List;

/**
 * What happened in a cycle. The orders are with the {@link OpenCycle}.
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
public record Report(
        CycleRequest request,
        String strategy,
        String strategyVersion,
        String marketSource,
        RunLabel label,
        Instant startedAt,
        Instant endedAt,
        Counts counts,
        List<SignalWish> signals,
        List<Step> steps,
        MarketSnapshot markets,
        List<Warning> warnings) {

    public Report {
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
     * @param signals wishes for markets that are not held, and to sell what is
     * @param openSlots positions that could still be opened when it came to buying
     * @param trades orders filled
     * @param denied orders refused
     * @param settled positions settled
     */
    public record Counts(
            int events,
            int eventsKept,
            int markets,
            int marketsKept,
            int signals,
            int openSlots,
            int trades,
            int denied,
            int settled) {}

    /**
     * A step.
     *
     * @param name such as {@code market_filter}
     * @param millis how long it took
     */
    public record Step(String name, double millis) {}
}
