package dev.tradesuite.contracts.strategy;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One full cycle of one portfolio. {@code POST /strategy/execute-full-cycle?portfolio_id=}.
 *
 * @param cycleId identifies the cycle; repeating it answers the same report and trades nothing again
 * @param portfolioId portfolio
 * @param strategy type of the strategy
 * @param strategyVersion version of its rules
 * @param marketSource where the markets came from
 * @param label what the trades are: PAPER, or SIMULATED when the markets are
 * @param startedAt beginning
 * @param endedAt end
 * @param counts how many passed each step
 * @param filters what each filter dropped; empty from a controller that does not tell
 * @param skipped markets that passed the filters and were not bought, those that came nearest first, at most 100
 * @param signals what the strategy wanted, best first, cut to the open slots
 * @param orders what became of each signal; a denied or rejected order carries the reason
 * @param snapshot the portfolio at the end of the cycle; absent until the cycle is completed
 * @param steps time of each step
 * @param warnings what a person should know, such as a market that could not be read
 * @param replayed whether this is the stored report of an earlier call with the same cycle
 * @param dryRun true when nothing was traded or stored, and the signals are what a cycle would want now; else absent
 */
public record CycleReport(
        UUID cycleId,
        long portfolioId,
        String strategy,
        String strategyVersion,
        String marketSource,
        RunLabel label,
        Instant startedAt,
        Instant endedAt,
        Counts counts,
        List<Filter> filters,
        List<Skipped> skipped,
        List<Signal> signals,
        List<PortfolioOrder> orders,
        @Nullable PortfolioSnapshot snapshot,
        List<Step> steps,
        List<Reason> warnings,
        boolean replayed,
        @Nullable Boolean dryRun) {

    public CycleReport {
        filters = filters == null ? List.of() : List.copyOf(filters);
        skipped = skipped == null ? List.of() : List.copyOf(skipped);
    }

    /**
     * What a filter dropped.
     *
     * @param filter parameter or rule, such as {@code market_min_liquidity}
     * @param dropped events or markets
     * @param nearest those that came nearest to passing it, at most 3
     */
    public record Filter(String filter, int dropped, List<Skipped> nearest) {}

    /**
     * An event or a market that is not traded, and why.
     *
     * @param id of the event or market at its venue
     * @param title of the event, or question of the market
     * @param filter parameter or rule it does not pass
     * @param found figure it has; absent when the filter is no matter of figures
     * @param wanted figure it would need; absent when the filter is no matter of figures
     */
    public record Skipped(
            String id, String title, String filter, @Nullable BigDecimal found, @Nullable BigDecimal wanted) {}

    /**
     * How many passed each step.
     *
     * @param events events read
     * @param eventsKept events that passed the filter
     * @param markets markets of the kept events
     * @param marketsKept markets that passed the filter
     * @param signals signals before they were cut to the open slots
     * @param openSlots positions the portfolio could still open
     * @param trades orders filled
     * @param denied orders refused by our own checks
     * @param settled positions settled because their market was resolved
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
     * A wish to trade an outcome of a market.
     *
     * @param marketId market at its venue
     * @param question what the market asks
     * @param outcome outcome to trade, such as {@code Yes}
     * @param side BUY opens, SELL closes
     * @param price price the order is for: the best ask of the outcome to buy, its best bid to sell
     * @param confidence 0 to 1; how it comes about is the strategy's
     * @param reason in a sentence, with the figures
     */
    public record Signal(
            String marketId,
            String question,
            String outcome,
            Side side,
            BigDecimal price,
            double confidence,
            String reason) {}

    /**
     * A step of the cycle.
     *
     * @param name of the step
     * @param millis how long it took
     * @param error what went wrong in it; absent when nothing did
     */
    public record Step(String name, double millis, @Nullable String error) {}
}
