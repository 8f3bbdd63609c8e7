package dev.tradesuite.learning.tree;

import dev.tradesuite.learning.ModelFormatException;
import java.util.BitSet;

/** Checks that arrays of nodes are a tree, so that walking down one ends and reads no node that is not there. */
final class TreeShape {

    private TreeShape() {}

    /**
     * Refuses anything but a tree.
     *
     * @param tree its number, for the message
     * @param left left child of each node; below zero where there is none
     * @param right right child of each node, likewise
     * @param feature feature each inner node asks for
     * @param features number of features there are
     */
    static void require(int tree, int[] left, int[] right, int[] feature, int features) {
        BitSet reached = new BitSet(left.length);
        reached.set(0);
        for (int node = 0; node < left.length; node++) {
            for (int child : new int[] {left[node], right[node]}) {
                if (child >= left.length || (child >= 0 && reached.get(child))) {
                    throw new ModelFormatException(
                            "tree %d is damaged: node %d leads to %d".formatted(tree, node, child));
                }
                if (child >= 0) {
                    reached.set(child);
                }
            }
            if (left[node] >= 0 || right[node] >= 0) {
                requireFeature(tree, node, feature[node], features);
            }
        }
        requireNoCircle(tree, left, right);
    }

    static void requireFeature(int tree, int node, int feature, int features) {
        if (feature < 0 || feature >= features) {
            throw new ModelFormatException(
                    "tree %d is damaged: node %d asks for feature %d of %d".formatted(tree, node, feature, features));
        }
    }

    /**
     * Every node has one parent at most; what is left to check is that none hangs below itself, apart from the root.
     */
    private static void requireNoCircle(int tree, int[] left, int[] right) {
        int[] waiting = new int[left.length];
        int count = 1;
        BitSet seen = new BitSet(left.length);
        while (count > 0) {
            int node = waiting[--count];
            if (seen.get(node)) {
                throw new ModelFormatException("tree %d is damaged: node %d is below itself".formatted(tree, node));
            }
            seen.set(node);
            if (left[node] >= 0) {
                waiting[count++] = left[node];
            }
            if (right[node] >= 0) {
                waiting[count++] = right[node];
            }
        }
    }
}
