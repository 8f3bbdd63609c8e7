package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decisions, newest first. {@code GET
 * /api/v1/orchestrator/decisions?account=&symbol=&decision=&label=&from=&to=&limit=&cursor=}.
 *
 * @param decisions at most the limit asked for
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record DecisionPage(List<DecisionSummary> decisions, @Nullable String nextCursor) {

    /**
     * A decision in a line; {@code GET /api/v1/orchestrator/decisions/{id}} has the document.
     *
     * @param decisionId names the decision
     * @param requestedAt when it was asked for
     * @param accountId account in the books; absent where the request supposes one
     * @param symbol instrument
     * @param decision outcome
     * @param source what wanted the trade
     * @param side BUY or SELL; absent when nothing is wanted
     * @param lotSize lots; absent before a size is known
     * @param entryPrice price the sizing and the checks used
     * @param reason the first of the reasons
     * @param label whose fills they would be
     * @param orderId order that was opened for it; absent without one
     * @param status where that order stood when the decision was made; absent without one
     */
    public record DecisionSummary(
            UUID decisionId,
            Instant requestedAt,
            @Nullable String accountId,
            String symbol,
            Decision decision,
            DecisionSource source,
            @Nullable Side side,
            @Nullable BigDecimal lotSize,
            @Nullable BigDecimal entryPrice,
            Reason reason,
            RunLabel label,
            @Nullable UUID orderId,
            @Nullable OrderStatus status) {}
}
