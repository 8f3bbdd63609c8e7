package dev.tradesuite.sizing.position;

import static dev.tradesuite.sizing.position.SizingAnswers.reasons;
import static dev.tradesuite.sizing.position.SizingAnswers.refused;
import static dev.tradesuite.sizing.position.SizingAnswers.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTest {

    @ParameterizedTest
    @CsvSource({
        // 0.4 lots of EURUSD at 1.0835 are worth 43,340 USD
        "1,   866.80,        0.02",
        "5,   8668.00,       0.2",
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
    void cutsTheSizeToWhatTheEquityCarries() {
        // 200 / (2 pips x 10) = 10 lots; a lot takes 108,350 x 2 % = 2,167 USD; 10,000 / 2,167 = 4.614...
        SizingResult.Sized sized = sized(SizingTrades.eurusd().fixedRisk(Pips.of(2)));

        assertThat(sized.lots()).isEqualTo(Lots.of("4.61"));
        assertThat(sized.margin()).isEqualByComparingTo("9989.87");
        assertThat(sized.realisedRisk()).isEqualByComparingTo("92.2");
        assertThat(reasons(sized)).containsExactly(SizingReason.CAPPED_BY_MARGIN);
        assertThat(sized.notices().getFirst().reason().message())
                .isEqualTo("10 lots were cut to 4.61: their margin may not exceed the equity of 10000 USD.");
    }

    @Test
    void cutsTheSizeToTheLeverageTheTraderStates() {
        // leverage 2: 20,000 / 108,350 = 0.1845... lots
        SizingResult.Sized sized = sized(SizingTrades.eurusd().leverage("2").fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("0.18"));
        assertThat(sized.margin()).isEqualByComparingTo("9751.50");
        assertThat(reasons(sized)).containsExactly(SizingReason.CAPPED_BY_MARGIN);
    }

    @Test
    void refusesWhenTheEquityDoesNotCarryTheMinimumLot() {
        // 0.01 lots take 1,083.50 x 2 % = 21.67 USD
        SizingResult.Refused refused = refused(
                SizingTrades.eurusd().account("21.66", "USD").fixedRisk(Pips.of(2)), SizingReason.NOT_ENOUGH_MARGIN);

        assertThat(refused.refusal().message())
                .isEqualTo("The minimum lot 0.01 takes a margin of 21.67 USD, more than the equity of 21.66 USD.");
        assertThat(sized(SizingTrades.eurusd().account("21.67", "USD").fixedRisk(Pips.of(2)))
                        .lots())
                .isEqualTo(Lots.of("0.01"));
    }

    @Test
    void namesBothCapsWhenBothAct() {
        // 100,000,000 x 2 % / (50 x 0.01) = 4,000,000 shares, at most 100,000; leverage 1.1 on 1,000 USD a share
        // allows 110,000,000 / 1,000 = 110,000 shares, so only the maximum acts; at 1,200 USD both do
        SizingTrades shares =
                SizingTrades.in("AAPL", "1000").account("100000000", "USD").leverage("1.1");
        assertThat(reasons(shares.fixedRisk())).containsExactly(SizingReason.CAPPED_AT_MAXIMUM_LOT);

        SizingResult.Sized both = sized(SizingTrades.in("AAPL", "1200")
                .account("100000000", "USD")
                .leverage("1.1")
                .fixedRisk());
        // 110,000,000 / 1,200 = 91,666.67
        assertThat(both.lots()).isEqualTo(Lots.of("91666"));
        assertThat(reasons(both)).containsExactly(SizingReason.CAPPED_AT_MAXIMUM_LOT, SizingReason.CAPPED_BY_MARGIN);
    }
}
