package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.orchestrator.trade.DecisionService;
import dev.tradesuite.orchestrator.trade.NewestPrice;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.support.idempotency.Claim;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out approved trades: each is decided on anew, at the market as it is by now, and sent by the same flow as any
 * other, or ends and says what does not hold any more.
 *
 * <p>Exactly once: the transaction that opens the order also notes that the execution has begun, for which the approval
 * has to be APPROVED and not begun. Whatever stops this instance, {@link InterruptedApprovals} finds the approval and
 * ends it: by its order when it had begun, and without one when it had not.
 */
final class ApprovedTrades {

    private final Approvals approvals;
    private final ApprovalBook book;
    private final TradeTexts texts;
    private final DecisionService decisions;
    private final NewestPrice prices;
    private final BigDecimal maxMovePercent;
    private final Clock clock;

    /** @param maxMovePercent how far the market, or the size that sizing allows, may have moved */
    ApprovedTrades(
            Approvals approvals,
            ApprovalBook book,
            TradeTexts texts,
            DecisionService decisions,
            NewestPrice prices,
            BigDecimal maxMovePercent,
            Clock clock) {
        this.approvals = approvals;
        this.book = book;
        this.texts = texts;
        this.decisions = decisions;
        this.prices = prices;
        this.maxMovePercent = maxMovePercent;
        this.clock = clock;
    }

    /** Carries out a trade that has just been approved; returns the approval as it ended. */
    Approval execute(Approval approval) {
        TradeIdea asked = texts.idea(approvals.trade(approval.id()).orElseThrow());
        Instant end = asked.entry().expiresAt();
        if (end != null && !end.isAfter(clock.instant())) {
            return ended(approval, List.of(TradeReason.EXPIRED_UNFILLED.reason()));
        }
        String symbol = approval.question().subject();
        Optional<BigDecimal> price = prices.of(symbol);
        if (price.isEmpty()) {
            return ended(
                    approval,
                    List.of(TradeReason.APPROVED_PRICE_UNKNOWN.reason(
                            "No market price of %s is known that is young enough.".formatted(symbol))));
        }
        try {
            TradeDecision decision = decided(approval, asked, price.get());
            return decision.order() == null
                    ? ended(approval, decision.outcome().reasons())
                    : ended(approval, decision.order());
        } catch (ApprovalEndedException _) {
            return approvals.find(approval.id()).orElseThrow();
        } catch (RuntimeException e) {
            // Fails closed, and at once where nothing has begun; what has begun is ended by its order.
            book.ended(approval.id(), held -> isBegun(held) ? held : notExecuted(held, interrupted()));
            throw e;
        }
    }

    /** Ends an approval by what became of its order. */
    Approval ended(Approval approval, TradeOrder order) {
        boolean cameToNothing = order.isFinal() && order.filledLots().isZero();
        Reason cause = order.cause() == null ? TradeReason.INTERRUPTED.reason() : order.cause();
        return cameToNothing
                ? ended(approval, List.of(cause))
                : book.ended(approval.id(), held -> held.executed(clock.instant()))
                        .orElseThrow();
    }

    /** Ends an approval without an order, because of this. */
    Approval ended(Approval approval, List<Reason> changes) {
        return book.ended(approval.id(), held -> notExecuted(held, changes)).orElseThrow();
    }

    static List<Reason> interrupted() {
        return List.of(TradeReason.INTERRUPTED.reason());
    }

    static boolean isBegun(Approval approval) {
        return approval.execution() != null && approval.execution().begun();
    }

    private Approval notExecuted(Approval held, List<Reason> changes) {
        return held.notExecuted(changes, clock.instant());
    }

    private TradeDecision decided(Approval approval, TradeIdea asked, BigDecimal price) {
        TradeTexts.Approved approved = texts.approved(approval.question().payload(), maxMovePercent);
        TradeIdea now = asked.approved(approved.terms(), approved.side(), price, approved.clientOrderId());
        UUID decisionId = Objects.requireNonNull(approval.execution()).decisionId();
        Ticket ticket = Ticket.of(decisionId, clock.instant(), Deadline.none())
                .of(approval.question().askedBy());
        return decisions.settle(now, ticket, new OneExecution(approval.id())).decision();
    }

    /** The right to carry out an approved trade, which is there once. */
    private final class OneExecution implements Claim {

        private final UUID approvalId;

        OneExecution(UUID approvalId) {
            this.approvalId = approvalId;
        }

        /** Within the transaction that opens the order, or keeps the decision that there is none. */
        @Override
        public void take(UUID decisionId) {
            Approval held = book.held(approvalId)
                    .filter(approval -> approval.isUnderWay() && !isBegun(approval))
                    .orElseThrow(() -> new ApprovalEndedException(approvalId));
            book.begun(held);
        }

        @Override
        public void answer(String answer) {
            // The approval is read; no answer is kept.
        }
    }
}
