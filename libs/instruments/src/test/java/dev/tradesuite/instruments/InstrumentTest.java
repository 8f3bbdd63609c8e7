package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class InstrumentTest {

    private static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();
    private static final Instrument EURUSD = CATALOG.find("EURUSD").orElseThrow();
    private static final Instrument USDJPY = CATALOG.find("USDJPY").orElseThrow();

    @Test
    void turnsPipsIntoPriceUnitsAndBack() {
        assertThat(EURUSD.pipsToPrice(Pips.of(50))).isEqualByComparingTo("0.005");
        assertThat(USDJPY.pipsToPrice(Pips.of(50))).isEqualByComparingTo("0.5");
        assertThat(EURUSD.priceToPips(price("-0.00123"))).isEqualTo(Pips.of("12.3"));
        assertThat(EURUSD.pipsBetween(price("1.0785"), price("1.0835"))).isEqualTo(Pips.of(50));
    }

    @Test
    void takesADistanceThatDoesNotComeOutEvenForFartherNeverNearer() {
        Instrument thirds = with(price("0.03"), price("0.01"));

        assertThat(thirds.priceToPips(price("0.01"))).isEqualTo(Pips.of("0.33333334"));
    }

    @Test
    void putsTheStopBelowABuyAndAboveASell() {
        assertThat(EURUSD.stopPrice(Side.BUY, price("1.0835"), Pips.of(50))).hasValue(price("1.07850"));
        assertThat(EURUSD.stopPrice(Side.SELL, price("1.0835"), Pips.of(50))).hasValue(price("1.08850"));
    }

    @Test
    void roundsTheStopTowardsTheEntrySoThatTheLossIsNeverMore() {
        // 12.34 pips = 0.001234; 1.0835 -/+ that = 1.082266 and 1.084734; ticks are 0.00001
        assertThat(EURUSD.stopPrice(Side.BUY, price("1.0835"), Pips.of("12.34")))
                .hasValue(price("1.08227"));
        assertThat(EURUSD.stopPrice(Side.SELL, price("1.0835"), Pips.of("12.34")))
                .hasValue(price("1.08473"));
    }

    @Test
    void hasNoStopForABuyAtOrBelowZero() {
        assertThat(EURUSD.stopPrice(Side.BUY, price("0.005"), Pips.of(50))).isEmpty();
        assertThat(EURUSD.stopPrice(Side.BUY, price("0.00500001"), Pips.of(50))).hasValue(price("0.00001"));
        assertThat(EURUSD.stopPrice(Side.SELL, price("0.005"), Pips.of(50))).hasValue(price("0.01000"));
    }

    @Test
    void knowsTheSideOnWhichAStopProtects() {
        assertThat(EURUSD.isStopOnRightSide(Side.BUY, price("1.08"), price("1.07")))
                .isTrue();
        assertThat(EURUSD.isStopOnRightSide(Side.BUY, price("1.08"), price("1.09")))
                .isFalse();
        assertThat(EURUSD.isStopOnRightSide(Side.SELL, price("1.08"), price("1.09")))
                .isTrue();
        assertThat(EURUSD.isStopOnRightSide(Side.SELL, price("1.08"), price("1.080")))
                .isFalse();
    }

    @Test
    void allowsStopsFromTheNearestToTheFarthestBound() {
        assertThat(EURUSD.isStopDistanceAllowed(Pips.of("1.9"))).isFalse();
        assertThat(EURUSD.isStopDistanceAllowed(Pips.of(2))).isTrue();
        assertThat(EURUSD.isStopDistanceAllowed(Pips.of(2000))).isTrue();
        assertThat(EURUSD.isStopDistanceAllowed(Pips.of("2000.1"))).isFalse();
    }

    @Test
    void roundsPricesToTicks() {
        assertThat(EURUSD.roundToTick(price("1.083454"))).isEqualByComparingTo("1.08345");
        assertThat(USDJPY.roundToTick(price("149.9996"))).isEqualByComparingTo("150");
    }

    @Test
    void valuesAPosition() {
        // 0.4 lots x 100,000 EUR x 1.0835 = 43,340 USD
        assertThat(EURUSD.notional(Lots.of("0.4"), price("1.0835"))).isEqualByComparingTo("43340");
        // 0.4 lots x 100,000 x 0.0001 x 50 pips = 200 USD
        assertThat(EURUSD.lossAtStop(Lots.of("0.4"), Pips.of(50))).isEqualByComparingTo("200");
        // 0.6 lots x 100,000 x 0.01 x 50 pips = 30,000 JPY
        assertThat(USDJPY.lossAtStop(Lots.of("0.6"), Pips.of(50))).isEqualByComparingTo("30000");
    }

    @Test
    void countsProfitBySide() {
        // 0.4 lots x 100,000 x (1.0885 - 1.0835) = 200 USD
        assertThat(EURUSD.profit(Side.BUY, Lots.of("0.4"), price("1.0835"), price("1.0885")))
                .isEqualByComparingTo("200");
        assertThat(EURUSD.profit(Side.SELL, Lots.of("0.4"), price("1.0835"), price("1.0885")))
                .isEqualByComparingTo("-200");
    }

    @Test
    void acceptsOrdersOfWholeStepsWithinTheLimits() {
        assertThat(EURUSD.isTradable(Lots.of("0.01"))).isTrue();
        assertThat(EURUSD.isTradable(Lots.of("100"))).isTrue();
        assertThat(EURUSD.isTradable(Lots.of("100.01"))).isFalse();
        assertThat(EURUSD.isTradable(Lots.of("0.015"))).isFalse();
        assertThat(EURUSD.isTradable(Lots.ZERO)).isFalse();
        assertThat(EURUSD.roundLotsDown(Lots.of("0.019"))).isEqualTo(Lots.of("0.01"));
    }

    @Test
    void refusesUnitsThatContradictOneAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(price("0.01"), price("0.003")))
                .withMessage("tick_size must go into pip_size 0.01 without a rest, was 0.003");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(price("0"), price("0.01")))
                .withMessage("pip_size must be above 0, was 0");
    }

    private static Instrument with(BigDecimal pipSize, BigDecimal tickSize) {
        return new Instrument(
                "TEST",
                AssetClass.STOCK,
                "TEST",
                "USD",
                BigDecimal.ONE,
                pipSize,
                tickSize,
                BigDecimal.ONE,
                Lots.of("1"),
                Lots.of("10"),
                price("0.2"),
                Pips.of(1),
                Pips.of(100),
                Pips.of(10));
    }

    private static BigDecimal price(String value) {
        return new BigDecimal(value);
    }
}
