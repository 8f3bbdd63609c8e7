package dev.tradesuite.sizing.position;

import static dev.tradesuite.sizing.position.SizingAnswers.refused;
import static dev.tradesuite.sizing.position.SizingAnswers.sized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class VolatilityTest {

    @Test
    void placesTheStopAtAMultipleOfTheRange() {
        // 2 x 0.0020 = 0.0040 = 40 pips; 200 / (40 x 10) = 0.5 lots
        SizingResult.Sized sized = sized(size("0.0020", "2"));

        assertThat(sized.arithmetic().strategy()).isEqualTo(RiskStrategy.VOLATILITY);
        assertThat(sized.arithmetic().stop()).isEqualTo(Pips.of(40));
        assertThat(sized.lots()).isEqualTo(Lots.of("0.5"));
        assertThat(sized.realisedRisk()).isEqualByComparingTo("200");
    }

    @Test
    void keepsFractionsOfAPip() {
        // 1.5 x 0.00123 = 0.001845 = 18.45 pips; 200 / 184.5 = 1.084... lots
        SizingResult.Sized sized = sized(size("0.00123", "1.5"));

        assertThat(sized.arithmetic().stop()).isEqualTo(Pips.of("18.45"));
        assertThat(sized.lots()).isEqualTo(Lots.of("1.08"));
    }

    @Test
    void refusesAFlatMarket() {
        refused(size("0", "2"), SizingReason.FLAT_MARKET);
        refused(size("0.0000", "2"), SizingReason.FLAT_MARKET);
    }

    @Test
    void refusesWithoutARange() {
        refused(
                PositionSizer.size(SizingTrades.eurusd().by(new Volatility(SizingTrades.TWO_PERCENT, null))),
                SizingReason.ATR_MISSING);
    }

    @Test
    void takesNoNegativeRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> size("-0.0001", "2"));
        assertThatIllegalArgumentException().isThrownBy(() -> size("0.0001", "0"));
    }

    private static SizingResult size(String atr, String multiplier) {
        Volatility.Range range = new Volatility.Range(new BigDecimal(atr), new BigDecimal(multiplier));
        return PositionSizer.size(SizingTrades.eurusd().by(new Volatility(SizingTrades.TWO_PERCENT, range)));
    }
}
