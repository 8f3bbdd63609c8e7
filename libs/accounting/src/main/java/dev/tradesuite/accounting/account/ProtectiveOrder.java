package dev.tradesuite.accounting.account;

import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that only reduces a position, and works.
 *
 * @param orderId order
 * @param symbol instrument
 * @param side BUY closes a short position, SELL a long one
 * @param type a limit takes a profit, a stop or stop limit ends a loss
 * @param lots what it still wants
 * @param limitPrice of a limit or stop limit order
 * @param stopPrice trigger of a stop or stop limit order; of a trailing one where it has followed to
 * @param trailingStop distance at which the trigger follows the price; absent: it stays
 */
public record ProtectiveOrder(
        UUID orderId,
        String symbol,
        Side side,
        OrderType type,
        Lots lots,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable Pips trailingStop) {

    public ProtectiveOrder {
        if ((stopPrice == null ? limitPrice : stopPrice) == null) {
            throw new IllegalArgumentException("order %s has neither limit nor trigger".formatted(orderId));
        }
    }

    /** Whether it ends a loss; any other takes a profit. */
    public boolean isStop() {
        return stopPrice != null;
    }

    /** Where it is met: the trigger of a stop, the limit of a target. */
    public BigDecimal price() {
        BigDecimal price = stopPrice == null ? limitPrice : stopPrice;
        if (price == null) {
            throw new IllegalStateException("order %s has neither limit nor trigger".formatted(orderId));
        }
        return price;
    }

    /** Whether it would reduce the position. */
    boolean closes(Position position) {
        return symbol.equals(position.symbol()) && Direction.openedBy(side) != position.direction();
    }
}
