package dev.tradesuite.strategy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.SampleMarkets;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterFault;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the defaults: conviction 0.50 to 0.60, prices from 0.75, a spread of at most 0.05. */
class MomentumRuleTest {

    private static final ParameterSet PARAMETERS = new ParameterSet(MomentumRule.PARAMETERS, MomentumRule.RULES);

    private final ParameterValues defaults = PARAMETERS.defaults();

    /** Prices p and 1 - p are 2p - 1 apart. */
    @ParameterizedTest
    @CsvSource({"0.75, true", "0.80, true", "0.78, true", "0.749, false", "0.801, false", "0.22, true", "0.5, false"})
    void keepsMarketsWhoseShownPricesAreInTheBand(String yes, boolean kept) {
        assertThat(MomentumRule.miss(market(yes, "0.10", "0.90"), defaults).isEmpty())
                .isEqualTo(kept);
    }

    /** A price paid of a is a conviction of 2a - 1: 0.80 is 0.60, the most; 0.75 is 0.50, the least. */
    @ParameterizedTest
    @CsvSource({
        "0.77, 0.79, true",
        "0.77, 0.80, true",
        "0.77, 0.801, false",
        "0.77, 0.998, false",
        "0.74, 0.75, true",
        "0.74, 0.749, false"
    })
    void bandHoldsForThePricePaid(String bid, String ask, boolean bought) {
        assertThat(MomentumRule.view(market("0.78", bid, ask), defaults).isPresent())
                .isEqualTo(bought);
    }

    /** Shown at 0.65 and offered at 0.998, with a band as wide as it goes: the spread alone refuses it. */
    @Test
    void wideSpreadIsNotPaidWhateverTheBand() {
        ParameterValues wide = values(Map.of(
                "market_min_conviction", 0, "market_max_conviction", 1, "min_confidence", new BigDecimal("0.5")));

        assertThat(MomentumRule.view(market("0.65", "0.30", "0.998"), wide)).isEmpty();
        assertThat(MomentumRule.view(market("0.65", "0.63", "0.67"), wide)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0.74, 0.79, true", "0.739, 0.79, false"})
    void spreadIsAtMostWhatIsSet(String bid, String ask, boolean bought) {
        assertThat(MomentumRule.view(market("0.78", bid, ask), defaults).isPresent())
                .isEqualTo(bought);
    }

    @Test
    void outcomeNobodyBidsForOrOffersIsNotBought() {
        assertThat(MomentumRule.view(market("0.78", null, "0.79"), defaults)).isEmpty();
        assertThat(MomentumRule.view(market("0.78", "0.77", null), defaults)).isEmpty();
    }

    @Test
    void floorHoldsForThePricePaidToo() {
        ParameterValues open =
                values(Map.of("market_min_conviction", 0, "market_max_conviction", new BigDecimal("0.8")));

        assertThat(MomentumRule.view(market("0.76", "0.72", "0.74"), open)).isEmpty();
        assertThat(MomentumRule.view(market("0.76", "0.72", "0.75"), open)).isPresent();
    }

    @Test
    void favouriteMayBeNoAndItsShownPriceIsTheConfidence() {
        OutcomeView view =
                MomentumRule.view(market("0.22", "0.21", "0.23"), defaults).orElseThrow();

        assertThat(view.outcome().name()).isEqualTo("No");
        assertThat(view.ask()).isEqualByComparingTo("0.79");
        assertThat(view.confidence()).isEqualTo(0.78);
        assertThat(view.reason())
                .isEqualTo(
                        "No at 0.78 is the favourite by 0.56, within 0.50 to 0.60, and at least 0.75; offered at 0.79");
    }

    @Test
    void marketWithoutTwoPricesHasNoConviction() {
        assertThat(MomentumRule.conviction(market("0.78", "0.77", "0.79"))).contains(new BigDecimal("0.56"));
        Market sample = SampleMarkets.market("m", "0.78");
        Market without = new Market(
                "m",
                "e",
                "Will it?",
                List.of(sample.outcomes().getFirst(), new Outcome("No", null, null, null)),
                BigDecimal.TEN,
                BigDecimal.TEN,
                true,
                null,
                null,
                SampleMarkets.NOW);
        assertThat(MomentumRule.conviction(without)).isEmpty();
        assertThat(MomentumRule.miss(without, defaults)).isPresent();
    }

    /** No favourite within a conviction of 0.6 costs more than 0.8. */
    @Test
    void floorAboveTheBandIsRefused() {
        Checked checked = PARAMETERS.check(Map.of("min_confidence", new BigDecimal("0.81")));

        assertThat(checked).isInstanceOfSatisfying(Checked.Invalid.class, invalid -> assertThat(invalid.faults())
                .extracting(ParameterFault::code)
                .containsExactly("EMPTY_BAND"));
    }

    private static ParameterValues values(Map<String, ?> written) {
        return ((Checked.Valid) PARAMETERS.check(written)).config();
    }

    /** The book of NO mirrors that of YES. */
    private static Market market(String yes, @Nullable String bid, @Nullable String ask) {
        BigDecimal price = new BigDecimal(yes);
        return new Market(
                "m",
                "e",
                "Will it?",
                List.of(
                        new Outcome("Yes", price, number(bid), number(ask)),
                        new Outcome("No", BigDecimal.ONE.subtract(price), mirrored(ask), mirrored(bid))),
                BigDecimal.valueOf(20_000),
                BigDecimal.valueOf(80_000),
                true,
                null,
                null,
                SampleMarkets.NOW);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable BigDecimal mirrored(@Nullable String text) {
        return text == null ? null : BigDecimal.ONE.subtract(new BigDecimal(text));
    }
}
