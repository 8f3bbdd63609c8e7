package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurrencyConversionTest {

    private static final CurrencyPair USDJPY = new CurrencyPair("USD", "JPY");

    @Test
    void keepsOneOver150Exact() {
        CurrencyConversion conversion = CurrencyConversion.inverse(USDJPY, "USDJPY", new BigDecimal("150"));

        assertThat(conversion.convert(new BigDecimal("30000"), RoundingMode.CEILING))
                .isEqualByComparingTo("200");
    }

    @Test
    void roundsTheWayItIsTold() {
        CurrencyConversion conversion = CurrencyConversion.inverse(USDJPY, "USDJPY", new BigDecimal("150"));

        assertThat(conversion.convert(new BigDecimal("1000"), RoundingMode.CEILING))
                .hasToString("6.66666667");
        assertThat(conversion.convert(new BigDecimal("1000"), RoundingMode.FLOOR))
                .hasToString("6.66666666");
    }

    @Test
    void statesTinyAndHugeRatesWithTwelveDigitsAndNoExponent() {
        CurrencyConversion tiny = CurrencyConversion.inverse(USDJPY, "USDJPY", new BigDecimal("30000000"));
        CurrencyConversion huge = CurrencyConversion.inverse(USDJPY, "USDJPY", new BigDecimal("0.0000003"));

        assertThat(tiny.rate()).isEqualByComparingTo("0.0000000333333333333");
        assertThat(huge.rate()).hasToString("3333333.33333");
    }

    @Test
    void refusesARateThatIsNotAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurrencyConversion.direct(USDJPY, "USDJPY", BigDecimal.ZERO))
                .withMessage("rate from USD to JPY must be above 0, was 0/1");
    }

    @ParameterizedTest
    @MethodSource("prices")
    void comesBackToTheSameAmount(BigDecimal usdjpy, BigDecimal eurusd, BigDecimal amount) {
        ConversionRates rates =
                ConversionRates.of(InstrumentCatalog.shipped(), Map.of("USDJPY", usdjpy, "EURUSD", eurusd));
        CurrencyConversion there = rates.find("JPY", "EUR").orElseThrow();
        CurrencyConversion back = rates.find("EUR", "JPY").orElseThrow();

        assertThat(there.numerator().multiply(back.numerator()))
                .isEqualByComparingTo(there.denominator().multiply(back.denominator()));
        // One unit of the 8th decimal lost on the way there is worth the rate back times as much.
        BigDecimal tolerance = new BigDecimal("0.00000001").multiply(back.rate().add(BigDecimal.ONE));
        assertThat(back.convert(there.convert(amount, RoundingMode.HALF_EVEN), RoundingMode.HALF_EVEN))
                .isCloseTo(amount, within(tolerance));
    }

    static Stream<Object[]> prices() {
        Random random = new Random(20260731);
        return IntStream.range(0, 200).mapToObj(_ -> new Object[] {
            BigDecimal.valueOf(1 + random.nextInt(100_000_000), random.nextInt(10)),
            BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(8)),
            BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(8))
        });
    }
}
