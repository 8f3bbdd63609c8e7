package dev.tradesuite.orchestrator.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.trade.StoredPrices.StoredPrice;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversionTest {

    private static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();

    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private final List<List<String>> asked = new ArrayList<>();
    private List<StoredPrice> stored = List.of();
    private final Conversion conversion = new Conversion(
            CATALOG,
            symbols -> {
                asked.add(symbols);
                return stored;
            },
            Duration.ofHours(1),
            clock);

    @Test
    void quoteInTheAccountsCurrencyNeedsNoPrice() {
        assertThat(find("EURUSD", "1.0835", Map.of(), "USD").complete()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void baseInTheAccountsCurrencyIsConvertedAtThePriceAtHand() {
        assertThat(find("USDJPY", "150", Map.of(), "USD").complete()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void pricesOfTheTraderComeFirst() {
        Conversion.Prices prices = find("EURGBP", "0.85", Map.of("GBPUSD", new BigDecimal("1.27")), "USD");

        assertThat(prices.complete()).isTrue();
        assertThat(prices.byPair()).containsOnlyKeys("GBPUSD");
        assertThat(asked).isEmpty();
    }

    @Test
    void pairsThatHelpAreAskedFor() {
        stored = List.of(new StoredPrice("GBPUSD", new BigDecimal("1.27"), clock.instant()));

        Conversion.Prices prices = find("EURGBP", "0.85", Map.of(), "USD");

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst()).contains("GBPUSD");
        assertThat(prices.complete()).isTrue();
        assertThat(prices.byPair()).containsEntry("GBPUSD", new BigDecimal("1.27"));
        assertThat(prices.notices()).isEmpty();
    }

    @Test
    void priceOfTheTraderIsNotReplaced() {
        stored = List.of(
                new StoredPrice("USDJPY", new BigDecimal("151"), clock.instant()),
                new StoredPrice("EURUSD", new BigDecimal("1.08"), clock.instant()));

        // GBPJPY in EUR: JPY to USD by the trader's USDJPY, USD to EUR by the stored EURUSD.
        Conversion.Prices prices = find("GBPJPY", "190", Map.of("USDJPY", new BigDecimal("150")), "EUR");

        assertThat(prices.byPair()).containsEntry("USDJPY", new BigDecimal("150"));
        assertThat(prices.complete()).isTrue();
    }

    @Test
    void priceThatIsTooOldIsNotUsedAndNamed() {
        Instant old = clock.instant().minus(Duration.ofMinutes(61));
        stored = List.of(new StoredPrice("GBPUSD", new BigDecimal("1.27"), old));

        Conversion.Prices prices = find("EURGBP", "0.85", Map.of(), "USD");

        assertThat(prices.complete()).isFalse();
        assertThat(prices.byPair()).isEmpty();
        assertThat(prices.notices()).extracting(Reason::code).containsExactly("CONVERSION_RATE_STALE");
        assertThat(prices.notices().getFirst().message()).contains("GBPUSD", old.toString());
    }

    @Test
    void priceAtTheLimitOfItsAgeIsUsed() {
        stored = List.of(new StoredPrice(
                "GBPUSD", new BigDecimal("1.27"), clock.instant().minus(Duration.ofHours(1))));

        assertThat(find("EURGBP", "0.85", Map.of(), "USD").complete()).isTrue();
    }

    @Test
    void oldPriceThatIsNotNeededIsNotMentioned() {
        stored = List.of(
                new StoredPrice("GBPUSD", new BigDecimal("1.27"), clock.instant()),
                new StoredPrice("EURUSD", new BigDecimal("1.08"), Instant.EPOCH));

        assertThat(find("EURGBP", "0.85", Map.of(), "USD").notices()).isEmpty();
    }

    @Test
    void historyDoesNotKnowThePricesAfterIt() {
        stored = List.of(new StoredPrice("GBPUSD", new BigDecimal("1.27"), clock.instant()));

        Conversion.Prices prices = conversion.find(
                CATALOG.find("EURGBP").orElseThrow(),
                new BigDecimal("0.85"),
                Map.of(),
                "USD",
                clock.instant().minus(Duration.ofMinutes(1)));

        assertThat(prices.complete()).isFalse();
    }

    @Test
    void amountBecomesWholeLotStepsThatAreWorthNoMore() {
        Conversion.Prices prices = find("EURGBP", "0.85", Map.of("GBPUSD", new BigDecimal("1.27")), "USD");
        Funding funding = new Funding(new AccountFunds("USD", new BigDecimal("10000"), List.of()), prices);

        // 10,795 / (100,000 x 0.85 x 1.27 = 107,950 a lot) = 0.1 exactly; a cent less is a step less
        assertThat(lots("10795", funding)).contains(Lots.of("0.1"));
        assertThat(lots("10794.99", funding)).contains(Lots.of("0.09"));
    }

    private Optional<Lots> lots(String amount, Funding funding) {
        return conversion.lotsWorth(
                new BigDecimal(amount), CATALOG.find("EURGBP").orElseThrow(), new BigDecimal("0.85"), funding);
    }

    private Conversion.Prices find(String symbol, String price, Map<String, BigDecimal> own, String currency) {
        return conversion.find(CATALOG.find(symbol).orElseThrow(), new BigDecimal(price), own, currency, null);
    }
}
