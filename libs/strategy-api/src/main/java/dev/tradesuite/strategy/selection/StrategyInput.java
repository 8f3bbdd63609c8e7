package dev.tradesuite.strategy.selection;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.feed.PastPrices;
import dev.tradesuite.strategy.parameter.ParameterValues;
import java.time.Instant;
import java.util.List;

/**
 * Everything a strategy chooses from.
 *
 * @param now time of the cycle
 * @param config of the portfolio
 * @param candidates events that were kept
 * @param holdings what the portfolio holds
 * @param history prices seen before
 */
public record StrategyInput(
        Instant now,
        ParameterValues config,
        List<Candidate> candidates,
        List<HeldOutcome> holdings,
        PastPrices history) {

    public StrategyInput {
        candidates = List.copyOf(candidates);
        holdings = List.copyOf(holdings);
    }

    /** All markets that were kept. */
    public List<Market> markets() {
        return candidates.stream()
                .flatMap(candidate -> candidate.markets().stream())
                .toList();
    }

    /**
     * An event that was kept.
     *
     * @param event with all its markets
     * @param markets those of its markets that were kept
     */
    public record Candidate(MarketEvent event, List<Market> markets) {

        public Candidate {
            markets = List.copyOf(markets);
        }
    }
}
