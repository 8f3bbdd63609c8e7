package dev.tradesuite.risk.exposure;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.OrderSize;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order a reservation is for.
 *
 * @param orderId order
 * @param firstOrderId the first of the line of orders that took one another's place; itself when it took none. At most
 *     one of a line works at its broker
 * @param accountId account
 * @param symbol instrument, or market of a stake
 * @param side of the order
 * @param size of the order
 * @param strategy that wants it; absent without one
 * @param portfolioId that wants it; absent without one
 */
public record ReservedOrder(
        UUID orderId,
        UUID firstOrderId,
        String accountId,
        String symbol,
        Side side,
        OrderSize size,
        @Nullable String strategy,
        @Nullable String portfolioId) {

    /** The same, further on in the line of another order. */
    ReservedOrder after(ReservedOrder other) {
        return new ReservedOrder(orderId, other.firstOrderId, accountId, symbol, side, size, strategy, portfolioId);
    }

    /** Says whether it may take the place of another order: of the same instrument, side and account. */
    boolean mayReplace(ReservedOrder other) {
        return !orderId.equals(other.orderId)
                && accountId.equals(other.accountId)
                && symbol.equals(other.symbol)
                && side == other.side;
    }

    /** Says whether this is the same order, not merely one under the same number. */
    boolean isSame(ReservedOrder other) {
        return accountId.equals(other.accountId)
                && symbol.equals(other.symbol)
                && side == other.side
                && size.equals(other.size);
    }
}
