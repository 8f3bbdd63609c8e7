package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.model.Vote;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The weighted mean of the votes.
 *
 * <p>score = sum(weight x confidence x side) / sum(weight), where side is +1 for BUY, -1 for SELL and 0 for HOLD. A
 * HOLD vote counts in the divisor: a source that looked and sees no side speaks against a trade. A source that
 * abstained has weight 0 and counts nowhere. Rounded to six decimals, so that a mean of 0.4 is 0.4 and not the double
 * just below.
 *
 * <p>Worked example: RSI buys with 0.625 at weight 1, MACD buys with 0.5 at weight 1, Bollinger holds at weight 1:
 * (0.625 + 0.5 + 0) / 3 = 0.375. Had Bollinger abstained: 1.125 / 2 = 0.5625.
 */
final class WeightedScore {

    private WeightedScore() {}

    /** The score, -1 to 1; absent when nobody voted. */
    static OptionalDouble of(List<Vote> votes) {
        double leaning = 0;
        double weights = 0;
        for (Vote vote : votes) {
            leaning += vote.weight() * vote.lean();
            weights += vote.weight();
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.round(leaning / weights * 1e6) / 1e6);
    }
}
