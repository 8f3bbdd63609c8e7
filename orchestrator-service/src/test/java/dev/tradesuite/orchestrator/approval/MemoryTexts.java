package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.ApprovedTerms;
import dev.tradesuite.orchestrator.trade.PendingApproval;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Trades that are kept as they are, under a text that stands for them. */
final class MemoryTexts implements TradeTexts {

    private final Map<String, TradeDecision> decisions = new HashMap<>();
    private final Map<String, TradeIdea> ideas = new HashMap<>();

    @Override
    public String payload(TradeDecision decision) {
        String text = "trade of " + decision.id();
        decisions.put(text, decision);
        return text;
    }

    @Override
    public Approved approved(String payload, BigDecimal maxMovePercent) {
        TradeDecision decision = Objects.requireNonNull(decisions.get(payload));
        PendingApproval pending = Objects.requireNonNull(decision.approval());
        Side side = Objects.requireNonNull(decision.findings().side());
        Lots lots = Objects.requireNonNull(decision.findings().lots());
        return new Approved(
                side, new ApprovedTerms(lots, decision.idea().marketPrice(), maxMovePercent), pending.clientOrderId());
    }

    @Override
    public List<ApprovalQuestion.Check> checks(TradeDecision decision) {
        return List.of();
    }

    @Override
    public String trade(TradeIdea idea) {
        String text = "idea " + ideas.size();
        ideas.put(text, idea);
        return text;
    }

    @Override
    public TradeIdea idea(String trade) {
        return Objects.requireNonNull(ideas.get(trade));
    }
}
