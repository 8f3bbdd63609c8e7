package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.ApprovalState;
import dev.tradesuite.orchestrator.trade.ApprovedLine;
import dev.tradesuite.orchestrator.trade.TradePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which orders a person has approved together with others, as those of a rebalancing. What the order says of
 * itself is not believed: the approval is looked up, and has to hold exactly this order.
 */
final class ApprovedOrders {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovedOrders.class);

    private final Approvals approvals;
    private final RebalancingTexts texts;
    private final Clock clock;

    ApprovedOrders(Approvals approvals, RebalancingTexts texts, Clock clock) {
        this.approvals = approvals;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whether a person has approved exactly this trade, and it may still be carried out. */
    boolean hold(TradePlan plan) {
        ApprovedLine line = plan.idea().approvedLine();
        if (line == null) {
            return false;
        }
        Optional<Approval> approval = approvals.find(line.approvalId()).filter(found -> isOf(found, plan));
        boolean held = approval.flatMap(found -> texts.order(found.question().payload(), line.number())
                        .filter(order -> order.is(plan))
                        .filter(order -> isValid(found, order.validFor())))
                .isPresent();
        if (held) {
            LOG.info("Order {} of approval {} needs no other one", line.number(), line.approvalId());
        } else {
            LOG.warn(
                    "An order of {} says it is order {} of approval {}, and is not",
                    plan.idea().symbol(),
                    line.number(),
                    line.approvalId());
        }
        return held;
    }

    private static boolean isOf(Approval approval, TradePlan plan) {
        String account = approval.question().accountId();
        return approval.question().kind() == ApprovalKind.REBALANCE
                && approval.state() == ApprovalState.APPROVED
                && account != null
                && plan.idea().accountId().filter(account::equals).isPresent();
    }

    /** Until so long after it was given, or until nobody could decide any more, when that is later. */
    private boolean isValid(Approval approval, Duration validFor) {
        Ruling ruling = approval.ruling();
        if (ruling == null) {
            return false;
        }
        Instant now = clock.instant();
        return now.isBefore(ruling.at().plus(validFor)) || now.isBefore(approval.expiresAt());
    }
}
