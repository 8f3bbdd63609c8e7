package dev.tradesuite.hybrid.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.feed.MemoryPriceStore;
import dev.tradesuite.strategy.feed.PriceStore;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HybridStrategyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final HybridStrategy strategy = new HybridStrategy();

    @Test
    void favouriteThatHasJustFallenIsWantedByBoth() {
        // Momentum: 0.78. Mean 0.86, fallen by 0.08: 0.08 / (2 x 0.05) = 0.8. HybridScore (0.5 x 0.78 + 0.5 x 0.8) / 1
        // =
        // 0.79.
        List<OrderIntent> intents = select(Map.of(), "0.86", "0.78", List.of());

        assertThat(intents).singleElement().satisfies(intent -> {
            assertThat(intent.outcome()).isEqualTo("Yes");
            assertThat(intent.confidence()).isCloseTo(0.79, within(1e-9));
        });
    }

    @Test
    void favouriteThatStandsStillIsWantedByMomentumAlone() {
        // 0.5 x 0.78 / 1 = 0.39, at least 0.35.
        assertThat(select(Map.of(), "0.78", "0.78", List.of()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.confidence()).isCloseTo(0.39, within(1e-9)));
        assertThat(select(Map.of("min_score", 0.4), "0.78", "0.78", List.of())).isEmpty();
    }

    @Test
    void marketOutsideTheBandIsLeftToMeanReversion() {
        // 0.55 against a mean of 0.65: 0.10 / 0.10 = 1, half of it 0.5.
        assertThat(select(Map.of(), "0.65", "0.55", List.of()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.confidence()).isCloseTo(0.5, within(1e-9)));
    }

    @Test
    void everyPositionIsSoldByTheExitsOfMeanReversion() {
        HeldOutcome holding =
                new HeldOutcome("m", "Will it?", "Yes", BigDecimal.TEN, number("0.70"), NOW, market("0.78", NOW));

        assertThat(select(Map.of(), "0.78", "0.78", List.of(holding)))
                .filteredOn(intent -> intent.side() == Side.SELL)
                .singleElement()
                .satisfies(sale -> assertThat(sale.price()).isEqualByComparingTo("0.775"));
    }

    @Test
    void refusesWeightsThatAreBothZero() {
        assertThat(strategy.validate(Map.of("momentum_weight", 0, "mean_reversion_weight", 0)))
                .isInstanceOf(Checked.Invalid.class);
        assertThat(strategy.validate(Map.of("momentum_weight", 0))).isInstanceOf(Checked.Valid.class);
    }

    private List<OrderIntent> select(
            Map<String, Object> written, String before, String now, List<HeldOutcome> holdings) {
        if (!(strategy.validate(written) instanceof Checked.Valid(ParameterValues config))) {
            throw new AssertionError("not valid: " + written);
        }
        PriceStore history = new MemoryPriceStore(strategy.lookback());
        for (int i = 4; i > 0; i--) {
            Instant at = NOW.minus(Duration.ofMinutes(10L * i));
            history.remember(new MarketSnapshot(at, List.of(event(market(before, at))), List.of()));
        }
        Market market = market(now, NOW);
        return strategy.select(new StrategyInput(
                        NOW, config, List.of(new Candidate(event(market), List.of(market))), holdings, history))
                .intents();
    }

    private static MarketEvent event(Market market) {
        return new MarketEvent("e", "Event", number("50000"), number("100000"), true, false, List.of(market));
    }

    private static Market market(String yes, Instant at) {
        BigDecimal price = number(yes);
        BigDecimal half = number("0.005");
        List<Outcome> outcomes = List.of(
                new Outcome("Yes", price, price.subtract(half), price.add(half)),
                new Outcome(
                        "No",
                        BigDecimal.ONE.subtract(price),
                        BigDecimal.ONE.subtract(price).subtract(half),
                        BigDecimal.ONE.subtract(price).add(half)));
        return new Market("m", "e", "Will it?", outcomes, number("20000"), number("90000"), true, null, null, at);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
