package dev.tradesuite.quant.diversification;

import dev.tradesuite.quant.cluster.Dendrogram;
import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Groups of assets that are alike. */
public final class AlikeGroups {

    private AlikeGroups() {}

    /**
     * Joins the closest assets, by the distance sqrt((1 - correlation) / 2) and its mean between groups (average
     * linkage), as long as that distance is at most the one of the given correlation.
     *
     * @param above correlation, -1 to 1
     * @return each asset once, by index in ascending order; the largest group first, of equal ones the one with the
     *     smallest index
     */
    public static List<List<Integer>> of(SymmetricMatrix correlation, double above) {
        if (correlation.size() == 1) {
            return List.of(List.of(0));
        }
        Dendrogram tree = Dendrogram.ofCorrelation(correlation, Linkage.AVERAGE);
        double farthest = Math.sqrt((1 - above) / 2);
        int joined = (int) tree.merges().stream()
                .filter(merge -> merge.distance() <= farthest)
                .count();
        return tree.cut(tree.size() - joined).stream()
                .map(cluster ->
                        Arrays.stream(tree.items(cluster)).sorted().boxed().toList())
                .sorted(Comparator.comparingInt((List<Integer> group) -> -group.size())
                        .thenComparing(List::getFirst))
                .toList();
    }
}
