package dev.tradesuite.sizing.position;

import static dev.tradesuite.sizing.position.SizingAnswers.reasons;
import static dev.tradesuite.sizing.position.SizingAnswers.refused;
import static dev.tradesuite.sizing.position.SizingAnswers.sized;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.PositionMath;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedRiskTest {

    /**
     * 10,000 USD x 2 % = 200 USD at risk over 50 pips.
     *
     * <pre>
     * EURUSD  10 USD a pip and lot                     200 / (50 x 10)      = 0.4
     * USDJPY  1,000 JPY / 150    = 6.666... USD        200 / (50 x 6.666..) = 0.6 exactly
     * USDCHF  10 CHF / 0.88      = 11.3636... USD      200 / 568.18..       = 0.352
     * USDCAD  10 CAD / 1.36      = 7.3529... USD       200 / 367.64..       = 0.544
     * EURGBP  10 GBP x 1.27      = 12.7 USD            200 / 635            = 0.31496...
     * EURJPY  1,000 JPY / 150    = 6.666... USD        as USDJPY            = 0.6
     * GBPCHF  10 CHF / 0.88      = 11.3636... USD      as USDCHF            = 0.352
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "EURUSD, 1.0835, 0.4,        0.40, 10,            1",
        "USDJPY, 150,    0.6,        0.60, 6.66666666667, 1/USDJPY",
        "USDCHF, 0.88,   0.352,      0.35, 11.3636363636, 1/USDCHF",
        "USDCAD, 1.36,   0.544,      0.54, 7.35294117647, 1/USDCAD",
        "EURGBP, 0.8531, 0.31496062, 0.31, 12.7,          GBPUSD",
        "EURJPY, 162.5,  0.6,        0.60, 6.66666666667, 1/USDJPY",
        "GBPCHF, 1.1176, 0.352,      0.35, 11.3636363636, 1/USDCHF",
    })
    void sizesTheReferenceTrades(
            String symbol, String price, String rawLots, String lots, BigDecimal pipValue, String path) {
        SizingResult.Sized sized = sized(SizingTrades.in(symbol, price).fixedRisk());

        PositionMath math = requireNonNull(sized.arithmetic().math());
        assertThat(sized.arithmetic().amountAtRisk()).isEqualByComparingTo("200");
        assertThat(math.pipValuePerLot()).isEqualByComparingTo(pipValue);
        assertThat(math.conversion().path()).isEqualTo(path);
        assertThat(sized.arithmetic().rawLots()).isEqualTo(Lots.of(rawLots));
        assertThat(sized.lots()).isEqualTo(Lots.of(lots));
        assertThat(sized.realisedRisk()).isLessThanOrEqualTo(new BigDecimal("200"));
        assertThat(sized.notices()).isEmpty();
    }

    @Test
    void statesTheFiguresOfTheRoundedSize() {
        SizingResult.Sized sized = sized(SizingTrades.in("EURGBP", "0.8531").fixedRisk());

        // 0.31 lots x 50 pips x 12.70 USD = 196.85 USD
        assertThat(sized.realisedRisk()).isEqualByComparingTo("196.85");
        // 0.31 x 100,000 EUR x 0.8531 GBP x 1.27 = 33,586.547 USD; 2 % of it = 671.73094
        assertThat(sized.notional()).isEqualByComparingTo("33586.547");
        assertThat(sized.margin()).isEqualByComparingTo("671.73094");
        assertThat(sized.marginRate()).isEqualByComparingTo("0.02");
    }

    @Test
    void sizesForAnAccountInAnotherCurrency() {
        // 1,000 JPY / 150 = 6.666.. USD / 1.0835 = 6.1528.. EUR a pip; 200 / (50 x 6.1528..) = 0.6501
        SizingResult.Sized sized =
                sized(SizingTrades.in("USDJPY", "150").account("10000", "EUR").fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("0.65"));
        assertThat(requireNonNull(sized.arithmetic().math()).conversion().path())
                .isEqualTo("1/USDJPY*1/EURUSD");
        // 0.65 x 50 x 1,000 / 150 / 1.0835 = 199.96923550...
        assertThat(sized.realisedRisk()).isEqualByComparingTo("199.96923551");
    }

    @Test
    void sizesSharesInWholeUnitsAndCoinsInFractions() {
        // 200 / (300 pips x 0.01 USD) = 66.66 shares
        assertThat(sized(SizingTrades.in("AAPL", "190").fixedRisk(Pips.of(300))).lots())
                .isEqualTo(Lots.of("66"));
        // a pip of BTCUSD is 1 USD: 200 / 1,500 = 0.13333 coins, in steps of 0.00001
        assertThat(sized(SizingTrades.in("BTCUSD", "65000").fixedRisk(Pips.of(1500)))
                        .lots())
                .isEqualTo(Lots.of("0.13333"));
    }

    @Test
    void sizesGoldAndThePeso() {
        // 100 oz x 0.01 = 1 USD a pip; 200 / 1,000 = 0.2
        assertThat(sized(SizingTrades.in("XAUUSD", "2000").fixedRisk(Pips.of(1000)))
                        .lots())
                .isEqualTo(Lots.of("0.2"));
        // 100,000 x 0.01 = 1,000 COP / 4,000 = 0.25 USD a pip; 200 / (2,000 x 0.25) = 0.4
        assertThat(sized(SizingTrades.in("USDCOP", "4000").fixedRisk(Pips.of(2000)))
                        .lots())
                .isEqualTo(Lots.of("0.4"));
    }

    @Test
    void refusesWhenTheMinimumLotRisksMoreAndSaysHowMuch() {
        SizingResult.Refused refused =
                refused(SizingTrades.eurusd().account("100", "USD").fixedRisk(), SizingReason.BELOW_MINIMUM_LOT);

        // 100 USD x 2 % = 2 USD; 0.01 lots lose 50 x 10 x 0.01 = 5 USD, 5 % of the equity
        assertThat(refused.minimumLotRisk()).isEqualByComparingTo("5");
        assertThat(refused.arithmetic().rawLots()).isEqualTo(Lots.of("0.004"));
        assertThat(refused.refusal().message())
                .isEqualTo("0.004 lots are less than the minimum lot 0.01, which would lose 5.00 USD at the stop,"
                        + " 5.00 % of the equity.");
    }

    @Test
    void takesTheMinimumLotWhenItRisksExactlyTheAmount() {
        assertThat(sized(SizingTrades.eurusd().account("250", "USD").fixedRisk())
                        .lots())
                .isEqualTo(Lots.of("0.01"));
        refused(SizingTrades.eurusd().account("249.99", "USD").fixedRisk(), SizingReason.BELOW_MINIMUM_LOT);
    }

    @Test
    void cutsToTheMaximumLotWithANotice() {
        // 10,000,000 x 2 % / (50 x 10) = 400 lots
        SizingResult.Sized sized =
                sized(SizingTrades.eurusd().account("10000000", "USD").fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("100"));
        assertThat(sized.arithmetic().rawLots()).isEqualTo(Lots.of("400"));
        assertThat(reasons(sized)).containsExactly(SizingReason.CAPPED_AT_MAXIMUM_LOT);
        assertThat(sized.notices().getFirst().reason().message())
                .isEqualTo("400 lots were cut to 100, the maximum of EURUSD.");
    }

    @Test
    void refusesWithoutAConversionRate() {
        SizingResult.Refused refused = refused(
                SizingTrades.in("EURGBP", "0.8531").rates(Map.of()).fixedRisk(), SizingReason.NO_CONVERSION_RATE);

        assertThat(refused.arithmetic().amountAtRisk()).isEqualByComparingTo("200");
        assertThat(refused.refusal().message())
                .isEqualTo("GBP cannot be converted to USD: no price of GBPUSD, USDGBP or two pairs that lead there.");
    }

    @Test
    void doesNotTakeATetherForADollar() {
        // An account in USDT: 200 / (900 x 1) = 0.2222... coins
        assertThat(sized(SizingTrades.in("BTCUSDT", "64000")
                                .account("10000", "USDT")
                                .fixedRisk(Pips.of(900)))
                        .lots())
                .isEqualTo(Lots.of("0.22222"));
        refused(SizingTrades.in("BTCUSDT", "65000").fixedRisk(Pips.of(1500)), SizingReason.NO_CONVERSION_RATE);
        assertThat(sized(SizingTrades.in("BTCUSDT", "65000")
                                .rates(Map.of("USDTUSD", new BigDecimal("0.999")))
                                .fixedRisk(Pips.of(1500)))
                        .lots())
                // 200 / (1,500 x 0.999) = 0.133466...
                .isEqualTo(Lots.of("0.13346"));
    }

    @Test
    void refusesWithoutAStop() {
        refused(SizingTrades.eurusd().fixedRisk(null), SizingReason.STOP_MISSING);
    }

    @Test
    void refusesABuyWhoseStopWouldBeBelowZero() {
        SizingTrades doge = SizingTrades.in("DOGEUSD", "0.001");

        SizingResult.Refused refused =
                refused(doge.side(Side.BUY).fixedRisk(Pips.of(100)), SizingReason.STOP_BELOW_ZERO);
        assertThat(refused.refusal().message()).isEqualTo("A stop 100 pips below 0.001 would be at or below zero.");
        sized(doge.side(Side.BUY).fixedRisk(Pips.of(99)));
        sized(doge.side(Side.SELL).fixedRisk(Pips.of(100)));
        sized(doge.fixedRisk(Pips.of(100)));
    }

    @ParameterizedTest
    @CsvSource({"0.09", "0", "-1", "10.01"})
    void takesNoRiskOutsideOfItsBounds(BigDecimal percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskPercent(percent))
                .withMessage("risk percent must be 0.1 to 10, was " + percent.toPlainString());
    }
}
