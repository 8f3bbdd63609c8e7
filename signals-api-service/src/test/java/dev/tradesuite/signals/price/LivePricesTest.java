package dev.tradesuite.signals.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LivePricesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final LivePrices prices = new LivePrices(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anOlderPriceThatComesLaterChangesNothing() {
        MarketQuote newest = quote("1.2", NOW.minusSeconds(1));
        prices.heard(newest);
        prices.heard(quote("1.1", NOW.minusSeconds(2)));
        assertThat(prices.after("EURUSD", NOW.minusSeconds(60))).contains(newest);
    }

    @Test
    void aPriceThatCannotBeIsPassedOver() {
        prices.heard(quote("0", NOW));
        prices.heard(quote("-1", NOW));
        prices.heard(quote("1.3", NOW.plusSeconds(6)));
        assertThat(prices.after("EURUSD", Instant.EPOCH)).isEmpty();
    }

    @Test
    void onlyAPriceAfterTheBarIsNewerThanIt() {
        prices.heard(quote("1.2", NOW));
        assertThat(prices.after("EURUSD", NOW)).isEmpty();
        assertThat(prices.after("GBPUSD", Instant.EPOCH)).isEmpty();
    }

    private static MarketQuote quote(String price, Instant at) {
        return new MarketQuote("EURUSD", new BigDecimal(price), at);
    }
}
