package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.SkippedMarket;
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
 * @param filters what each filter dropped, in the order they were met
 * @param skipped markets that passed the filters and were not bought, those that came nearest first
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
        List<FilterCount> filters,
        List<SkippedMarket> skipped,
        List<OrderIntent> signals,
        List<Step> steps,
        MarketSnapshot markets,
        List<Reason> warnings) {

    public CycleSummary {
        filters = List.copyOf(filters);
        skipped = List.copyOf(skipped);
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
     * What a filter dropped.
     *
     * @param filter parameter or rule
     * @param dropped events or markets
     * @param nearest those that came nearest to passing it
     */
    public record FilterCount(String filter, int dropped, List<NearMiss> nearest) {

        public FilterCount {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * An event or a market that did not pass.
     *
     * @param id of the event or market
     * @param title of the event, or question of the market
     * @param why what it did not pass
     */
    public record NearMiss(String id, String title, Miss why) {}

    /**
     * A step.
     *
     * @param name such as {@code market_filter}
     * @param millis how long it took
     */
    public record Step(String name, double millis) {}
}
