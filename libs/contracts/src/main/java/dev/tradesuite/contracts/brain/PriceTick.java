package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price between two bars. Event {@code market.price} on {@code market.prices}, keyed by symbol. Nobody resends it:
 * the next one replaces a lost one.
 *
 * @param symbol instrument
 * @param price last price, in the quote currency
 * @param at when it was so
 * @param source name of the data source
 * @param label SIMULATED for made-up prices, PAPER for real ones
 */
public record PriceTick(String symbol, BigDecimal price, Instant at, String source, RunLabel label) {}
