package dev.tradesuite.brain.model.bar;

import dev.tradesuite.learning.label.TripleBarrier;

/**
 * How far from the entry a position is left, in average true ranges.
 *
 * @param stop to the stop
 * @param target to the target
 */
public record StopRanges(double stop, double target) {

    /** What holds unless a model was trained with others. */
    public static final StopRanges DEFAULT = new StopRanges(2, 3);

    /** The barriers that trees are trained and judged with: their probability is that of reaching one of them. */
    public static final StopRanges BARRIERS =
            new StopRanges(TripleBarrier.DEFAULT.atrs(), TripleBarrier.DEFAULT.atrs());

    /** The distances of a signal's position. */
    public static StopRanges of(BarSignal signal) {
        return switch (signal.code()) {
            case ML_XGB, ML_LGBM -> signal.version().proxy() ? DEFAULT : BARRIERS;
            case RL_PPO, LLM_CLAUDE, ENSEMBLE -> DEFAULT;
        };
    }
}
