package dev.tradesuite.strategy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.SampleMarkets;
import dev.tradesuite.strategy.feed.PriceWindows;
import dev.tradesuite.strategy.feed.PriceWindows.OutcomeKey;
import dev.tradesuite.strategy.feed.PriceWindows.PriceWindow;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterFault;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the defaults: 4 prices, a fall of 0.05, prices of 0.20 to 0.80, profit at 0.03, loss at 0.10. */
class MeanReversionRuleTest {

    private static final ParameterSet PARAMETERS =
            new ParameterSet(MeanReversionRule.PARAMETERS, MeanReversionRule.RULES);
    private static final Instant NOW = SampleMarkets.NOW;

    private final ParameterValues defaults = PARAMETERS.defaults();

    /** Mean 0.60: the ask too must be at 0.55 at most. */
    @ParameterizedTest
    @CsvSource({
        "0.54, 0.53, 0.55, true",
        "0.54, 0.53, 0.551, false",
        "0.56, 0.53, 0.55, false",
        "0.55, 0.54, 0.549, true"
    })
    void fallCountsForThePriceShownAndThePricePaid(String price, String bid, String ask, boolean bought) {
        assertThat(view(market(price, bid, ask), 4, 0.60).isPresent()).isEqualTo(bought);
    }

    /** 0.05 / (2 x 0.05) = 0.5; 0.10 / 0.10 = 1; more is 1 too. */
    @ParameterizedTest
    @CsvSource({"0.60, 0.5", "0.65, 1", "0.75, 1", "0.62, 0.7"})
    void confidenceGrowsWithTheFall(double mean, double confidence) {
        OutcomeView view = view(market("0.55", "0.54", "0.55"), 4, mean).orElseThrow();

        assertThat(view.confidence()).isCloseTo(confidence, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0.20, 0.19, 0.20, true",
        "0.199, 0.19, 0.20, false",
        "0.80, 0.79, 0.80, true",
        "0.80, 0.79, 0.801, false"
    })
    void decidedOutcomesAreNotBoughtByTheirPriceOrTheirAsk(String price, String bid, String ask, boolean bought) {
        double mean = Double.parseDouble(ask) + 0.10;
        assertThat(view(market(price, bid, ask), 4, mean).isPresent()).isEqualTo(bought);
    }

    @Test
    void meanOfTooFewPricesIsNone() {
        assertThat(view(market("0.54", "0.53", "0.55"), 3, 0.60)).isEmpty();
        assertThat(view(market("0.54", "0.53", "0.55"), 4, 0.60)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0.50, true", "0.499, false", ", false"})
    void wideSpreadIsNotPaid(@Nullable String bid, boolean bought) {
        assertThat(view(market("0.54", bid, "0.55"), 4, 0.60).isPresent()).isEqualTo(bought);
    }

    /** A spread of 0.08 is allowed, and would be stopped at 0.08 at once. */
    @Test
    void whatWouldBeStoppedAtOnceIsNotBought() {
        Market market = market("0.54", "0.47", "0.55");

        assertThat(view(market, 4, 0.70, Map.of("max_spread", number("0.10"), "stop_loss", number("0.08"))))
                .isEmpty();
        assertThat(view(market, 4, 0.70, Map.of("max_spread", number("0.10"), "stop_loss", number("0.081"))))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "0.53, 1, It has come back: bought at 0.5",
        "0.529, 1, ",
        "0.40, 1, It has fallen further: bought at 0.5",
        "0.401, 1, ",
        "0.50, 24, It was held for 24 hours: bought at 0.5",
        "0.50, 23, "
    })
    void sellsByProfitLossOrTime(String bid, int hours, @Nullable String reason) {
        Optional<OrderIntent> exit = MeanReversionRule.exit(held(market("0.50", bid, "0.60"), hours), defaults, NOW);

        assertThat(exit.map(intent -> intent.reason().split(",", 2)[0])).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void nothingIsSoldWhileNobodyBids() {
        assertThat(MeanReversionRule.exit(held(market("0.10", null, "0.60"), 48), defaults, NOW))
                .isEmpty();
        assertThat(MeanReversionRule.exit(held(null, 48), defaults, NOW)).isEmpty();
    }

    @Test
    void saysWhenNoMarketHasEnoughPrices() {
        Market market = market("0.54", "0.53", "0.55");

        assertThat(MeanReversionRule.warnings(List.of(market), defaults, windows(3, 0.60)))
                .extracting(Reason::code)
                .containsExactly("HISTORY_TOO_SHORT");
        assertThat(MeanReversionRule.warnings(List.of(market), defaults, windows(4, 0.60)))
                .isEmpty();
        assertThat(MeanReversionRule.warnings(List.of(market), defaults, PriceWindows.UNKNOWN))
                .extracting(Reason::code)
                .containsExactly("HISTORY_UNAVAILABLE");
    }

    /** One hour holds twelve prices at most. */
    @Test
    void morePricesThanTheTimeHoldsAreRefused() {
        Checked checked = PARAMETERS.check(Map.of("lookback_hours", 1, "min_observations", 13));

        assertThat(checked).isInstanceOfSatisfying(Checked.Invalid.class, invalid -> assertThat(invalid.faults())
                .extracting(ParameterFault::parameter)
                .containsExactly("min_observations"));
    }

    private Optional<OutcomeView> view(Market market, int observations, double mean) {
        return view(market, observations, mean, Map.of());
    }

    private static Optional<OutcomeView> view(Market market, int observations, double mean, Map<String, ?> written) {
        ParameterValues config = ((Checked.Valid) PARAMETERS.check(written)).config();
        return MeanReversionRule.view(market, config, windows(observations, mean));
    }

    private static PriceWindows windows(int observations, double mean) {
        return PriceWindows.of(Map.of(new OutcomeKey("m", "Yes"), new PriceWindow(observations, mean)));
    }

    private static HeldOutcome held(@Nullable Market market, int hours) {
        return new HeldOutcome(
                "m", "Will it?", "Yes", BigDecimal.TEN, number("0.50"), NOW.minus(Duration.ofHours(hours)), market);
    }

    private static Market market(String price, @Nullable String bid, String ask) {
        return new Market(
                "m",
                "e",
                "Will it?",
                List.of(
                        new Outcome("Yes", number(price), bid == null ? null : number(bid), number(ask)),
                        new Outcome("No", null, null, null)),
                BigDecimal.valueOf(20_000),
                BigDecimal.valueOf(80_000),
                true,
                null,
                null,
                NOW);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
