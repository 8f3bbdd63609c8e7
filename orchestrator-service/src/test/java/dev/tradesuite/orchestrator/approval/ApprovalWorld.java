package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.orchestrator.trade.ApprovalTradeWorld;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.idempotency.Claim;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Approvals of one instance, everything in memory. Above 40,000 USD a trade needs one; 0.4 lots at 1.0835 are 43,340.
 */
final class ApprovalWorld implements AutoCloseable {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    final ApprovalTradeWorld trades;
    final MemoryApprovals approvals;
    final ApprovalService service;

    /** Orders every rebalancing has, by number. */
    final Map<Integer, ApprovedOrder> rebalancing = new HashMap<>();

    final InterruptedApprovals interrupted;

    ApprovalWorld(boolean shared, Lines lines, boolean fourEyes, String above) {
        trades = new ApprovalTradeWorld(shared, lines);
        approvals = new MemoryApprovals(trades.work());
        ApprovalBook book = new ApprovalBook(approvals, approvals, trades.work());
        ApprovalRules rules = new ApprovalRules(QUARTER, fourEyes);
        MemoryTexts texts = new MemoryTexts();
        trades.asks(new TradeApprovalGate(
                ApprovalLimit.parse(above),
                rules,
                new TradeWorth(InstrumentCatalog.shipped()),
                book,
                texts,
                new ApprovedOrders(
                        approvals, (_, number) -> Optional.ofNullable(rebalancing.get(number)), trades.clock()),
                Ids::next,
                trades.clock()));
        ApprovedTrades approved = new ApprovedTrades(
                approvals, book, texts, trades.decisions(), trades.prices(), new BigDecimal("0.5"), trades.clock());
        service = new ApprovalService(approvals, book, approved, trades.work(), rules, Ids::next, trades.clock());
        interrupted = new InterruptedApprovals(
                approvals, book, approved, trades.orders(), Duration.ofSeconds(30), trades.clock());
    }

    static ApprovalWorld living() {
        return new ApprovalWorld(true, Lines.ofTheLiving(), false, "40000");
    }

    /** Ann wants 0.4 lots; returns the approval that is asked for. */
    Approval asked() {
        trades.decisions().execute(trades.idea(), trades.ticket("ann"), Claim.NONE);
        return approvals.only();
    }

    ApprovalOutcome approve(UUID id, String by) {
        return service.approve(id, null, ruling(by), Claim.NONE);
    }

    Ruling ruling(String by) {
        return new Ruling(by, "as agreed", trades.clock().instant());
    }

    @Override
    public void close() {
        trades.close();
    }
}
