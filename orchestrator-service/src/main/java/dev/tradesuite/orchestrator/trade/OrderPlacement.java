package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.OwnPositions;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.util.UUID;
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
    private final OwnPositions own;
    private final DecisionSteps steps;

    OrderPlacement(OrderService orders, Risk risk, OwnPositions own, DecisionSteps steps) {
        this.orders = orders;
        this.risk = risk;
        this.own = own;
        this.steps = steps;
    }

    /** First the order is in the book: whatever happens from here on, it is found again. */
    TradeOrder open(
            TradeTerms terms, OrderOrigin origin, @Nullable String clientOrderId, Consumer<TradeOrder> journal) {
        return orders.open(terms, origin, clientOrderId, journal);
    }

    /** Then risk is asked to hold its loss and margin. A missing answer may have held them all the same. */
    StepAnswer<RiskVerdict> reserve(TradeOrder order, Risk.Exposure exposure, Deadline deadline) {
        StepAnswer<RiskVerdict> answer = steps.within(deadline, () -> risk.reserve(order.id(), exposure));
        return understood(answer, order.origin().accountId(), order.terms(), order.id());
    }

    /**
     * What an answer of risk means to an exit: where risk takes it for an entry, because it has not heard of the
     * position that its broker holds, it has said nothing; and without its word nothing is closed twice.
     *
     * @param order absent before there is one
     */
    StepAnswer<RiskVerdict> understood(
            StepAnswer<RiskVerdict> answer, String accountId, TradeTerms terms, @Nullable UUID order) {
        if (!terms.reduceOnly()) {
            return answer;
        }
        return switch (answer) {
            case StepAnswer.Given<RiskVerdict>(RiskVerdict verdict) ->
                verdict.takesForEntry() && own.covers(accountId, terms, order)
                        ? new StepAnswer.Missing<>(TradeReason.RISK_UNCHECKED.reason())
                        : answer;
            case StepAnswer.Missing<RiskVerdict> _ ->
                order != null && own.isClosedByOthers(accountId, terms, order)
                        ? new StepAnswer.Given<>(RiskVerdict.denied(TradeReason.NOTHING_TO_REDUCE.reason(
                                "Other exits that are on their way leave less than %s lots.".formatted(terms.lots()))))
                        : answer;
        };
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
