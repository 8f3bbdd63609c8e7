package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerContext;
import dev.tradesuite.broker.BrokerContractTest;
import dev.tradesuite.broker.BrokerOptions;
import dev.tradesuite.broker.BrokerProvider;
import dev.tradesuite.broker.CandleDrivenBroker;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The paper broker as it is found; its market moves by candles. */
class PaperBrokerTest extends BrokerContractTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private final CandleDrivenBroker broker = (CandleDrivenBroker) made(Map.of());
    private final AtomicInteger candles = new AtomicInteger();

    @Override
    protected Broker broker() {
        return broker;
    }

    @Override
    protected void marketReaches(BigDecimal price) {
        Instant opens = TEN.plusSeconds(300L * candles.incrementAndGet());
        broker.onCandle(new BrokerCandle(
                "EURUSD", opens, opens.plusSeconds(300), MARKET, price.max(MARKET), price.min(MARKET), price));
    }

    @Override
    protected void venueDecides() {
        // Nothing waits here: the paper broker decides as it is asked.
    }

    @Test
    void isFoundByItsName() {
        assertThat(BrokerProvider.all()).extracting(BrokerProvider::name).contains("paper");
    }

    @Test
    void takesItsSettingsFromAFileAsFromTheEnvironment() {
        assertThat(made(Map.of("latency", "250ms")).latency()).hasMillis(250);
        assertThat(made(Map.of("LATENCY", "8s")).latency()).hasSeconds(8);
        assertThatThrownBy(() -> made(Map.of("spreadpips", "wide")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spread-pips");
        assertThatThrownBy(() -> made(Map.of("fill-fraction", "0"))).hasMessageContaining("fill-fraction");
    }

    private static Broker made(Map<String, String> settings) {
        BrokerProvider paper = BrokerProvider.all().stream()
                .filter(provider -> provider.name().equals("paper"))
                .findFirst()
                .orElseThrow();
        return paper.create(new BrokerContext(
                new BrokerOptions(settings),
                InstrumentCatalog.shipped(),
                new MemoryPaperStore(),
                UUID::randomUUID,
                Clock.fixed(TEN, ZoneOffset.UTC)));
    }
}
