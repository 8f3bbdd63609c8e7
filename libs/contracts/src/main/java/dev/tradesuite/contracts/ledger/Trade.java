package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fill as booked. {@code GET /api/v1/accounts/{id}/trades}.
 *
 * @param fillId fill
 * @param orderId order it belongs to
 * @param accountId account
 * @param symbol instrument
 * @param side of the order
 * @param lots filled
 * @param price fill price
 * @param openedLots of these, lots that opened or enlarged a position
 * @param closedLots of these, lots that reduced or closed one
 * @param realisedPnl profit of the closed lots in the account currency; absent when none were closed
 * @param commission in the account currency
 * @param strategy that wanted it; absent without one
 * @param label PAPER or LIVE
 * @param filledAt when
 */
public record Trade(
        UUID fillId,
        UUID orderId,
        String accountId,
        String symbol,
        Side side,
        BigDecimal lots,
        BigDecimal price,
        BigDecimal openedLots,
        BigDecimal closedLots,
        @Nullable BigDecimal realisedPnl,
        BigDecimal commission,
        @Nullable String strategy,
        RunLabel label,
        Instant filledAt) {}
