package dev.tradesuite.sizing.position;

import static dev.tradesuite.sizing.position.SizingAnswers.reasons;
import static dev.tradesuite.sizing.position.SizingAnswers.refused;
import static dev.tradesuite.sizing.position.SizingAnswers.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarginTest {

    @ParameterizedTest
    @CsvSource({
        // 0.4 lots of EURUSD at 1.0835 are worth 43,340 USD
        "1,   866.80,        0.02",
        "6,   7223.33333334, 0.166666666667",
        "20,  2167.00,       0.05",
        "30,  1444.66666667, 0.0333333333333",
        "50,  866.80,        0.02",
        "500, 866.80,        0.02",
    })
    void leverageDecidesTheMarginAndNotTheSize(String leverage, BigDecimal margin, BigDecimal rate) {
        SizingResult.Sized sized =
                sized(SizingTrades.eurusd().leverage(leverage).fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("0.4"));
        assertThat(sized.realisedRisk()).isEqualByComparingTo("200");
        assertThat(sized.margin()).isEqualByComparingTo(margin);
        assertThat(sized.marginRate()).isEqualByComparingTo(rate);
    }

    @Test
    void warnsAboveTwentyAndWhenTheInstrumentIsStricter() {
        assertThat(reasons(SizingTrades.eurusd().leverage("20").fixedRisk())).isEmpty();
        assertThat(reasons(SizingTrades.eurusd().leverage("21").fixedRisk()))
                .containsExactly(SizingReason.HIGH_LEVERAGE);
        assertThat(reasons(SizingTrades.eurusd().leverage("51").fixedRisk()))
                .containsExactly(SizingReason.HIGH_LEVERAGE, SizingReason.LEVERAGE_ABOVE_INSTRUMENT);
        // A share needs 20 %: leverage above 5 is more than it allows, but not high.
        assertThat(reasons(SizingTrades.in("AAPL", "190").leverage("6").fixedRisk(Pips.of(1000))))
                .containsExactly(SizingReason.LEVERAGE_ABOVE_INSTRUMENT);
    }

    @Test
    void cutsTheSizeToWhatTheMarginLimitAllows() {
        // 200 / (2 pips x 10) = 10 lots; a lot takes 108,350 x 2 % = 2,167 USD; 8,000 / 2,167 = 3.691...
        SizingResult.Sized sized = sized(SizingTrades.eurusd().fixedRisk(Pips.of(2)));

        assertThat(sized.lots()).isEqualTo(Lots.of("3.69"));
        assertThat(sized.margin()).isEqualByComparingTo("7996.23");
        assertThat(sized.realisedRisk()).isEqualByComparingTo("73.8");
        assertThat(reasons(sized)).containsExactly(SizingReason.CAPPED_BY_MARGIN);
        assertThat(sized.notices().getFirst().reason().message())
                .isEqualTo("10 lots were cut to 3.69: margin may not exceed 80 % of the equity of 10000 USD.");
    }

    @Test
    void cutsTheSizeToTheLeverageTheTraderStates() {
        // leverage 2: 16,000 / 108,350 = 0.1476... lots
        SizingResult.Sized sized = sized(SizingTrades.eurusd().leverage("2").fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("0.14"));
        assertThat(sized.margin()).isEqualByComparingTo("7584.50");
        assertThat(reasons(sized)).containsExactly(SizingReason.CAPPED_BY_MARGIN);
    }

    @ParameterizedTest
    @MethodSource("leveragesThatNeedMoreMarginThanThereIs")
    void everyLeverageGetsASizeThatItsMarginLimitAllows(String leverage) {
        // 0.4 lots are worth 43,340 USD: below leverage 5.4175 their margin is more than 8,000
        SizingResult.Sized sized =
                sized(SizingTrades.eurusd().leverage(leverage).fixedRisk());

        assertThat(sized.lots().isLessThan(Lots.of("0.4"))).isTrue();
        assertThat(sized.margin()).isLessThanOrEqualTo(new BigDecimal("8000"));
        assertThat(reasons(sized)).containsExactly(SizingReason.CAPPED_BY_MARGIN);
    }

    static Stream<String> leveragesThatNeedMoreMarginThanThereIs() {
        return IntStream.rangeClosed(101, 541)
                .mapToObj(hundredths -> BigDecimal.valueOf(hundredths, 2).toPlainString());
    }

    @Test
    void marginOfOpenPositionsIsTakenOff() {
        // leverage 2: (8,000 - 4,000) x 2 / 108,350 = 0.0738... lots
        SizingResult.Sized sized =
                sized(SizingTrades.eurusd().margin("80", "4000").leverage("2").fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("0.07"));
        assertThat(sized.notices().getFirst().reason().message())
                .endsWith("margin may not exceed 80 % of the equity of 10000 USD, of which 4000 USD are used.");
    }

    @Test
    void marginHeldForOrdersOnTheirWayIsTakenOffAsWell() {
        // leverage 2: (8,000 - 4,000 - 1,500) x 2 / 108,350 = 0.0461... lots
        SizingResult.Sized sized = sized(
                SizingTrades.eurusd().margin("80", "4000", "1500").leverage("2").fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("0.04"));
        assertThat(sized.notices().getFirst().reason().message())
                .endsWith("of which 4000 USD are used and 1500 USD are held for other orders.");
    }

    @Test
    void refusesWhatOrdersOnTheirWayLeaveNoMarginFor() {
        // 8,000 less 7,980: the minimum lot takes 21.67
        SizingResult.Refused refused =
                refused(SizingTrades.eurusd().margin("80", "0", "7980").fixedRisk(), SizingReason.NOT_ENOUGH_MARGIN);

        assertThat(refused.refusal().message()).endsWith("of which 7980 USD are held for other orders.");
        assertThat(sized(SizingTrades.eurusd().margin("80", "0", "7978").fixedRisk())
                        .lots())
                .isEqualTo(Lots.of("0.01"));
    }

    @Test
    void limitOfTheAccountCounts() {
        // 43,340 x 2 % = 866.80 is more than 5 % of 10,000: 500 / 2,167 = 0.2307... lots
        assertThat(sized(SizingTrades.eurusd().margin("5", "0").fixedRisk()).lots())
                .isEqualTo(Lots.of("0.23"));
    }

    @Test
    void refusesWhenTheMarginLimitDoesNotCarryTheMinimumLot() {
        // 0.01 lots take 1,083.50 x 2 % = 21.67 USD
        SizingResult.Refused refused = refused(
                SizingTrades.eurusd().account("27.08", "USD").fixedRisk(Pips.of(2)), SizingReason.NOT_ENOUGH_MARGIN);

        assertThat(refused.refusal().message())
                .isEqualTo(
                        "The minimum lot 0.01 takes a margin of 21.67 USD; margin may not exceed 80 % of the equity of"
                                + " 27.08 USD.");
        assertThat(sized(SizingTrades.eurusd().account("27.09", "USD").fixedRisk(Pips.of(2)))
                        .lots())
                .isEqualTo(Lots.of("0.01"));
    }

    @Test
    void namesBothCapsWhenBothAct() {
        // 100,000,000 x 2 % / (50 x 0.01) = 4,000,000 shares, at most 100,000; leverage 1.1 on 1,000 USD a share
        // allows 110,000,000 / 1,000 = 110,000 shares, so only the maximum acts; at 1,200 USD both do
        SizingTrades shares = SizingTrades.in("AAPL", "1000")
                .account("100000000", "USD")
                .margin("100", "0")
                .leverage("1.1");
        assertThat(reasons(shares.fixedRisk())).containsExactly(SizingReason.CAPPED_AT_MAXIMUM_LOT);

        SizingResult.Sized both = sized(SizingTrades.in("AAPL", "1200")
                .account("100000000", "USD")
                .margin("100", "0")
                .leverage("1.1")
                .fixedRisk());
        // 110,000,000 / 1,200 = 91,666.67
        assertThat(both.lots()).isEqualTo(Lots.of("91666"));
        assertThat(reasons(both)).containsExactly(SizingReason.CAPPED_AT_MAXIMUM_LOT, SizingReason.CAPPED_BY_MARGIN);
    }
}
