package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrders;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends approved trades whose instance was stopped on the way. */
final class InterruptedApprovals {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedApprovals.class);

    private static final int BATCH = 100;

    private final Approvals approvals;
    private final ApprovalBook book;
    private final ApprovedTrades trades;
    private final TradeOrders orders;
    private final Duration grace;
    private final Clock clock;

    /** @param grace how long an execution may take to begin */
    InterruptedApprovals(
            Approvals approvals,
            ApprovalBook book,
            ApprovedTrades trades,
            TradeOrders orders,
            Duration grace,
            Clock clock) {
        this.approvals = approvals;
        this.book = book;
        this.trades = trades;
        this.orders = orders;
        this.grace = grace;
        this.clock = clock;
    }

    /** Looks once. */
    void end() {
        for (UUID id : approvals.underWaySince(clock.instant().minus(grace), BATCH)) {
            try {
                approvals.find(id).ifPresent(this::end);
            } catch (RuntimeException e) {
                LOG.warn("Approval {} cannot be ended for now; tried again shortly", id, e);
            }
        }
    }

    private void end(Approval approval) {
        if (!ApprovedTrades.isBegun(approval)) {
            // Held again: should its instance only have been slow, it either has begun by now or finds it ended.
            book.ended(
                    approval.id(),
                    held -> ApprovedTrades.isBegun(held)
                            ? held
                            : held.notExecuted(ApprovedTrades.interrupted(), clock.instant()));
            return;
        }
        Optional<TradeOrder> order = orderOf(approval);
        if (order.isEmpty()) {
            trades.ended(approval, ApprovedTrades.interrupted());
        } else if (isSettled(order.get())) {
            trades.ended(approval, order.get());
        }
    }

    /** An order that is on its way still is left to its instance, or to the reconciliation. */
    private static boolean isSettled(TradeOrder order) {
        return order.isFinal() || order.owner() == null;
    }

    private Optional<TradeOrder> orderOf(Approval approval) {
        return Optional.ofNullable(approval.execution())
                .flatMap(execution -> orders.ofDecision(execution.decisionId()));
    }
}
