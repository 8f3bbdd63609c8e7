package dev.tradesuite.contracts.ledger;

import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open position; one per account and symbol.
 *
 * @param accountId account
 * @param symbol instrument
 * @param direction LONG or SHORT
 * @param lots size
 * @param averagePrice mean price of the open lots
 * @param stopLossPrice protective stop of the last fill; absent without one
 * @param markPrice newest known price
 * @param markedAt when that price was true
 * @param floatingPnl open profit in the account currency
 * @param marginUsed margin in the account currency
 * @param leverage the leverage stated with the order; absent: the instrument's margin rate applies
 * @param openedAt time of the first fill
 */
public record Position(
        String accountId,
        String symbol,
        Direction direction,
        BigDecimal lots,
        BigDecimal averagePrice,
        @Nullable BigDecimal stopLossPrice,
        BigDecimal markPrice,
        Instant markedAt,
        BigDecimal floatingPnl,
        BigDecimal marginUsed,
        @Nullable BigDecimal leverage,
        Instant openedAt) {}
