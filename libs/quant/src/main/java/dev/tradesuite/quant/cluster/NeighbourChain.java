package dev.tradesuite.quant.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins clusters that are one another's nearest, which a chain of nearest neighbours ends in (Murtagh 1983). */
final class NeighbourChain {

    private final double[][] distances;
    private final Linkage linkage;
    private final int[] sizes;
    /** The clusters not yet joined to another, ascending. */
    private final int[] open;

    private final int[] chain;
    private int length;
    private int left;

    /** Two items whose clusters are joined. */
    record Pair(int first, int second, double distance) {}

    NeighbourChain(double[][] distances, Linkage linkage) {
        this.distances = distances;
        this.linkage = linkage;
        this.sizes = new int[distances.length];
        this.chain = new int[distances.length];
        this.open = new int[distances.length];
        this.left = distances.length;
        Arrays.fill(sizes, 1);
        Arrays.setAll(open, i -> i);
    }

    /** The joins in the order found, which is not that of their distances. */
    List<Pair> joins() {
        List<Pair> joins = new ArrayList<>();
        while (left > 1) {
            joins.add(next());
        }
        return joins;
    }

    private Pair next() {
        if (length == 0) {
            chain[length++] = open[0];
        }
        while (true) {
            int last = chain[length - 1];
            int before = length > 1 ? chain[length - 2] : -1;
            int nearest = nearest(last, before);
            if (nearest == before) {
                length -= 2;
                Pair pair = new Pair(Math.min(last, before), Math.max(last, before), distances[last][before]);
                join(pair);
                return pair;
            }
            chain[length++] = nearest;
        }
    }

    /** The nearest cluster; of equally near ones the one before in the chain, else the first. */
    private int nearest(int cluster, int before) {
        double[] row = distances[cluster];
        int nearest = before;
        double least = before >= 0 ? row[before] : Double.POSITIVE_INFINITY;
        for (int k = 0; k < left; k++) {
            int i = open[k];
            if (row[i] < least && i != cluster) {
                least = row[i];
                nearest = i;
            }
        }
        return nearest;
    }

    /** The second stands for both from here on. */
    private void join(Pair pair) {
        int a = pair.first();
        int b = pair.second();
        close(a);
        double[] toFirst = distances[a];
        double[] toSecond = distances[b];
        for (int k = 0; k < left; k++) {
            int i = open[k];
            if (i != b) {
                double distance = linkage.distance(
                        new Linkage.Join(sizes[a], sizes[b], sizes[i], toFirst[i], toSecond[i], pair.distance()));
                toSecond[i] = distance;
                distances[i][b] = distance;
            }
        }
        sizes[b] += sizes[a];
    }

    private void close(int cluster) {
        int at = Arrays.binarySearch(open, 0, left, cluster);
        System.arraycopy(open, at + 1, open, at, left - at - 1);
        left--;
    }
}
