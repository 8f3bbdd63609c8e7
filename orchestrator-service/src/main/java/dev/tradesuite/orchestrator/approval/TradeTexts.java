package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.ApprovedTerms;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import java.math.BigDecimal;
import java.util.List;

/** Trades in words: what the approver reads, and what is decided on anew. */
public interface TradeTexts {

    /** Exactly what would be done, as JSON. */
    String payload(TradeDecision decision);

    /** What was approved. */
    Approved approved(String payload, BigDecimal maxMovePercent);

    /** What risk has checked. */
    List<ApprovalQuestion.Check> checks(TradeDecision decision);

    /** What was asked for, complete enough to decide on it anew. */
    String trade(TradeIdea idea);

    /**
     * What was asked for.
     *
     * @throws IllegalArgumentException when it cannot be read any more
     */
    TradeIdea idea(String trade);

    /**
     * What was approved of a trade.
     *
     * @param side BUY or SELL
     * @param terms size and price
     * @param clientOrderId key of the order
     */
    record Approved(Side side, ApprovedTerms terms, String clientOrderId) {}
}
