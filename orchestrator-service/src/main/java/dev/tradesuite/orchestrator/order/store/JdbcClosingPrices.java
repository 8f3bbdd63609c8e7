package dev.tradesuite.orchestrator.order.store;

import static dev.tradesuite.support.store.TimeColumns.instant;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code market_price}: one row for each instrument. */
@Component
final class JdbcClosingPrices implements ClosingPrices {

    private final JdbcClient jdbc;

    /** Until when this instance has stored each instrument; saves the statement for a candle that is older. */
    private final Map<String, Instant> stored = new ConcurrentHashMap<>();

    JdbcClosingPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void seen(BrokerCandle candle) {
        Instant known = stored.get(candle.symbol());
        // One of the same time may be the same candle with other prices.
        if (known != null && candle.closeTime().isBefore(known)) {
            return;
        }
        jdbc.sql(
                        """
                        WITH relaxed AS (SELECT set_config('synchronous_commit', 'off', true))
                        INSERT INTO market_price (symbol, price, priced_at) SELECT :symbol, :price, :at FROM relaxed
                        ON CONFLICT (symbol) DO UPDATE SET price = excluded.price, priced_at = excluded.priced_at
                        WHERE market_price.priced_at <= excluded.priced_at
                        """)
                .param("symbol", candle.symbol())
                .param("price", candle.close())
                .param("at", TimeColumns.of(candle.closeTime()))
                .update();
        stored.put(candle.symbol(), candle.closeTime());
    }

    @Override
    public Map<String, ClosingPrice> newest(Collection<String> symbols) {
        Map<String, ClosingPrice> prices = new HashMap<>();
        jdbc.sql("SELECT symbol, price, priced_at FROM market_price WHERE symbol = ANY (:symbols)")
                .param("symbols", symbols.toArray(String[]::new))
                .query(row -> {
                    prices.put(
                            row.getString("symbol"),
                            new ClosingPrice(row.getBigDecimal("price"), instant(row, "priced_at")));
                });
        return prices;
    }
}
