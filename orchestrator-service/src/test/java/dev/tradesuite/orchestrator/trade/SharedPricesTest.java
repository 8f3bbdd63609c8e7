package dev.tradesuite.orchestrator.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.trade.StoredPrices.StoredPrice;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedPricesTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private final Map<String, StoredPrice> brain = new HashMap<>();
    private final Map<String, ClosingPrice> heard = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final SharedPrices prices = new SharedPrices(
            symbols -> {
                asked.addAll(symbols);
                return symbols.stream()
                        .filter(brain::containsKey)
                        .map(brain::get)
                        .toList();
            },
            new Heard(),
            Duration.ofSeconds(1),
            clock);

    @Test
    void oneQuestionServesASecond() {
        brain.put("EURUSD", price("EURUSD", "1.0835"));
        assertThat(prices.newest("EURUSD")).contains(new ClosingPrice(new BigDecimal("1.0835"), TEN));
        brain.put("EURUSD", price("EURUSD", "1.0840"));

        clock.advance(Duration.ofMillis(999));
        assertThat(prices.newest("EURUSD").orElseThrow().price()).isEqualByComparingTo("1.0835");
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(prices.newest("EURUSD").orElseThrow().price()).isEqualByComparingTo("1.0840");
        assertThat(asked).hasSize(2);
    }

    @Test
    void onlyWhatIsNotKnownIsAskedFor() {
        brain.put("EURUSD", price("EURUSD", "1.0835"));
        brain.put("USDJPY", price("USDJPY", "150"));
        prices.newest("EURUSD");

        assertThat(prices.newest(List.of("EURUSD", "USDJPY", "GBPUSD")))
                .extracting(StoredPrice::symbol)
                .containsExactly("EURUSD", "USDJPY");
        assertThat(asked).containsExactly("EURUSD", "USDJPY", "GBPUSD");
    }

    @Test
    void whatTheBrainDoesNotSayWasHeardOnTheWay() {
        heard.put("EURUSD", new ClosingPrice(new BigDecimal("1.0830"), TEN.minusSeconds(60)));

        assertThat(prices.newest("EURUSD")).contains(new ClosingPrice(new BigDecimal("1.0830"), TEN.minusSeconds(60)));
        assertThat(prices.newest("USDJPY")).isEmpty();
    }

    private static StoredPrice price(String symbol, String price) {
        return new StoredPrice(symbol, new BigDecimal(price), TEN);
    }

    private final class Heard implements ClosingPrices {

        @Override
        public void seen(BrokerCandle candle) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, ClosingPrice> newest(Collection<String> symbols) {
            Map<String, ClosingPrice> found = new HashMap<>(heard);
            found.keySet().retainAll(symbols);
            return found;
        }
    }
}
