package dev.tradesuite.meanreversion.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.feed.MemoryPriceStore;
import dev.tradesuite.strategy.feed.PastPrices;
import dev.tradesuite.strategy.feed.PriceStore;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterFault;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanReversionStrategyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final MeanReversionStrategy strategy = new MeanReversionStrategy();
    private final ParameterValues defaults = strategy.parameters().defaults();

    @Test
    void buysWhatHasFallenBelowItsMean() {
        // Mean of 0.60, 0.62, 0.58, 0.60 is 0.60; the price 0.52 is 0.08 below, the ask 0.525 leaves 0.075 >= 0.03.
        // Confidence: 0.08 / (2 x 0.05) = 0.8.
        Selection selection = select(after("0.60", "0.62", "0.58", "0.60"), market("0.52"));

        assertThat(selection.warnings()).isEmpty();
        assertThat(selection.intents()).singleElement().satisfies(intent -> {
            assertThat(intent.side()).isEqualTo(Side.BUY);
            assertThat(intent.outcome()).isEqualTo("Yes");
            assertThat(intent.price()).isEqualByComparingTo("0.525");
            assertThat(intent.stake()).isEqualByComparingTo("100");
            assertThat(intent.confidence()).isCloseTo(0.8, within(1e-9));
            assertThat(intent.reason())
                    .isEqualTo("Yes at 0.52 is 0.0800 below the mean 0.6000 of 4 prices in 6 hours; offered at 0.525");
        });
    }

    @Test
    void buysNoWhenYesHasRisen() {
        // YES rose from 0.40 to 0.48, so NO fell from 0.60 to 0.52.
        assertThat(select(after("0.40", "0.40", "0.40", "0.40"), market("0.48")).intents())
                .singleElement()
                .satisfies(intent -> assertThat(intent.outcome()).isEqualTo("No"));
    }

    @ParameterizedTest
    @CsvSource({
        // offered at 0.55, 0.05 below the mean, just enough; shown at 0.55 and offered at 0.555, not enough; not at all
        "0.60, 0.545, true",
        "0.60, 0.55, false",
        "0.60, 0.60, false",
        // fell enough, but to 0.19, where it is decided; and from 0.95 to 0.88, where nothing is left to win
        "0.30, 0.19, false",
        "0.95, 0.88, false",
    })
    void buysOnlyWhatHasFallenEnoughAndIsNotDecided(String before, String now, boolean bought) {
        Selection selection = select(after(before, before, before, before), market(now));

        assertThat(selection.intents().isEmpty()).isEqualTo(!bought);
    }

    @Test
    void takesTheKeysOfMomentumAndObeysThem() {
        ParameterValues narrow =
                values(Map.of("market_min_conviction", 0.10, "market_max_conviction", 0.60, "min_confidence", 0.75));

        // |0.52 - 0.48| = 0.04 is below 0.10, |0.60 - 0.40| = 0.20 is not; by default every conviction will do.
        assertThat(strategy.miss(market("0.52"), narrow)).map(Miss::filter).contains("market_min_conviction");
        assertThat(strategy.miss(market("0.60"), narrow)).isEmpty();
        assertThat(strategy.miss(market("0.52"), defaults)).isEmpty();
    }

    @Test
    void confidenceThatIsTooLowIsSkippedAndSaysSo() {
        // A fall of 0.06 of the 0.05 that is wanted: 0.06 / 0.10 = 0.6, below 0.75.
        PriceStore history = after("0.60", "0.60", "0.60", "0.60");
        Market fallen = market("0.54");

        assertThat(select(history, fallen).intents()).hasSize(1);
        Selection strict = strategy.select(new StrategyInput(
                NOW,
                values(Map.of("min_confidence", 0.75)),
                List.of(new Candidate(event(fallen), List.of(fallen))),
                List.of(),
                history));
        assertThat(strict.intents()).isEmpty();
        assertThat(strict.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.why().filter()).isEqualTo("min_confidence"));
    }

    private ParameterValues values(Map<String, Object> config) {
        return ((Checked.Valid) strategy.validate(config)).config();
    }

    @Test
    void buysNothingWhoseAskLeavesNoRoomBelowTheMean() {
        // Shown at 0.54, 0.06 below the mean 0.60, but offered at 0.58: 0.58 + 0.03 is above the mean.
        Market wide = new Market(
                "m",
                "e",
                "Will it?",
                List.of(
                        new Outcome("Yes", number("0.54"), number("0.50"), number("0.58")),
                        new Outcome("No", number("0.46"), number("0.42"), number("0.50"))),
                number("20000"),
                number("90000"),
                true,
                null,
                null,
                NOW);

        assertThat(select(after("0.60", "0.60", "0.60", "0.60"), wide).intents())
                .isEmpty();
    }

    @Test
    void saysThatItHasNotSeenEnoughYet() {
        Selection selection = select(after("0.60", "0.60", "0.60"), market("0.50"));

        assertThat(selection.intents()).isEmpty();
        assertThat(selection.warnings())
                .extracting(Reason::code)
                .containsExactly(StrategyReason.HISTORY_TOO_SHORT.name());
    }

    @Test
    void pricesOlderThanTheLookbackDoNotCount() {
        PriceStore old = new MemoryPriceStore(strategy.lookback());
        for (int i = 0; i < 4; i++) {
            old.remember(snapshot(NOW.minus(Duration.ofHours(7)).plus(Duration.ofMinutes(10L * i)), "0.60"));
        }

        assertThat(select(old, market("0.50")).intents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // bought at 0.50; what it can be sold for; hours held; sold or not, and why
        "0.53, 1, It has come back",
        "0.529, 1, -",
        "0.40, 1, It has fallen further",
        "0.401, 1, -",
        "0.50, 24, It was held for 24 hours",
        "0.50, 23, -",
    })
    void sellsWhenItHasComeBackOrFallenFurtherOrWasHeldLongEnough(String bid, int hours, String reason) {
        HeldOutcome holding = new HeldOutcome(
                "m",
                "Will it?",
                "Yes",
                number("200"),
                number("0.500000"),
                NOW.minus(Duration.ofHours(hours)),
                marketWithBid(bid, true));

        List<OrderIntent> intents = strategy.select(
                        new StrategyInput(NOW, defaults, List.of(), List.of(holding), PastPrices.none()))
                .intents();

        if (reason.equals("-")) {
            assertThat(intents).isEmpty();
        } else {
            assertThat(intents).singleElement().satisfies(sale -> {
                assertThat(sale.side()).isEqualTo(Side.SELL);
                assertThat(sale.price()).isEqualByComparingTo(bid);
                assertThat(sale.reason()).isEqualTo("%s: bought at 0.5, bid %s".formatted(reason, bid));
            });
        }
    }

    @Test
    void sellsNothingInAMarketThatTakesNoOrders() {
        HeldOutcome holding = new HeldOutcome(
                "m", "Will it?", "Yes", number("200"), number("0.5"), NOW, marketWithBid("0.60", false));

        assertThat(strategy.select(new StrategyInput(NOW, defaults, List.of(), List.of(holding), PastPrices.none()))
                        .intents())
                .isEmpty();
    }

    @Test
    void refusesMoreObservationsThanTheLookbackHolds() {
        // 12 an hour: 288 are remembered in 24 hours, 12 in one.
        assertThat(faults(Map.of("lookback_hours", 1, "min_observations", 13)))
                .extracting(ParameterFault::parameter)
                .containsExactly("min_observations");
        assertThat(faults(Map.of("lookback_hours", 1, "min_observations", 12))).isEmpty();
        assertThat(faults(Map.of("min_probability", 0.9)))
                .extracting(ParameterFault::parameter)
                .containsExactly("min_probability");
    }

    private List<ParameterFault> faults(Map<String, Object> config) {
        return switch (strategy.validate(config)) {
            case Checked.Valid _ -> List.of();
            case Checked.Invalid(var faults) -> faults;
        };
    }

    private Selection select(PriceStore history, Market market) {
        return strategy.select(new StrategyInput(
                NOW, defaults, List.of(new Candidate(event(market), List.of(market))), List.of(), history));
    }

    /** A history with these prices of YES, ten minutes apart, the last one ten minutes ago. */
    private PriceStore after(String... prices) {
        PriceStore history = new MemoryPriceStore(strategy.lookback());
        for (int i = 0; i < prices.length; i++) {
            history.remember(snapshot(NOW.minus(Duration.ofMinutes(10L * (prices.length - i))), prices[i]));
        }
        return history;
    }

    private static MarketSnapshot snapshot(Instant at, String yes) {
        return new MarketSnapshot(at, List.of(event(market(yes, at))), List.of());
    }

    private static MarketEvent event(Market market) {
        return new MarketEvent("e", "Event", number("50000"), number("100000"), true, false, List.of(market));
    }

    private static Market market(String yes) {
        return market(yes, NOW);
    }

    private static Market market(String yes, Instant at) {
        return market(number(yes), number(yes).subtract(number("0.005")), true, at);
    }

    private static Market marketWithBid(String bid, boolean tradable) {
        return market(number(bid).add(number("0.005")), number(bid), tradable, NOW);
    }

    private static Market market(BigDecimal yes, BigDecimal bid, boolean tradable, Instant at) {
        BigDecimal ask = yes.add(number("0.005"));
        List<Outcome> outcomes = List.of(
                new Outcome("Yes", yes, bid, ask),
                new Outcome(
                        "No",
                        BigDecimal.ONE.subtract(yes),
                        BigDecimal.ONE.subtract(ask),
                        BigDecimal.ONE.subtract(bid)));
        return new Market("m", "e", "Will it?", outcomes, number("20000"), number("90000"), tradable, null, null, at);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
