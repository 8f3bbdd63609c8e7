package dev.tradesuite.orchestrator.trade;

import java.util.Optional;

/** Trades that a person has to approve before anything is reserved or sent. */
public interface TradeApprovals {

    /** The approval a trade needs; empty when it goes without one. Asks nobody and writes nothing. */
    Optional<PendingApproval> neededFor(TradePlan plan);

    /**
     * Asks for it, in the transaction it is called in.
     *
     * @param decision that waits for it
     * @param askedBy who wants the trade
     */
    void ask(TradeDecision decision, String askedBy);
}
