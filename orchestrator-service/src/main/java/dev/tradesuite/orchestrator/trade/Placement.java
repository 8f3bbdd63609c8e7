package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.TradeOrder;

/**
 * Brings an order on its way: into the book, through risk's reservation, to the broker.
 *
 * <p>The one way for orders of every origin. Two commits wait for the disk: the reservation's in risk-service, and the
 * last one here.
 */
final class Placement {

    private final OrderService desk;
    private final Risk risk;
    private final Steps steps;

    Placement(OrderService desk, Risk risk, Steps steps) {
        this.desk = desk;
        this.risk = risk;
        this.steps = steps;
    }

    /** How far an order came. */
    sealed interface Outcome {

        TradeOrder order();

        /** The reservation was not answered; it is given back in case it was made. */
        record NotReserved(TradeOrder order, Reason cause) implements Outcome {}

        /** Risk denied the order. */
        record Denied(TradeOrder order, Assessment assessment) implements Outcome {}

        /** It went to the broker, which may have filled or rejected it, or not have answered yet. */
        record Sent(TradeOrder order, Assessment assessment, boolean confirmed) implements Outcome {}
    }

    /** Told what happens to an order, in the transactions in which it happens. */
    interface Witness {

        void opened(TradeOrder order);

        void ended(Outcome outcome);

        /** The step begins; the one before it is over. */
        void comesTo(String step);
    }

    void place(TradeTerms terms, OrderOrigin origin, Risk.Exposure exposure, Deadline deadline, Witness witness) {
        witness.comesTo(TradeFlow.BOOK);
        TradeOrder order = desk.open(terms, origin, witness::opened);

        witness.comesTo(TradeFlow.RISK);
        Answer<Assessment> answer = steps.within(deadline, () -> risk.reserve(order.id(), exposure));
        if (answer instanceof Answer.Missing<Assessment>(Reason cause)) {
            desk.end(
                    order, OrderStatus.CANCELLED, cause, ended -> witness.ended(new Outcome.NotReserved(ended, cause)));
            return;
        }
        Assessment assessment = answer.value();
        if (!assessment.allowed()) {
            desk.end(
                    order,
                    OrderStatus.DENIED,
                    assessment.denial(),
                    ended -> witness.ended(new Outcome.Denied(ended, assessment)));
            return;
        }

        witness.comesTo(TradeFlow.BROKER);
        desk.send(order, sent -> witness.ended(new Outcome.Sent(sent.order(), assessment, sent.confirmed())));
    }
}
