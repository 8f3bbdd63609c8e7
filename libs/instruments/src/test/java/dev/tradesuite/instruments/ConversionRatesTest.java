package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversionRatesTest {

    private static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();

    @Test
    void convertsAlongThePair() {
        assertThat(rates("GBPUSD", "1.27").find("GBP", "USD")).hasValueSatisfying(conversion -> {
            assertThat(conversion.rate()).isEqualByComparingTo("1.27");
            assertThat(conversion.path()).isEqualTo("GBPUSD");
        });
    }

    @Test
    void convertsAgainstThePair() {
        assertThat(rates("USDJPY", "150").find("JPY", "USD")).hasValueSatisfying(conversion -> {
            assertThat(conversion.rate()).isEqualByComparingTo("0.00666666666667");
            assertThat(conversion.path()).isEqualTo("1/USDJPY");
        });
    }

    @Test
    void crossesOverTheDollar() {
        // 1 JPY = 1/150 USD = 1/150/1.0835 EUR = 0.00615289955... EUR
        assertThat(rates("USDJPY", "150", "EURUSD", "1.0835").find("JPY", "EUR"))
                .hasValueSatisfying(conversion -> {
                    assertThat(conversion.rate()).isEqualByComparingTo("0.00615289955391");
                    assertThat(conversion.path()).isEqualTo("1/USDJPY*1/EURUSD");
                });
        // 1 GBP = 1.27 USD = 1.27 x 0.88 CHF
        assertThat(rates("GBPUSD", "1.27", "USDCHF", "0.88").find("GBP", "CHF")).hasValueSatisfying(conversion -> {
            assertThat(conversion.rate()).isEqualByComparingTo("1.1176");
            assertThat(conversion.path()).isEqualTo("GBPUSD*USDCHF");
        });
    }

    @Test
    void crossesOverAnyOtherCurrencyWhenTheUsualOnesDoNotLead() {
        assertThat(rates("GBPNOK", "13", "NOKSEK", "1.04").find("GBP", "SEK"))
                .map(CurrencyConversion::path)
                .hasValue("GBPNOK*NOKSEK");
    }

    @Test
    void takesTheShortestWayAndTheDollarFirst() {
        Map<String, BigDecimal> prices = new HashMap<>(Map.of(
                "EURUSD", new BigDecimal("1.08"),
                "EURCHF", new BigDecimal("0.95"),
                "GBPUSD", new BigDecimal("1.27"),
                "USDCHF", new BigDecimal("0.88"),
                "EURGBP", new BigDecimal("0.85")));
        assertThat(ConversionRates.of(CATALOG, prices).find("GBP", "CHF"))
                .map(CurrencyConversion::path)
                .hasValue("GBPUSD*USDCHF");

        prices.put("GBPCHF", new BigDecimal("1.12"));
        assertThat(ConversionRates.of(CATALOG, prices).find("GBP", "CHF"))
                .map(CurrencyConversion::path)
                .hasValue("GBPCHF");
    }

    @Test
    void needsNoPriceForOneAndTheSameCurrency() {
        assertThat(ConversionRates.none().find("USD", "USD")).hasValue(CurrencyConversion.none("USD"));
    }

    @Test
    void isEmptyWithoutAWayOfTwoSteps() {
        assertThat(ConversionRates.none().find("GBP", "USD")).isEmpty();
        assertThat(rates("USDTUSD", "1").find("USDT", "GBP")).isEmpty();
        assertThat(rates("EURNOK", "11.5", "NOKSEK", "1.04", "USDSEK", "10.4").find("EUR", "USD"))
                .isEmpty();
    }

    @Test
    void countsTheInstrumentsOwnPriceAsARate() {
        Instrument usdchf = CATALOG.find("USDCHF").orElseThrow();

        ConversionRates rates = rates("USDCHF", "0.5").with(usdchf, new BigDecimal("0.88"));

        assertThat(rates.find("CHF", "USD")).hasValueSatisfying(conversion -> {
            assertThat(conversion.denominator()).isEqualByComparingTo("0.88");
            assertThat(conversion.path()).isEqualTo("1/USDCHF");
        });
    }

    @Test
    void takesNoShareForACurrency() {
        Instrument apple = CATALOG.find("AAPL").orElseThrow();

        assertThat(ConversionRates.none().with(apple, new BigDecimal("190")).find("AAPL", "USD"))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates("AAPL", "190"))
                .withMessage("AAPL is not a pair of currencies");
    }

    @Test
    void refusesPricesThatAreNotAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates("GBPUSD", "0"))
                .withMessage("price of GBPUSD must be above 0, was 0");
    }

    private static ConversionRates rates(String... symbolsAndPrices) {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (int i = 0; i < symbolsAndPrices.length; i += 2) {
            prices.put(symbolsAndPrices[i], new BigDecimal(symbolsAndPrices[i + 1]));
        }
        return ConversionRates.of(CATALOG, prices);
    }
}
