package dev.tradesuite.brain.model.votes;

import static dev.tradesuite.brain.indicator.Indicator.ADX;
import static dev.tradesuite.brain.indicator.Indicator.MINUS_DI;
import static dev.tradesuite.brain.indicator.Indicator.PLUS_DI;

import dev.tradesuite.brain.indicator.Readings;

/**
 * Whether the market trends, by ADX and the directional indicators.
 *
 * <p>It decides how an extreme is read: in a range an extreme tends to come back, in a trend it tends to go on.
 */
enum Trend {
    UP,
    DOWN,
    /** The ADX is below the limit: a range. */
    NONE,
    /** There are no readings to tell. */
    UNKNOWN;

    /**
     * The trend these readings show.
     *
     * @param minAdx ADX from which on a market trends
     */
    static Trend of(Readings readings, double minAdx) {
        if (!readings.has(ADX, PLUS_DI, MINUS_DI)) {
            return UNKNOWN;
        }
        double lead = readings.value(PLUS_DI) - readings.value(MINUS_DI);
        if (readings.value(ADX) < minAdx || lead == 0) {
            return NONE;
        }
        return lead > 0 ? UP : DOWN;
    }
}
