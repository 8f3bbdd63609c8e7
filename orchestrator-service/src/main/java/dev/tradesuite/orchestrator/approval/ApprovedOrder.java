package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradePlan;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An order of a rebalancing, as the approver has read it.
 *
 * @param clientOrderId key it is sent with; there is one order of a key
 * @param lots size
 * @param limitPrice worst price it is filled at
 * @param stopLossPrice protective stop; absent when it only reduces a position
 * @param validFor how long it can be carried out once it is approved
 */
public record ApprovedOrder(
        String clientOrderId,
        String strategy,
        String symbol,
        Side side,
        Lots lots,
        BigDecimal limitPrice,
        @Nullable BigDecimal stopLossPrice,
        Duration validFor) {

    /** Whether a trade is exactly this order. */
    boolean is(TradePlan plan) {
        BigDecimal limit = plan.idea().entry().limitPrice();
        return clientOrderId.equals(plan.idea().clientOrderId())
                && strategy.equals(plan.idea().strategy())
                && symbol.equals(plan.idea().symbol())
                && side == plan.side()
                && lots.equals(plan.lots())
                && limit != null
                && limitPrice.compareTo(limit) == 0
                && isSame(stopLossPrice, stated(plan));
    }

    private static @Nullable BigDecimal stated(TradePlan plan) {
        return plan.idea().exit().stop() instanceof StopChoice.AtPrice(BigDecimal price) ? price : null;
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
