package dev.tradesuite.risk.exposure;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.OrderSize;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order a reservation is for.
 *
 * @param orderId order
 * @param accountId account
 * @param symbol instrument, or market of a stake
 * @param side of the order
 * @param size of the order
 * @param strategy that wants it; absent without one
 * @param portfolioId that wants it; absent without one
 */
public record ReservedOrder(
        UUID orderId,
        String accountId,
        String symbol,
        Side side,
        OrderSize size,
        @Nullable String strategy,
        @Nullable String portfolioId) {

    /** Says whether this is the same order, not merely one under the same number. */
    boolean isSame(ReservedOrder other) {
        return accountId.equals(other.accountId)
                && symbol.equals(other.symbol)
                && side == other.side
                && size.equals(other.size);
    }
}
