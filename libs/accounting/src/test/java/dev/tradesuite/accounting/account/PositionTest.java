package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.CATALOG;
import static dev.tradesuite.accounting.account.Fills.START;
import static dev.tradesuite.accounting.account.Fills.buy;
import static dev.tradesuite.accounting.account.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Instant LATER = START.plusSeconds(300);

    @Test
    void floatsAtTheMarkInTheCurrencyOfTheAccount() {
        Position eurusd = inUsd(buy("0.4", "EURUSD", "1.0835"));
        Position shorted = inUsd(sell("0.4", "EURUSD", "1.0835"));
        Position usdjpy = inUsd(buy("0.6", "USDJPY", "150.00").rate("0.00666666666667"));

        // (1.0860 - 1.0835) x 0.4 x 100,000
        assertThat(at(eurusd, Map.of("EURUSD", "1.0860")).floatingPnl()).isEqualByComparingTo("100");
        assertThat(at(shorted, Map.of("EURUSD", "1.0860")).floatingPnl()).isEqualByComparingTo("-100");
        // (152 - 150) x 0.6 x 100,000 = 120,000 JPY; / 152 = 789.473684210526... USD
        assertThat(at(usdjpy, Map.of("USDJPY", "152")).floatingPnl()).isEqualByComparingTo("789.47368421");
    }

    @Test
    void crossIsConvertedThroughThePairOfItsQuoteCurrency() {
        Position eurgbp = inUsd(buy("0.31", "EURGBP", "0.8500").rate("1.27"));

        // 10 pips: 0.0010 x 0.31 x 100,000 = 31 GBP; x 1.30
        assertThat(at(eurgbp, Map.of("EURGBP", "0.8510", "GBPUSD", "1.30")).floatingPnl())
                .isEqualByComparingTo("40.3");
    }

    @Test
    void crossKeepsTheRateOfItsFillUntilThePairIsPriced() {
        Position eurgbp = inUsd(buy("0.31", "EURGBP", "0.8500").rate("1.27"));

        Position marked = at(eurgbp, Map.of("EURGBP", "0.8510"));

        assertThat(marked.floatingPnl()).isEqualByComparingTo("39.37");
        assertThat(marked.valuedAt()).as("the rate is the older figure").isEqualTo(START);
    }

    @Test
    void rateIsAsOldAsTheOldestPriceItIsMadeOf() {
        Position gbpchf = inEur(buy("0.1", "GBPCHF", "1.1000").rate("1.05"));
        ValuationPrices prices = ValuationPrices.of(
                CATALOG,
                Map.of(
                        "GBPCHF", Mark.market(new BigDecimal("1.11"), LATER.plusSeconds(60)),
                        "USDCHF", Mark.market(new BigDecimal("0.88"), LATER),
                        "EURUSD", Mark.market(new BigDecimal("1.08"), LATER.plusSeconds(60))));

        Position marked = prices.value(gbpchf, "EUR");

        // CHF -> USD -> EUR: 1 / 0.88 / 1.08 = 1.05218855218855...
        assertThat(marked.rate().value()).isEqualByComparingTo("1.05218855219");
        assertThat(marked.rate().at()).isEqualTo(LATER);
        assertThat(marked.valuedAt()).isEqualTo(LATER);
    }

    @Test
    void olderPriceNeverReplacesANewerOne() {
        Position held = inUsd(buy("0.31", "EURGBP", "0.8500").rate("1.27").at(LATER));
        ValuationPrices old = ValuationPrices.of(
                CATALOG,
                Map.of(
                        "EURGBP", Mark.market(new BigDecimal("0.80"), START),
                        "GBPUSD", Mark.market(new BigDecimal("1.30"), START)));

        assertThat(old.value(held, "USD")).isEqualTo(held);
    }

    @Test
    void marginIsTheRateOfTheInstrumentUnlessALeverageAsksForMore() {
        // 0.4 x 100,000 x 1.0835 = 43,340; x 2 %
        assertThat(inUsd(buy("0.4", "EURUSD", "1.0835")).margin()).isEqualByComparingTo("866.80");
        // 43,340 / 10
        assertThat(inUsd(buy("0.4", "EURUSD", "1.0835").leverage("10")).margin())
                .isEqualByComparingTo("4334");
        // 43,340 / 500 would be below 2 %
        assertThat(inUsd(buy("0.4", "EURUSD", "1.0835").leverage("500")).margin())
                .isEqualByComparingTo("866.80");
        // 0.6 x 100,000 x 150 = 9,000,000 JPY; x 2 % x 1/150 = 1,200 USD, rounded up at the 8th decimal
        assertThat(inUsd(buy("0.6", "USDJPY", "150").rate("0.00666666666667")).margin())
                .isEqualByComparingTo("1200.00000001");
    }

    @Test
    void marginStaysWhereTheFillsPutIt() {
        assertThat(at(inUsd(buy("0.4", "EURUSD", "1.0835")), Map.of("EURUSD", "1.10"))
                        .margin())
                .isEqualByComparingTo("866.80");
    }

    @Test
    void priceOfTheMarketReplacesThatOfTheFillFromItsTimeOn() {
        Position held = inUsd(buy("0.4", "EURUSD", "1.0835").at(LATER));

        Position before = market(held, "1.2000", LATER.minusNanos(1_000));
        Position atOnce = market(held, "1.0900", LATER);
        Position putRight = market(atOnce, "1.0850", LATER);

        assertThat(before.mark()).isEqualTo(Mark.fill(new BigDecimal("1.0835"), LATER));
        assertThat(atOnce.mark()).isEqualTo(Mark.market(new BigDecimal("1.0900"), LATER));
        assertThat(putRight.floatingPnl())
                .as("the bar was announced again: (1.0850 - 1.0835) x 0.4 x 100,000")
                .isEqualByComparingTo("60");
    }

    private static Position market(Position held, String price, Instant at) {
        return ValuationPrices.of(CATALOG, Map.of(held.symbol(), Mark.market(new BigDecimal(price), at)))
                .value(held, "USD");
    }

    @Test
    void refusesFillsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buy("0", "EURUSD", "1.1").get())
                .withMessageContaining("lots");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buy("1", "EURUSD", "0").get())
                .withMessageContaining("price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buy("1", "EURUSD", "1.1").rate("0").get())
                .withMessageContaining("conversion_rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buy("1", "EURUSD", "1.1").stop("-1").get())
                .withMessageContaining("stop_loss_price");
    }

    private static Position at(Position position, Map<String, String> prices) {
        Map<String, Mark> marks = new HashMap<>();
        prices.forEach((symbol, price) -> marks.put(symbol, Mark.market(new BigDecimal(price), LATER)));
        return ValuationPrices.of(CATALOG, marks).value(position, "USD");
    }

    private static Position inUsd(Fills fill) {
        return opened(fill, "USD");
    }

    private static Position inEur(Fills fill) {
        return opened(fill, "EUR");
    }

    private static Position opened(Fills fills, String currency) {
        Fill fill = fills.get();
        ConversionRate rate = fill.instrument().quote().equals(currency)
                ? ConversionRate.SAME_CURRENCY
                : new ConversionRate(fill.terms().conversionRate(), fill.filledAt());
        return Netting.apply(Optional.empty(), fill, rate).position().orElseThrow();
    }
}
