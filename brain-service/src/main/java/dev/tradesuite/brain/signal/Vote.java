package dev.tradesuite.brain.signal;

import dev.tradesuite.contracts.market.SignalAction;

/**
 * What one source says, weighed.
 *
 * @param source name of the source
 * @param direction what it wants
 * @param confidence how sure it is, 0 to 1, to four decimals
 * @param weight its share in the score; 0 when it abstained
 * @param reason the reading behind it, in a sentence
 */
public record Vote(String source, SignalAction direction, double confidence, double weight, String reason) {

    /** A ballot of a source whose vote weighs this much. */
    static Vote of(String source, Ballot ballot, double weight) {
        return switch (ballot) {
            case Ballot.Cast cast ->
                new Vote(source, cast.direction(), Math.round(cast.confidence() * 1e4) / 1e4, weight, cast.reason());
            case Ballot.Abstained abstained ->
                new Vote(source, SignalAction.HOLD, 0, 0, "Abstains: " + abstained.reason());
        };
    }

    /** Confidence with the sign of its direction: +1 is certain to buy, -1 certain to sell. */
    double lean() {
        return switch (direction) {
            case BUY -> confidence;
            case SELL -> -confidence;
            case HOLD -> 0;
        };
    }
}
