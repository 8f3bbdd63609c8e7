package dev.tradesuite.orchestrator.trade;

/** Decides buy, sell or hold. */
public interface Brain {

    Answer<Signal> decide(TradeIdea idea);
}
