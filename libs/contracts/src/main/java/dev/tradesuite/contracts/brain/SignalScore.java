package dev.tradesuite.contracts.brain;

import java.util.List;

/**
 * The figure that decided a signal, and what it was compared with.
 *
 * @param feature name of the figure, one of the features
 * @param value of the figure
 * @param thresholds beyond which it leads to a position; none when no value of it does. Between them the model is flat;
 *     it may ask for more than the figure alone
 */
public record SignalScore(String feature, double value, List<ScoreThreshold> thresholds) {

    public SignalScore {
        thresholds = List.copyOf(thresholds);
    }
}
