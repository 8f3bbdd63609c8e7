package dev.tradesuite.learning.label;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the probability of a label into a trade: the side that can be expected to earn something after costs, or none.
 *
 * @param label what the probability is of
 * @param own what a trade on the side of the label brings
 * @param opposite what a trade on the other side brings; absent where only the label's side is traded
 */
public record DecisionRule(LabelRule label, Payoff own, @Nullable Payoff opposite) {

    /**
     * The rule with the payoffs of these rows.
     *
     * @param rows of the training part
     * @param spread what a purchase and the sale after it cost together, price units
     */
    public static DecisionRule fit(LabelRule label, List<TrainingRow> rows, double spread) {
        return new DecisionRule(
                label,
                payoff(rows, spread, 1),
                switch (label) {
                    case PRIMARY_WINS -> null;
                    case UPPER_FIRST -> payoff(rows, spread, -1);
                });
    }

    /**
     * The side to trade.
     *
     * @param labelSide side of the label on this bar, 1 or -1
     * @return 1 long, -1 short, 0 none
     */
    public int side(int labelSide, double probability) {
        double expected = own.expected(probability);
        double expectedOpposite = opposite == null ? 0 : opposite.expected(probability);
        if (expected > 0 && expected >= expectedOpposite) {
            return labelSide;
        }
        return expectedOpposite > 0 ? -labelSide : 0;
    }

    /**
     * The probabilities from which on a side is traded, as {@link #side} does it; none where no probability leads to
     * it.
     *
     * @param labelSide side of the label on this bar, 1 or -1
     */
    public List<Mark> marks(int labelSide) {
        double own = breakEven(this.own);
        double other = opposite == null ? Double.NaN : breakEven(opposite);
        boolean isUsual =
                this.own.ifTrue() > this.own.ifFalse() && (opposite == null || opposite.ifTrue() < opposite.ifFalse());
        if (!isUsual) {
            return List.of();
        }
        if (opposite != null && own < other) {
            // Both pay between the two: the one that brings more.
            double gap = opposite.ifFalse() - this.own.ifFalse();
            own = gap / (gap + this.own.ifTrue() - opposite.ifTrue());
            other = own;
        }
        List<Mark> marks = new ArrayList<>();
        if (own < 1) {
            marks.add(new Mark(labelSide, true, Math.max(0, own)));
        }
        if (other > 0) {
            marks.add(new Mark(-labelSide, false, Math.min(1, other)));
        }
        return marks;
    }

    /** The probability at which a trade brings nothing. */
    private static double breakEven(Payoff payoff) {
        return payoff.ifFalse() / (payoff.ifFalse() - payoff.ifTrue());
    }

    /**
     * From where on a side is traded.
     *
     * @param side 1 long, -1 short
     * @param isAbove whether above the probability; otherwise below
     */
    public record Mark(int side, boolean isAbove, double probability) {}

    private static Payoff payoff(List<TrainingRow> rows, double spread, int factor) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (TrainingRow row : rows) {
            int outcome = row.label() ? 1 : 0;
            sums[outcome] += (row.end(factor * row.side()).profit() - spread) / row.atr();
            counts[outcome]++;
        }
        return new Payoff(mean(sums[1], counts[1]), mean(sums[0], counts[0]));
    }

    private static double mean(double sum, int count) {
        return count == 0 ? 0 : sum / count;
    }
}
