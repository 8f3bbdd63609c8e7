package dev.tradesuite.risk.account;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A position as the books reported it.
 *
 * @param symbol instrument
 * @param side BUY for long, SELL for short
 * @param lots size
 * @param margin margin it takes, in the account currency
 * @param leverage stated with its order; absent: the instrument's margin rate applies
 */
public record BookedPosition(String symbol, Side side, Lots lots, BigDecimal margin, @Nullable BigDecimal leverage) {}
