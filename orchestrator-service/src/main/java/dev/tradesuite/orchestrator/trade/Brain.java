package dev.tradesuite.orchestrator.trade;

/** Decides buy, sell or hold. */
public interface Brain {

    StepAnswer<TradeSignal> decide(TradeIdea idea, MarketView view);
}
