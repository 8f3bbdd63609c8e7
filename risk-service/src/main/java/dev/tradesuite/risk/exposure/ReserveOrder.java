package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Proposal;
import dev.tradesuite.risk.check.TradeSubjects;
import java.util.UUID;

/**
 * An order that wants room.
 *
 * @param orderId order
 * @param accountId account in the books
 * @param proposal what it trades
 * @param about what else it is about
 * @param window returns for correlations
 */
public record ReserveOrder(
        UUID orderId, String accountId, Proposal proposal, TradeSubjects about, CorrelationSource.Window window) {

    /** The order as a reservation knows it. */
    public ReservedOrder toReserve() {
        return new ReservedOrder(
                orderId,
                accountId,
                proposal.symbol(),
                proposal.side(),
                proposal.size(),
                about.strategy(),
                about.portfolioId());
    }
}
