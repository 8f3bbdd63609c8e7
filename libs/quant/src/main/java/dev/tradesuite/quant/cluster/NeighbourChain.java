package dev.tradesuite.quant.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins clusters that are one another's nearest, which a chain of nearest neighbours ends in (Murtagh 1983). */
final class NeighbourChain {

    private final double[][] distances;
    private final Linkage linkage;
    private final int[] sizes;
    private final int[] chain;
    private int length;

    /** Two items whose clusters are joined. */
    record Pair(int first, int second, double distance) {}

    NeighbourChain(double[][] distances, Linkage linkage) {
        this.distances = distances;
        this.linkage = linkage;
        this.sizes = new int[distances.length];
        this.chain = new int[distances.length];
        Arrays.fill(sizes, 1);
    }

    /** The joins in the order found, which is not that of their distances. */
    List<Pair> joins() {
        List<Pair> joins = new ArrayList<>();
        while (joins.size() < distances.length - 1) {
            joins.add(next());
        }
        return joins;
    }

    private Pair next() {
        if (length == 0) {
            chain[length++] = firstOpen();
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

    private int firstOpen() {
        int first = 0;
        while (sizes[first] == 0) {
            first++;
        }
        return first;
    }

    /** The nearest cluster; of equally near ones the one before in the chain, else the first. */
    private int nearest(int cluster, int before) {
        double[] row = distances[cluster];
        int nearest = before;
        double least = before >= 0 ? row[before] : Double.POSITIVE_INFINITY;
        for (int i = 0; i < row.length; i++) {
            if (sizes[i] > 0 && i != cluster && row[i] < least) {
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
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0 && i != a && i != b) {
                double distance = linkage.distance(new Linkage.Join(
                        sizes[a], sizes[b], sizes[i], distances[i][a], distances[i][b], pair.distance()));
                distances[i][b] = distance;
                distances[b][i] = distance;
            }
        }
        sizes[b] += sizes[a];
        sizes[a] = 0;
    }
}
