package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The newest close of each instrument, in the table that every instance shares. */
class ClosingPricesIT extends OrchestratorTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Autowired
    private ClosingPrices prices;

    @Test
    void candleOfTheSameTimeTakesThePlaceOfTheOneBefore() {
        seen("IT-SAME", NOON, "1.1000");
        seen("IT-SAME", NOON, "1.0500");

        assertThat(newest("IT-SAME")).isEqualTo(new ClosingPrice(new BigDecimal("1.0500"), NOON));
        assertThat(jdbc.sql("SELECT count(*) FROM market_price WHERE symbol = 'IT-SAME'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void olderCandleChangesNothingAndANewerOneDoes() {
        seen("IT-ORDER", NOON, "1.1000");
        seen("IT-ORDER", NOON.minusSeconds(300), "1.2000");
        assertThat(newest("IT-ORDER").price()).isEqualByComparingTo("1.1000");

        seen("IT-ORDER", NOON.plusSeconds(300), "1.3000");
        assertThat(newest("IT-ORDER")).isEqualTo(new ClosingPrice(new BigDecimal("1.3000"), NOON.plusSeconds(300)));
    }

    /** This instance has seen nothing of the symbol: the row says what it may replace. */
    @Test
    void whatAnotherInstanceHasStoredCounts() {
        elsewhere("IT-OTHER", NOON, "1.1000");
        seen("IT-OTHER", NOON.minusSeconds(1), "1.2000");
        assertThat(newest("IT-OTHER").price()).isEqualByComparingTo("1.1000");

        seen("IT-OTHER", NOON, "1.0900");
        assertThat(newest("IT-OTHER")).isEqualTo(new ClosingPrice(new BigDecimal("1.0900"), NOON));
    }

    /** The other instance was told of a later candle; a correction of the one before it is not news. */
    @Test
    void replacementOfACandleThatIsNoLongerTheNewestIsNone() {
        seen("IT-LATE", NOON, "1.1000");
        elsewhere("IT-LATE", NOON.plusSeconds(300), "1.1100");

        seen("IT-LATE", NOON, "1.0500");

        assertThat(newest("IT-LATE")).isEqualTo(new ClosingPrice(new BigDecimal("1.1100"), NOON.plusSeconds(300)));
    }

    @Test
    void onlyWhatIsAskedForAndKnownIsAnswered() {
        seen("IT-ONE", NOON, "1.1000");
        seen("IT-TWO", NOON, "1.2000");

        Map<String, ClosingPrice> found = prices.newest(List.of("IT-ONE", "IT-NEVER"));

        assertThat(found).containsOnlyKeys("IT-ONE");
    }

    private void elsewhere(String symbol, Instant at, String price) {
        jdbc.sql(
                        """
                        INSERT INTO market_price (symbol, price, priced_at)
                        VALUES (:symbol, :price::numeric, :at::timestamptz)
                        ON CONFLICT (symbol) DO UPDATE SET price = excluded.price, priced_at = excluded.priced_at
                        """)
                .param("symbol", symbol)
                .param("price", price)
                .param("at", at.toString())
                .update();
    }

    private void seen(String symbol, Instant closeTime, String close) {
        BigDecimal price = new BigDecimal(close);
        prices.seen(new BrokerCandle(symbol, closeTime.minusSeconds(300), closeTime, price, price, price, price));
    }

    private ClosingPrice newest(String symbol) {
        return prices.newest(List.of(symbol)).values().iterator().next();
    }
}
