package dev.tradesuite.risk.account;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A position as the books reported it.
 *
 * <p>What it is worth and what it can still lose is reckoned at its mark; its margin is whatever the books say.
 *
 * @param symbol instrument
 * @param side BUY for long, SELL for short
 * @param lots size
 * @param margin margin it takes, in the account currency
 * @param markPrice newest known price
 * @param lossAtStop loss from the mark to its stops, in the account currency; absent while a part has no stop
 * @param conversionRate quote currency to account currency
 */
public record BookedPosition(
        String symbol,
        Side side,
        Lots lots,
        BigDecimal margin,
        BigDecimal markPrice,
        @Nullable BigDecimal lossAtStop,
        BigDecimal conversionRate) {}
