package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeverageTest {

    private static final Instrument EURUSD =
            InstrumentCatalog.shipped().find("EURUSD").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        // stated, rate that applies, margin of a notional of 43,340
        "1,    0.02,           866.80",
        "2,    0.5,            21670.00",
        "30,   0.0333333333333, 1444.66666667",
        "50,   0.02,           866.80",
        "51,   0.02,           866.80",
        "500,  0.02,           866.80",
    })
    void takesTheStricterOfLeverageAndInstrument(BigDecimal stated, BigDecimal rate, BigDecimal margin) {
        Leverage leverage = new Leverage(stated);

        assertThat(leverage.marginRate(EURUSD)).isEqualByComparingTo(rate);
        assertThat(leverage.margin(EURUSD, new BigDecimal("43340"))).isEqualByComparingTo(margin);
    }

    @Test
    void saysWhenTheInstrumentIsStricter() {
        assertThat(new Leverage(new BigDecimal("50")).isAboveWhatAllows(EURUSD)).isFalse();
        assertThat(new Leverage(new BigDecimal("50.01")).isAboveWhatAllows(EURUSD))
                .isTrue();
        assertThat(Leverage.NOT_STATED.isAboveWhatAllows(EURUSD)).isFalse();
    }

    @Test
    void isHighAbove20() {
        assertThat(new Leverage(new BigDecimal("20")).isHigh()).isFalse();
        assertThat(new Leverage(new BigDecimal("20.1")).isHigh()).isTrue();
    }

    @Test
    void takesAbsentAndOneForNotStated() {
        assertThat(Leverage.ofNullable(null)).isEqualTo(Leverage.NOT_STATED);
        assertThat(Leverage.ofNullable(new BigDecimal("1.0"))).isEqualTo(Leverage.NOT_STATED);
        assertThat(Leverage.NOT_STATED.isStated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.99", "0", "-1", "500.01"})
    void refusesWhatIsNotBetween1And500(BigDecimal value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leverage(value))
                .withMessage("leverage must be 1 to 500, was " + value.toPlainString());
    }
}
