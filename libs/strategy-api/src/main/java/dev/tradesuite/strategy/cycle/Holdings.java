package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.cycle.PortfolioState.OpenPosition;
import dev.tradesuite.strategy.feed.Markets;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.selection.HeldOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a portfolio holds, with what the venue tells of it. */
record Holdings(List<HeldOutcome> outcomes) {

    Holdings {
        outcomes = List.copyOf(outcomes);
    }

    /** The open positions; a market that is not among the current ones is asked for. */
    static Holdings of(List<OpenPosition> positions, SharedMarkets source, Markets markets) {
        Map<String, Market> known =
                source.find(positions.stream().map(OpenPosition::marketId).toList(), markets);
        return new Holdings(positions.stream()
                .map(position -> new HeldOutcome(
                        position.marketId(),
                        position.question(),
                        position.outcome(),
                        position.shares(),
                        position.averagePrice(),
                        position.openedAt(),
                        known.get(position.marketId())))
                .toList());
    }

    int size() {
        return outcomes.size();
    }

    Set<String> marketIds() {
        return outcomes.stream().map(HeldOutcome::marketId).collect(Collectors.toSet());
    }

    Optional<HeldOutcome> of(String marketId) {
        return outcomes.stream()
                .filter(held -> held.marketId().equals(marketId))
                .findFirst();
    }

    /** What is known of it, for the books; what is not known is told. */
    List<HeldPrice> prices(CycleNotes notes) {
        List<HeldPrice> prices = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (HeldOutcome held : outcomes) {
            Market market = held.market();
            if (market == null) {
                unknown.add(held.marketId());
                continue;
            }
            if (held.quote().isEmpty()) {
                elsewhere.add("%s (%s)".formatted(held.marketId(), held.outcome()));
            }
            prices.add(new HeldPrice(
                    held.marketId(),
                    held.outcome(),
                    held.quote().map(quote -> quote.bid()).orElse(null),
                    market.at(),
                    held.payout().orElse(null)));
        }
        warn(notes, StrategyReason.HELD_MARKET_UNKNOWN, unknown);
        warn(notes, StrategyReason.HELD_OUTCOME_UNKNOWN, elsewhere);
        return prices;
    }

    private static void warn(CycleNotes notes, StrategyReason reason, List<String> markets) {
        if (!markets.isEmpty()) {
            notes.warn(reason.with("Markets: %s.".formatted(String.join(", ", markets))));
        }
    }
}
