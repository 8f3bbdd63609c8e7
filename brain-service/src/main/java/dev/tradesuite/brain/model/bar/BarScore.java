package dev.tradesuite.brain.model.bar;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import java.util.List;

/** The figure that decided a signal, with what it was compared with, or why there is none. */
public sealed interface BarScore {

    /**
     * A figure was compared with marks.
     *
     * @param feature name of the figure among the features of the signal
     * @param value of the figure
     * @param marks beyond which it leads to a position
     */
    record Compared(String feature, double value, List<Mark> marks) implements BarScore {

        public Compared {
            marks = List.copyOf(marks);
        }
    }

    /** Nothing is compared. */
    record None(SignalReason why) implements BarScore {}

    /**
     * From where on a figure leads to a position.
     *
     * @param isAbove whether above the value; otherwise below
     */
    record Mark(PositionSignal position, boolean isAbove, double value) {}

    /** A figure that is compared with a threshold: long above it, short below its negative. */
    static BarScore around(String feature, double value, double threshold) {
        return new Compared(
                feature,
                value,
                List.of(
                        new Mark(PositionSignal.LONG, true, threshold),
                        new Mark(PositionSignal.SHORT, false, -threshold)));
    }
}
