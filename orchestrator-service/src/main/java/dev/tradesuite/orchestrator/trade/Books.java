package dev.tradesuite.orchestrator.trade;

/** Knows the accounts. */
public interface Books {

    Answer<Funds> account(String id);
}
