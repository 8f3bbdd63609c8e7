package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.contracts.market.SignalAction;

/** What a voter says, before it is weighed. */
sealed interface Ballot {

    /** The reading behind it, in a sentence. */
    String reason();

    /**
     * A vote on data. HOLD is a vote too: the source looked and sees no side.
     *
     * @param direction what the source wants
     * @param confidence how sure it is, 0 to 1; 0 for HOLD
     */
    record Cast(SignalAction direction, double confidence, String reason) implements Ballot {}

    /** No vote: the source has no data, or nothing to measure. */
    record Abstained(String reason) implements Ballot {}

    static Ballot buy(double confidence, String reason) {
        return new Cast(SignalAction.BUY, confidence, reason);
    }

    static Ballot sell(double confidence, String reason) {
        return new Cast(SignalAction.SELL, confidence, reason);
    }

    /** A vote for one side: up means BUY. */
    static Ballot side(boolean up, double confidence, String reason) {
        return up ? buy(confidence, reason) : sell(confidence, reason);
    }

    static Ballot hold(String reason) {
        return new Cast(SignalAction.HOLD, 0, reason);
    }

    /** The vote of a source that weighs this much. */
    default Vote weighed(String source, double weight) {
        return switch (this) {
            case Cast cast ->
                new Vote(source, cast.direction(), Math.round(cast.confidence() * 1e4) / 1e4, weight, cast.reason());
            case Abstained abstained -> new Vote(source, SignalAction.HOLD, 0, 0, "Abstains: " + abstained.reason());
        };
    }
}
