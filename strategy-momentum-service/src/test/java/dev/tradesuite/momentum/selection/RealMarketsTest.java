package dev.tradesuite.momentum.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.config.MarketSources;
import dev.tradesuite.strategy.feed.PastPrices;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import dev.tradesuite.test.SharedData;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The strategy on 500 markets in 46 events as they were on 31 January 2026; skipped where they do not lie beside the
 * checkout.
 */
class RealMarketsTest {

    private final MomentumStrategy strategy = new MomentumStrategy();
    private final ParameterValues defaults = strategy.parameters().defaults();
    private MarketSnapshot snapshot;

    @BeforeEach
    void readTheMarkets() {
        snapshot = MarketSources.file(
                        SharedData.require("prediction/polymarket_gamma_events_2026-01-31.derived.json.gz"))
                .snapshot();
    }

    @Test
    void defaultsSelectThreeOfFiveHundredMarkets() {
        assertThat(snapshot.events()).hasSize(46);
        assertThat(snapshot.events().stream().mapToInt(event -> event.markets().size()))
                .satisfies(sizes -> assertThat(
                                sizes.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(500));

        // Confidence is the price shown; the order is for the ask. NO of Colorado: ask 1 - 0.221 = 0.779, of MegaETH
        // 1 - 0.2 = 0.8.
        assertThat(select())
                .extracting(
                        OrderIntent::question, OrderIntent::outcome, OrderIntent::confidence, intent -> intent.price()
                                .stripTrailingZeros())
                .containsExactlyInAnyOrder(
                        tuple("MegaETH market cap (FDV) >$2B one day after launch?", "No", 0.795, number("0.8")),
                        tuple(
                                "Will the U.S. collect less than $100b in revenue in 2025?",
                                "Yes",
                                0.779,
                                number("0.78")),
                        tuple(
                                "Will the Colorado Avalanche win the 2026 NHL Stanley Cup?",
                                "No",
                                0.7765,
                                number("0.779")));
    }

    @Test
    void filtersLeaveOnlyLiquidMarketsWithinTheBand() {
        List<Market> kept = candidates().stream()
                .flatMap(candidate -> candidate.markets().stream())
                .toList();

        assertThat(kept).hasSizeGreaterThanOrEqualTo(3).allSatisfy(market -> {
            assertThat(market.liquidity()).isGreaterThanOrEqualTo(number("10000"));
            assertThat(market.volume()).isGreaterThanOrEqualTo(number("50000"));
            BigDecimal conviction = number(
                            String.valueOf(market.outcomes().getFirst().price()))
                    .subtract(number(String.valueOf(market.outcomes().getLast().price())))
                    .abs();
            assertThat(conviction).isBetween(number("0.5"), number("0.6"));
        });
    }

    private List<OrderIntent> select() {
        return strategy.select(
                        new StrategyInput(snapshot.takenAt(), defaults, candidates(), List.of(), PastPrices.none()))
                .intents();
    }

    private List<Candidate> candidates() {
        return snapshot.events().stream()
                .filter(event -> strategy.miss(event, defaults).isEmpty())
                .map(this::candidate)
                .toList();
    }

    private Candidate candidate(MarketEvent event) {
        return new Candidate(
                event,
                event.markets().stream()
                        .filter(market -> strategy.miss(market, defaults).isEmpty())
                        .toList());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
