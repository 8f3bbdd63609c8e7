package dev.tradesuite.learning.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Expanding walk-forward splits: fold k trains on the first k of equal blocks and tests on the next.
 *
 * <p>Purged: a row is not trained on when its label looks at the first bar that is tested or a later one. Embargo: that
 * many bars more are left out before the test, because what moves a price lasts.
 *
 * @param folds how many, 1 or more
 * @param embargo bars, 0 or more
 */
public record WalkForward(int folds, int embargo) {

    /** Five folds, 24 bars. */
    public static final WalkForward DEFAULT = new WalkForward(5, 24);

    public WalkForward {
        if (folds < 1 || embargo < 0) {
            throw new IllegalArgumentException(
                    "there must be a fold or more and no embargo below zero, were %d and %d".formatted(folds, embargo));
        }
    }

    /**
     * The folds over rows in the order of their bars.
     *
     * @param bars bar of each row, ascending
     * @param lastBars last bar the label of each row looks at
     */
    public List<Fold> over(int[] bars, int[] lastBars) {
        int rows = bars.length;
        if (rows < (folds + 1) * 2) {
            throw new IllegalArgumentException("%d rows are too few for %d folds".formatted(rows, folds));
        }
        List<Fold> result = new ArrayList<>();
        for (int fold = 1; fold <= folds; fold++) {
            int from = (int) ((long) rows * fold / (folds + 1));
            int to = (int) ((long) rows * (fold + 1) / (folds + 1));
            result.add(new Fold(
                    fold,
                    before(bars[from], bars, lastBars),
                    IntStream.range(from, to).boxed().toList()));
        }
        return result;
    }

    /** The rows that may be trained on before a bar. */
    public List<Integer> before(int bar, int[] bars, int[] lastBars) {
        return IntStream.range(0, bars.length)
                .filter(row -> bars[row] + embargo < bar && lastBars[row] + embargo < bar)
                .boxed()
                .toList();
    }
}
