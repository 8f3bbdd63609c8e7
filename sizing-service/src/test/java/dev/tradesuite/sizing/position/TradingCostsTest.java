package dev.tradesuite.sizing.position;

import static dev.tradesuite.sizing.position.SizingAnswers.refused;
import static dev.tradesuite.sizing.position.SizingAnswers.sized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** 200 USD may be lost; a lot of EURUSD loses 10 USD a pip, and its stop is 50 pips away. */
class TradingCostsTest {

    @Test
    void costsAreAPartOfTheAmountAtRisk() {
        // 50 + 2 spread + 2 x 1 slippage = 54 pips: 540 a lot, and 2 x 3.50: 200 / 547 = 0.3656...
        SizingResult.Sized sized =
                sized(SizingTrades.eurusd().costs("2", "1", "3.5").fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("0.36"));
        // 0.36 x 547 = 196.92, of which 0.36 x 500 = 180 to the stop
        assertThat(sized.realisedRisk()).isEqualByComparingTo("196.92");
        assertThat(sized.tradingCosts()).isEqualByComparingTo("16.92");
        assertThat(sized.notices()).isEmpty();
    }

    @Test
    void brokerThatTakesNothingChangesNothing() {
        SizingResult.Sized sized = sized(SizingTrades.eurusd().fixedRisk());

        assertThat(sized.lots()).isEqualTo(Lots.of("0.4"));
        assertThat(sized.tradingCosts()).isEqualByComparingTo("0");
    }

    @Test
    void commissionIsInTheCurrencyOfTheAccount() {
        // 1,000 JPY / 150 = 6.6667 USD a pip: 333.33 a lot to the stop, and 2 x 50: 200 / 433.33 = 0.4615...
        assertThat(sized(SizingTrades.in("USDJPY", "150").costs("0", "0", "50").fixedRisk())
                        .lots())
                .isEqualTo(Lots.of("0.46"));
    }

    @Test
    void riskOfTheMinimumLotHasItsCosts() {
        // 0.01 lots lose 5 USD at the stop, and cost 0.01 x 2 x 10 = 0.20
        SizingResult.Refused refused = refused(
                SizingTrades.eurusd()
                        .account("200", "USD")
                        .costs("0", "0", "10")
                        .fixedRisk(),
                SizingReason.BELOW_MINIMUM_LOT);

        assertThat(refused.minimumLotRisk()).isEqualByComparingTo("5.20");
    }

    @Test
    void costsAreNeverNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradingCosts(Pips.of(0), Pips.of(0), new BigDecimal("-1")))
                .withMessage("commission must not be negative, was -1");
    }
}
