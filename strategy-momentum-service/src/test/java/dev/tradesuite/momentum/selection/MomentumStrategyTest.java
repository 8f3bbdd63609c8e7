package dev.tradesuite.momentum.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.feed.PastPrices;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterFault;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentumStrategyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final MomentumStrategy strategy = new MomentumStrategy();
    private final ParameterValues defaults = strategy.parameters().defaults();

    @Test
    void hasTheDefaultsOfTheDesign() {
        assertThat(defaults.shown())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "event_min_liquidity", new BigDecimal("10000"),
                        "event_min_volume", new BigDecimal("50000"),
                        "market_min_liquidity", new BigDecimal("10000"),
                        "market_min_volume", new BigDecimal("50000"),
                        "market_min_conviction", new BigDecimal("0.50"),
                        "market_max_conviction", new BigDecimal("0.60"),
                        "min_confidence", new BigDecimal("0.75"),
                        "max_spread", new BigDecimal("0.05"),
                        "max_positions", 10,
                        "trade_amount", new BigDecimal("100")));
    }

    @Test
    void buysTheFavouriteAtTheBestAsk() {
        OrderIntent intent = onlyIntentFor(market("0.78", "0.22", "0.775", "0.785"));

        assertThat(intent.side()).isEqualTo(Side.BUY);
        assertThat(intent.outcome()).isEqualTo("Yes");
        assertThat(intent.price()).isEqualByComparingTo("0.785");
        assertThat(intent.exitPrice()).isEqualByComparingTo("0.775");
        assertThat(intent.stake()).isEqualByComparingTo("100");
        assertThat(intent.confidence()).isEqualTo(0.78);
        assertThat(intent.reason())
                .isEqualTo("Yes at 0.78 is the favourite by 0.56, within 0.50 to 0.60, and at least 0.75; offered at"
                        + " 0.785");
    }

    @Test
    void buysNoWhenNoIsTheFavourite() {
        // YES is bid at 0.22, so NO is offered at 1 - 0.22 = 0.78; YES is offered at 0.24, so NO is bid at 0.76.
        OrderIntent intent = onlyIntentFor(market("0.23", "0.77", "0.22", "0.24"));

        assertThat(intent.outcome()).isEqualTo("No");
        assertThat(intent.price()).isEqualByComparingTo("0.78");
        assertThat(intent.exitPrice()).isEqualByComparingTo("0.76");
        assertThat(intent.confidence()).isEqualTo(0.77);
    }

    @ParameterizedTest
    @CsvSource({
        // conviction = |yes - no|: 0.50 and 0.60 are within the band
        "0.75, 0.25, true",
        "0.80, 0.20, true",
        "0.20, 0.80, true",
        // 0.498 is below, 0.602 above
        "0.749, 0.251, false",
        "0.801, 0.199, false",
        "0.50, 0.50, false",
    })
    void looksAtMarketsWithinTheBandOnly(String yes, String no, boolean kept) {
        assertThat(strategy.miss(market(yes, no, "0.1", "0.9"), defaults).isEmpty())
                .isEqualTo(kept);
    }

    @Test
    void buysNothingThatNobodyOffers() {
        assertThat(intentsFor(market("0.78", "0.22", "0.77", null))).isEmpty();
    }

    @Test
    void buysNothingAtOneBecauseNothingIsLeftToWin() {
        assertThat(intentsFor(market("0.78", "0.22", "0.77", "1"))).isEmpty();
    }

    @Test
    void looksAtNoMarketThatIsTooThin() {
        Market thin = new Market(
                "1",
                "e",
                "Thin?",
                outcomes("0.78", "0.22", "0.77", "0.79"),
                amount(9_999),
                amount(50_000),
                true,
                null,
                null,
                NOW);
        Market quiet = new Market(
                "1",
                "e",
                "Quiet?",
                outcomes("0.78", "0.22", "0.77", "0.79"),
                amount(10_000),
                amount(49_999),
                true,
                null,
                null,
                NOW);

        assertThat(strategy.miss(thin, defaults)).isPresent();
        assertThat(strategy.miss(quiet, defaults)).isPresent();
        assertThat(strategy.miss(event(9_999, 50_000), defaults)).isPresent();
        assertThat(strategy.miss(event(10_000, 49_999), defaults)).isPresent();
        assertThat(strategy.miss(event(10_000, 50_000), defaults)).isEmpty();
    }

    @Test
    void refusesAFloorNoFavouriteOfTheBandReaches() {
        // A favourite of conviction 0.60 costs (1 + 0.60) / 2 = 0.80.
        assertThat(faults(Map.of("min_confidence", 0.81))).singleElement().satisfies(fault -> {
            assertThat(fault.parameter()).isEqualTo("min_confidence");
            assertThat(fault.code()).isEqualTo("EMPTY_BAND");
            assertThat(fault.message())
                    .isEqualTo("expected at most 0.8 = (1 + market_max_conviction) / 2: no favourite of a market within"
                            + " the band costs more");
        });
        assertThat(faults(Map.of("min_confidence", 0.8))).isEmpty();
    }

    @Test
    void refusesABandThatIsUpsideDown() {
        assertThat(faults(Map.of("market_min_conviction", 0.7, "min_confidence", 0.6)))
                .extracting(ParameterFault::parameter, ParameterFault::code)
                .containsExactly(tuple("market_min_conviction", "EMPTY_BAND"));
    }

    private List<ParameterFault> faults(Map<String, Object> config) {
        return switch (strategy.validate(config)) {
            case Checked.Valid _ -> List.of();
            case Checked.Invalid(var faults) -> faults;
        };
    }

    private OrderIntent onlyIntentFor(Market market) {
        List<OrderIntent> intents = intentsFor(market);
        assertThat(intents).hasSize(1);
        return intents.getFirst();
    }

    private List<OrderIntent> intentsFor(Market market) {
        assertThat(strategy.miss(market, defaults)).isEmpty();
        Candidate candidate = new Candidate(event(100_000, 100_000), List.of(market));
        return strategy.select(new StrategyInput(NOW, defaults, List.of(candidate), List.of(), PastPrices.none()))
                .intents();
    }

    private static MarketEvent event(long liquidity, long volume) {
        return new MarketEvent(
                "e",
                "Event",
                amount(liquidity),
                amount(volume),
                true,
                false,
                List.of(market("0.78", "0.22", "0.77", "0.79")));
    }

    private static Market market(String yes, String no, String bid, @Nullable String ask) {
        return new Market(
                "m",
                "e",
                "Will it?",
                outcomes(yes, no, bid, ask),
                amount(10_000),
                amount(50_000),
                true,
                null,
                null,
                NOW);
    }

    private static List<Outcome> outcomes(String yes, String no, String bid, @Nullable String ask) {
        return List.of(
                new Outcome("Yes", new BigDecimal(yes), new BigDecimal(bid), ask == null ? null : new BigDecimal(ask)),
                new Outcome(
                        "No",
                        new BigDecimal(no),
                        ask == null ? null : BigDecimal.ONE.subtract(new BigDecimal(ask)),
                        BigDecimal.ONE.subtract(new BigDecimal(bid))));
    }

    private static BigDecimal amount(long usd) {
        return BigDecimal.valueOf(usd);
    }
}
