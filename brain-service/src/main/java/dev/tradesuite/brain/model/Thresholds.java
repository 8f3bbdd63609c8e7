package dev.tradesuite.brain.model;

import dev.tradesuite.contracts.market.SignalAction;

/**
 * What the score of a model is compared with.
 *
 * @param buy score from which on the signal is BUY
 * @param sell score down to which the signal is SELL
 */
public record Thresholds(double buy, double sell) {

    /** What a score comes to. */
    public SignalAction actionAt(double score) {
        if (score >= buy) {
            return SignalAction.BUY;
        }
        return score <= sell ? SignalAction.SELL : SignalAction.HOLD;
    }

    /** The confidence that an action takes at least. */
    public double confidenceFor(SignalAction action) {
        return switch (action) {
            case BUY -> buy;
            case SELL -> -sell;
            case HOLD -> 0;
        };
    }
}
