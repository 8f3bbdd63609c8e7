package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The steps every order takes on its way, one after the other: into the book, through risk's reservation, to the
 * broker.
 *
 * <p>Each write is a transaction of its own, and the journal of the request is kept in it. Two commits wait for the
 * disk: the reservation's in risk-service, and the last one here.
 */
final class OrderPlacement {

    private final OrderService orders;
    private final Risk risk;
    private final DecisionSteps steps;

    OrderPlacement(OrderService orders, Risk risk, DecisionSteps steps) {
        this.orders = orders;
        this.risk = risk;
        this.steps = steps;
    }

    /** First the order is in the book: whatever happens from here on, it is found again. */
    TradeOrder open(
            TradeTerms terms, OrderOrigin origin, @Nullable String clientOrderId, Consumer<TradeOrder> journal) {
        return orders.open(terms, origin, clientOrderId, journal);
    }

    /** Then risk is asked to hold its loss and margin. A missing answer may have held them all the same. */
    StepAnswer<RiskVerdict> reserve(TradeOrder order, Risk.Exposure exposure, Deadline deadline) {
        return steps.within(deadline, () -> risk.reserve(order.id(), exposure));
    }

    /** It has no reservation and ends; the event that it did gives back one that was made unheard. */
    TradeOrder end(TradeOrder order, OrderStatus end, Reason why, Consumer<TradeOrder> journal) {
        return orders.end(order, end, why, journal);
    }

    /** It has its reservation and goes to the broker, which may fill or reject it, or not answer yet. */
    OrderService.Sent send(TradeOrder order, Consumer<OrderService.Sent> journal) {
        return orders.send(order, journal);
    }
}
