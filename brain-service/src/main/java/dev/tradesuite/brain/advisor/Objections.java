package dev.tradesuite.brain.advisor;

import dev.tradesuite.contracts.market.SignalAction;

/**
 * What an advisor holds against buying and against selling.
 *
 * <p>There is no way to speak for a trade: the best an advisor can do is not to object.
 *
 * @param toBuy 0 (none) to 1 (veto)
 * @param toSell 0 (none) to 1 (veto)
 * @param reason why, in a sentence or two
 */
public record Objections(double toBuy, double toSell, String reason) {

    private static final int LONGEST_REASON = 300;

    public Objections {
        requireShare("objection to buying", toBuy);
        requireShare("objection to selling", toSell);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an objection needs a reason");
        }
        reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 3) + "...";
    }

    /** What is held against an action, 0 to 1; nothing is ever held against HOLD. */
    public double to(SignalAction action) {
        return switch (action) {
            case BUY -> toBuy;
            case SELL -> toSell;
            case HOLD -> 0;
        };
    }

    private static void requireShare(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " must be between 0 and 1, was " + value);
        }
    }
}
