package dev.tradesuite.brain.model;

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

    /** The same vote of a source of this name and weight. */
    public Vote weighed(String newSource, double newWeight) {
        return new Vote(newSource, direction, confidence, newWeight, reason);
    }

    /** Confidence with the sign of its direction: +1 is certain to buy, -1 certain to sell. */
    public double lean() {
        return switch (direction) {
            case BUY -> confidence;
            case SELL -> -confidence;
            case HOLD -> 0;
        };
    }
}
