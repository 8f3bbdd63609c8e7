package dev.tradesuite.arbitrage.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.market.config.MarketSources;
import dev.tradesuite.strategy.feed.PastPrices;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import dev.tradesuite.test.SharedData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The strategy on 46 events as they were on 31 January 2026; skipped where they do not lie beside the checkout. */
class RealMarketsTest {

    private static final Map<String, Object> EVERYTHING = Map.of(
            "event_min_liquidity", 0,
            "event_min_volume", 0,
            "market_min_liquidity", 0,
            "market_min_volume", 0,
            "min_profit_margin", 0.0001);

    private final ArbitrageStrategy strategy = new ArbitrageStrategy();
    private MarketSnapshot snapshot;

    @BeforeEach
    void readTheMarkets() {
        snapshot = MarketSources.file(
                        SharedData.require("prediction/polymarket_gamma_events_2026-01-31.derived.json.gz"))
                .snapshot();
    }

    @Test
    void buysNothing() {
        assertThat(intents(Map.of())).isZero();
    }

    @Test
    void buysNothingEvenWithoutFiltersAndWithTheLeastMargin() {
        assertThat(intents(EVERYTHING)).isZero();
    }

    @Test
    void thereAreEventsWhosePricesSuggestIt() {
        // Cheap by the shown prices or even by the asks, but not exhaustive or not offered: nothing to be had.
        List<MarketEvent> tempting = snapshot.events().stream()
                .filter(event -> event.markets().size() > 1)
                .filter(event -> sum(event, Outcome::price)
                                .filter(price -> price.compareTo(BigDecimal.ONE) < 0)
                                .isPresent()
                        || sum(event, Outcome::ask)
                                .filter(asks -> asks.compareTo(BigDecimal.ONE) < 0)
                                .isPresent())
                .toList();

        assertThat(tempting).isNotEmpty();
    }

    private long intents(Map<String, Object> written) {
        if (!(strategy.validate(written) instanceof Checked.Valid(ParameterValues config))) {
            throw new AssertionError("not valid: " + written);
        }
        List<Candidate> candidates = snapshot.events().stream()
                .filter(event -> strategy.miss(event, config).isEmpty())
                .map(event -> new Candidate(
                        event,
                        event.markets().stream()
                                .filter(market -> strategy.miss(market, config).isEmpty())
                                .toList()))
                .toList();
        return strategy.select(new StrategyInput(snapshot.takenAt(), config, candidates, List.of(), PastPrices.none()))
                .intents()
                .size();
    }

    /** Sum over the YES of all markets; empty when one is missing. */
    private static Optional<BigDecimal> sum(MarketEvent event, Function<Outcome, @Nullable BigDecimal> price) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Market market : event.markets()) {
            BigDecimal known = price.apply(market.outcomes().getFirst());
            if (known == null) {
                return Optional.empty();
            }
            sum = sum.add(known);
        }
        return Optional.of(sum);
    }
}
