package dev.tradesuite.orchestrator.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Prices at which a position is closed again; whichever is reached first cancels the other.
 *
 * @param stopLossPrice where the loss ends; absent for none
 * @param takeProfitPrice where the profit is taken; absent for none
 */
public record Protection(@Nullable BigDecimal stopLossPrice, @Nullable BigDecimal takeProfitPrice) {

    public static final Protection NONE = new Protection(null, null);
}
