package dev.tradesuite.brain.model.votes;

import java.util.OptionalDouble;

/** How much a distance in price units says, measured by the average true range of the view. */
final class Strength {

    /** What a direction is worth whose size cannot be measured. */
    static final double UNMEASURED = 0.5;

    private static final double NOISE = 0.1;

    private Strength() {}

    /**
     * The strength of a distance, 0 to 1.
     *
     * @param distance in price units, of either sign
     * @param atr average true range in price units
     * @param fullAtr distance of full strength in average true ranges
     * @return 0 for a distance of zero or below a tenth of the full one; 0.5 when there is no range to measure it by
     */
    static double of(double distance, OptionalDouble atr, double fullAtr) {
        if (distance == 0) {
            return 0;
        }
        if (atr.isEmpty() || atr.getAsDouble() <= 0) {
            return UNMEASURED;
        }
        double strength = Math.abs(distance) / (fullAtr * atr.getAsDouble());
        return strength < NOISE ? 0 : Math.min(1, strength);
    }
}
