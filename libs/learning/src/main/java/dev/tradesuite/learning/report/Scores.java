package dev.tradesuite.learning.report;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How well probabilities foretell what comes true. There are as many outcomes as probabilities. */
final class Scores {

    private Scores() {}

    /** Share of cases in which the more probable outcome came true. */
    static double hitRate(double[] probabilities, boolean[] outcomes) {
        int hits = 0;
        for (int i = 0; i < outcomes.length; i++) {
            hits += (probabilities[i] >= 0.5) == outcomes[i] ? 1 : 0;
        }
        return (double) hits / outcomes.length;
    }

    /**
     * Area under the receiver operating characteristic: the share of pairs of a case that came true and one that did
     * not in which the first had the higher probability, equal ones counting half. Empty without a pair.
     */
    static OptionalDouble auc(double[] probabilities, boolean[] outcomes) {
        int[] order = IntStream.range(0, outcomes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> probabilities[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double below = 0;
        double pairs = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            double came = 0;
            while (end < order.length && probabilities[order[end]] == probabilities[order[start]]) {
                came += outcomes[order[end++]] ? 1 : 0;
            }
            double not = end - start - came;
            pairs += came * (below + not / 2);
            below += not;
            start = end;
        }
        double came = outcomes.length - below;
        return came * below > 0 ? OptionalDouble.of(pairs / (came * below)) : OptionalDouble.empty();
    }
}
