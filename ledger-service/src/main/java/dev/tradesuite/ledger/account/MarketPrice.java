package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Mark;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The close of a candle, as a price of the market.
 *
 * @param symbol instrument
 * @param price the close
 * @param at when the candle closed
 * @param timeframe length of the candle
 * @param source where it comes from, such as {@code rest} or the name of a file
 */
public record MarketPrice(String symbol, BigDecimal price, Instant at, Timeframe timeframe, String source) {

    Mark mark() {
        return Mark.market(price, at);
    }
}
