package dev.tradesuite.brain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "1.083541234, 1.08354",
        "0.000212999, 0.000212999",
        "0.0000002, 0.0000002",
        "4110.5, 4110.5",
        "65000, 65000",
        "1234567, 1234570",
        "0, 0"
    })
    void aPriceHasItsSignificantDigitsAndNeverAnExponent(double value, String text) {
        assertThat(Figures.price(value)).isEqualTo(text);
    }

    @Test
    void figuresAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Figures.oneDecimal(25.04)).isEqualTo("25.0");
            assertThat(Figures.twoDecimals(-0.555)).isEqualTo("-0.56");
            assertThat(Figures.signed(0.4124)).isEqualTo("+0.412");
            assertThat(Figures.signed(-0.4)).isEqualTo("-0.400");
        } finally {
            Locale.setDefault(before);
        }
    }
}
