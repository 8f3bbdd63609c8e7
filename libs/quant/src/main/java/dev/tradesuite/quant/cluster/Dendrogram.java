package dev.tradesuite.quant.cluster;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A tree of n items: n - 1 joins of the closest clusters, the closest first. Items are the clusters 0 to n - 1, join k
 * makes the cluster n + k. Immutable.
 */
public final class Dendrogram {

    private final int size;
    private final List<Merge> merges;

    private Dendrogram(int size, List<Merge> merges) {
        this.size = size;
        this.merges = merges;
    }

    /**
     * A join.
     *
     * @param first smaller number of the two clusters
     * @param second larger number
     * @param distance between them
     * @param size items of both
     */
    public record Merge(int first, int second, double distance, int size) {}

    /**
     * The tree of correlations, by the distance sqrt((1 - correlation) / 2) (Lopez de Prado 2016).
     *
     * @throws QuantException ONE_ASSET
     */
    public static Dendrogram ofCorrelation(SymmetricMatrix correlation, Linkage linkage) {
        double[][] distances = correlation.toArray();
        for (int i = 0; i < distances.length; i++) {
            double[] row = distances[i];
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.sqrt(Math.clamp((1 - row[j]) / 2, 0.0, 1.0));
            }
            row[i] = 0;
        }
        return of(distances, linkage);
    }

    /**
     * The tree of distances, by chains of nearest neighbours in the square of the number of items.
     *
     * @throws QuantException ONE_ASSET
     */
    public static Dendrogram of(SymmetricMatrix distances, Linkage linkage) {
        return of(distances.toArray(), linkage);
    }

    private static Dendrogram of(double[][] distances, Linkage linkage) {
        int size = distances.length;
        if (size < 2) {
            throw new QuantException(QuantProblem.ONE_ASSET, "a tree needs at least two items");
        }
        return new Dendrogram(size, numbered(size, new NeighbourChain(distances, linkage).joins()));
    }

    public int size() {
        return size;
    }

    /** The joins, the closest first. */
    public List<Merge> merges() {
        return merges;
    }

    /** Number of the cluster of all items. */
    public int root() {
        return size + merges.size() - 1;
    }

    /** Items of a cluster from left to right, at each join the cluster with the smaller number first. */
    public int[] items(int cluster) {
        int[] items = new int[cluster < size ? 1 : merges.get(cluster - size).size()];
        Deque<Integer> open = new ArrayDeque<>();
        open.push(cluster);
        int count = 0;
        while (!open.isEmpty()) {
            int next = open.pop();
            if (next < size) {
                items[count++] = next;
            } else {
                open.push(merges.get(next - size).second());
                open.push(merges.get(next - size).first());
            }
        }
        return items;
    }

    /**
     * Numbers of the clusters that are left when the last joins are undone.
     *
     * @param count 1 to the number of items
     */
    public List<Integer> cut(int count) {
        if (count < 1 || count > size) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE, "%d items make 1 to %d clusters, not %d".formatted(size, size, count));
        }
        int undone = root() - count + 2;
        List<Integer> clusters = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(root());
        while (!open.isEmpty()) {
            int next = open.pop();
            if (next < Math.max(undone, size)) {
                clusters.add(next);
            } else {
                open.push(merges.get(next - size).second());
                open.push(merges.get(next - size).first());
            }
        }
        return clusters;
    }

    private static List<Merge> numbered(int size, List<NeighbourChain.Pair> joins) {
        List<NeighbourChain.Pair> sorted = new ArrayList<>(joins);
        sorted.sort(Comparator.comparingDouble(NeighbourChain.Pair::distance));
        int[] parent = new int[2 * size - 1];
        int[] count = new int[2 * size - 1];
        Arrays.setAll(parent, i -> i);
        Arrays.fill(count, 0, size, 1);
        List<Merge> merges = new ArrayList<>();
        for (NeighbourChain.Pair join : sorted) {
            int a = rootOf(parent, join.first());
            int b = rootOf(parent, join.second());
            int cluster = size + merges.size();
            parent[a] = cluster;
            parent[b] = cluster;
            count[cluster] = count[a] + count[b];
            merges.add(new Merge(Math.min(a, b), Math.max(a, b), join.distance(), count[cluster]));
        }
        return List.copyOf(merges);
    }

    private static int rootOf(int[] parent, int item) {
        int root = item;
        while (parent[root] != root) {
            root = parent[root];
        }
        int next = item;
        while (parent[next] != root) {
            int above = parent[next];
            parent[next] = root;
            next = above;
        }
        return root;
    }
}
