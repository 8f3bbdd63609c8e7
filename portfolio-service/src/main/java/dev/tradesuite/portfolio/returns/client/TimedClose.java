package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.brain.ClosesTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A close of an instrument that can be a price.
 *
 * @param openTime start of its candle
 */
record TimedClose(Instant openTime, BigDecimal price) {

    /** The closes of an instrument in a table, oldest first; a candle without one is left out. */
    static List<TimedClose> of(String symbol, ClosesTable table) {
        List<TimedClose> closes = new ArrayList<>();
        table.symbols().stream()
                .filter(column -> column.symbol().equals(symbol))
                .findFirst()
                .ifPresent(column -> {
                    for (int i = 0; i < table.times().size(); i++) {
                        BigDecimal close = column.closes().get(i);
                        if (close != null && close.signum() > 0) {
                            closes.add(new TimedClose(table.times().get(i), close));
                        }
                    }
                });
        return closes;
    }
}
