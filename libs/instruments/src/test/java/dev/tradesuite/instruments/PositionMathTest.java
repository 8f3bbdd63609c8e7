package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PositionMathTest {

    private static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();

    @Test
    void valuesAYenPositionInDollars() {
        PositionMath usdjpy = math("USDJPY", "USD", Map.of("USDJPY", new BigDecimal("150")));

        // 100,000 x 0.01 = 1,000 JPY a pip / 150 = 6.666... USD
        assertThat(usdjpy.pipValuePerLot()).isEqualByComparingTo("6.66666666667");
        // 0.6 lots x 50 pips x 1,000 JPY / 150 = 200 USD
        assertThat(usdjpy.lossAtStop(Lots.of("0.6"), Pips.of(50))).isEqualByComparingTo("200");
        // 0.6 lots x 100,000 USD = 60,000 USD; 2 % of it is the margin
        assertThat(usdjpy.notional(Lots.of("0.6"), new BigDecimal("150"))).isEqualByComparingTo("60000");
        assertThat(usdjpy.margin(Lots.of("0.6"), new BigDecimal("150"), Leverage.NOT_STATED))
                .isEqualByComparingTo("1200");
        // 60,000 / 7 = 8,571.428571428...
        assertThat(usdjpy.margin(Lots.of("0.6"), new BigDecimal("150"), new Leverage(new BigDecimal("7"))))
                .hasToString("8571.42857143");
        // sold at 150, bought back at 151.5: -0.6 x 100,000 x 1.5 = -90,000 JPY / 150 = -600 USD
        assertThat(usdjpy.profit(Side.SELL, Lots.of("0.6"), new BigDecimal("150"), new BigDecimal("151.5")))
                .isEqualByComparingTo("-600");
    }

    @Test
    void findsTheVolumeForARisk() {
        PositionMath usdjpy = math("USDJPY", "USD", Map.of("USDJPY", new BigDecimal("150")));

        assertThat(usdjpy.lotsForRisk(new BigDecimal("200"), Pips.of(50))).isEqualTo(Lots.of("0.6"));
    }

    @Test
    void findsTheVolumeForAMarginToTheStep() {
        PositionMath eurusd = math("EURUSD", "USD", Map.of());

        // 0.01 lots at 1.25 take 1,250 x 2 % = 25 USD
        BigDecimal price = new BigDecimal("1.25");
        assertThat(eurusd.lotsForMargin(new BigDecimal("100"), price, Leverage.NOT_STATED))
                .isEqualTo(Lots.of("0.04"));
        assertThat(eurusd.lotsForMargin(new BigDecimal("99.99999999"), price, Leverage.NOT_STATED))
                .isEqualTo(Lots.of("0.03"));
        assertThat(eurusd.lotsForMargin(new BigDecimal("24"), price, Leverage.NOT_STATED))
                .isEqualTo(Lots.ZERO);
    }

    @Test
    void refusesAConversionFromAnotherCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PositionMath(find("USDJPY"), CurrencyConversion.none("USD")))
                .withMessage("conversion must start at JPY, the quote currency of USDJPY, was USD");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neverTakesMoreThanTheAmountForRiskOrMargin(
            String symbol, BigDecimal price, BigDecimal amount, Pips stop, Leverage leverage) {
        PositionMath math = math(symbol, "USD", inDollars(symbol, price));

        Lots byRisk = math.instrument().roundLotsDown(math.lotsForRisk(amount, stop));
        Lots byMargin = math.lotsForMargin(amount, price, leverage);
        Lots oneStepMore = new Lots(byMargin.value().add(math.instrument().lotStep()));

        assertThat(math.lossAtStop(byRisk, stop)).isLessThanOrEqualTo(amount);
        assertThat(math.margin(byMargin, price, leverage)).isLessThanOrEqualTo(amount);
        assertThat(math.margin(oneStepMore, price, leverage)).isGreaterThan(amount);
    }

    static Stream<Object[]> cases() {
        Random random = new Random(42);
        String[] symbols = {"EURUSD", "USDJPY", "GBPJPY", "USDCOP", "XAUUSD", "BTCUSD"};
        return IntStream.range(0, 300).mapToObj(_ -> new Object[] {
            symbols[random.nextInt(symbols.length)],
            BigDecimal.valueOf(1 + random.nextInt(10_000_000), random.nextInt(8)),
            BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 8),
            new Pips(BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(3))),
            new Leverage(BigDecimal.valueOf(10 + random.nextInt(4_990), 1))
        });
    }

    /** The price of the instrument, and one more for a quote currency that it does not convert itself. */
    private static Map<String, BigDecimal> inDollars(String symbol, BigDecimal price) {
        Map<String, BigDecimal> prices = new HashMap<>(Map.of("USDJPY", new BigDecimal("151.37")));
        prices.put(symbol, price);
        return prices;
    }

    private static PositionMath math(String symbol, String accountCurrency, Map<String, BigDecimal> prices) {
        Instrument instrument = find(symbol);
        return new PositionMath(
                instrument,
                ConversionRates.of(CATALOG, prices)
                        .find(instrument.quote(), accountCurrency)
                        .orElseThrow());
    }

    private static Instrument find(String symbol) {
        return CATALOG.find(symbol).orElseThrow();
    }
}
