package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.orchestrator.trade.PendingApproval;
import dev.tradesuite.orchestrator.trade.TradeApprovals;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradePlan;
import dev.tradesuite.support.Sha256;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks a person about trades above a size. What only reduces a position never waits for anybody, and neither does what
 * a person has approved together with others.
 */
final class TradeApprovalGate implements TradeApprovals {

    private final ApprovalLimit limit;
    private final ApprovalRules rules;
    private final TradeWorth worth;
    private final ApprovalBook book;
    private final TradeTexts texts;
    private final ApprovedOrders approved;
    private final Supplier<UUID> ids;
    private final Clock clock;

    TradeApprovalGate(
            ApprovalLimit limit,
            ApprovalRules rules,
            TradeWorth worth,
            ApprovalBook book,
            TradeTexts texts,
            ApprovedOrders approved,
            Supplier<UUID> ids,
            Clock clock) {
        this.limit = limit;
        this.rules = rules;
        this.worth = worth;
        this.book = book;
        this.texts = texts;
        this.approved = approved;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<PendingApproval> neededFor(TradePlan plan) {
        boolean asksNobody = !limit.isSet()
                || plan.idea().entry().reduceOnly()
                || plan.idea().approved() != null
                || plan.idea().isBacktest()
                || plan.idea().accountId().isEmpty();
        return asksNobody
                ? Optional.empty()
                : limit.exceededBy(
                                worth(plan),
                                plan.funds().knownEquity(),
                                plan.funds().currency())
                        // Looked up for what is above the limit alone.
                        .filter(_ -> !approved.hold(plan))
                        .map(why -> pending(plan, why));
    }

    @Override
    public void ask(TradeDecision decision, String askedBy) {
        PendingApproval pending = Objects.requireNonNull(decision.approval(), "it waits for an approval");
        String payload = texts.payload(decision);
        ApprovalQuestion question = new ApprovalQuestion(
                ApprovalKind.TRADE,
                decision.idea().symbol(),
                decision.idea().accountId().orElse(null),
                summary(decision),
                payload,
                Sha256.hex(payload),
                texts.checks(decision),
                askedBy);
        book.add(
                Approval.asked(pending.id(), question, clock.instant(), pending.expiresAt()),
                texts.trade(decision.idea()));
    }

    /** The order has the key the sender gave it, or one made of the approval: whoever sends it twice is refused. */
    private PendingApproval pending(TradePlan plan, Reason why) {
        UUID id = ids.get();
        String own = plan.idea().clientOrderId();
        return new PendingApproval(
                id, own == null ? "ts-" + id : own, clock.instant().plus(rules.expiresIn()), why);
    }

    private Optional<BigDecimal> worth(TradePlan plan) {
        BigDecimal price = plan.idea().entryPrice(plan.side());
        return worth.of(plan.idea().symbol(), plan.lots(), price)
                .in(plan.funds().currency(), plan.conversionPrices());
    }

    private static String summary(TradeDecision decision) {
        TradeDecision.Findings found = decision.findings();
        return "%s %s lots of %s, with the market at %s"
                .formatted(
                        found.side(),
                        found.lots(),
                        decision.idea().symbol(),
                        decision.idea().marketPrice().toPlainString());
    }
}
