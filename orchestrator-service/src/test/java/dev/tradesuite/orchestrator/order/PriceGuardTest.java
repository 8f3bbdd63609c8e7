package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.orchestrator.order.PriceGuard.Look;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is Monday, 10:00 in London. */
class PriceGuardTest {

    private static final Instant NOW = TestOrders.TEN;

    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private final Map<String, ClosingPrice> market = new HashMap<>();
    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final PriceGuard guard = new PriceGuard(
            symbol -> Optional.ofNullable(market.get(symbol)),
            TestOrders.COLLAR,
            catalog,
            MarketHours.shipped(),
            Duration.ofMinutes(15),
            Duration.ofDays(4),
            clock);

    @ParameterizedTest
    @CsvSource({
        // 2 % of 1.0873 are 0.021746.
        "EURUSD, 1.0873, 1.109046, NEAR",
        "EURUSD, 1.0873, 1.109047, FAR",
        "EURUSD, 1.0873, 0.10873,  FAR",
        "EURUSD, 1.0873, 10.873,   FAR",
        // 5 % of 4000 are 200, 15 % of 60000 are 9000.
        "XAUUSD, 4000,   4200,     NEAR",
        "XAUUSD, 4000,   3799.99,  FAR",
        "BTCUSD, 60000,  51000,    NEAR",
        "BTCUSD, 60000,  69000.01, FAR"
    })
    void priceBeyondTheCollarOfItsClassIsFar(String symbol, BigDecimal newest, BigDecimal stated, String expected) {
        market.put(symbol, new ClosingPrice(newest, NOW.minusSeconds(60)));

        assertThat(name(guard.look(instrument(symbol), stated))).isEqualTo(expected);
    }

    @Test
    void bothPricesAndTheBoundAreTold() {
        market.put("EURUSD", new ClosingPrice(new BigDecimal("1.0873"), NOW.minusSeconds(60)));

        assertThat(guard.look(instrument("EURUSD"), new BigDecimal("0.10873")))
                .isInstanceOfSatisfying(Look.Far.class, far -> {
                    assertThat(far.why().code()).isEqualTo("PRICE_FAR_FROM_MARKET");
                    assertThat(far.why().message()).contains("0.10873", "1.0873", "0.97857", "0.021746");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T09:45:00Z, 1.0835, NEAR",
        "2026-01-05T09:44:59Z, 1.0835, UNVERIFIED",
        // A price that is too old to vouch for another may still object to it, for the length of a weekend.
        "2026-01-01T10:00:00Z, 10.835, FAR",
        "2026-01-01T09:59:59Z, 10.835, UNVERIFIED"
    })
    void oldPriceVouchesForNothing(Instant priced, BigDecimal stated, String expected) {
        market.put("EURUSD", new ClosingPrice(new BigDecimal("1.0835"), priced));

        assertThat(name(guard.look(instrument("EURUSD"), stated))).isEqualTo(expected);
    }

    @Test
    void marketThatIsNotKnownSaysNothing() {
        assertThat(name(guard.look(instrument("EURUSD"), BigDecimal.ONE))).isEqualTo("UNVERIFIED");
    }

    @Test
    void priceThatCameLaterSaysNothingOfThePast() {
        Optional<ClosingPrice> newest = Optional.of(new ClosingPrice(new BigDecimal("1.0835"), NOW));
        Instant lastYear = Instant.parse("2025-06-02T10:00:00Z");

        assertThat(name(guard.look(instrument("EURUSD"), BigDecimal.TEN, newest, null, lastYear)))
                .isEqualTo("UNVERIFIED");
        assertThat(name(guard.look(instrument("EURUSD"), BigDecimal.TEN, newest, null, NOW.plusSeconds(360))))
                .isEqualTo("FAR");
    }

    @Test
    void firstRateThatIsFarIsNamed() {
        market.put("USDJPY", new ClosingPrice(new BigDecimal("150"), NOW));
        market.put("GBPUSD", new ClosingPrice(new BigDecimal("1.27"), NOW));

        assertThat(guard.farRate(Map.of("USDJPY", new BigDecimal("151"), "GBPUSD", new BigDecimal("1.26"))))
                .isEmpty();
        assertThat(guard.farRate(Map.of("USDJPY", new BigDecimal("15"), "GBPUSD", new BigDecimal("1.26"))))
                .hasValueSatisfying(why -> assertThat(why.message()).contains("USDJPY", "150"));
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol).orElseThrow();
    }

    private static String name(Look look) {
        return switch (look) {
            case Look.Near _ -> "NEAR";
            case Look.Far _ -> "FAR";
            case Look.Unverified _ -> "UNVERIFIED";
        };
    }
}
