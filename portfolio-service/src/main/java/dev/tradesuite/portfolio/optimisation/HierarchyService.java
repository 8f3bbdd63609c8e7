package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.cluster.Dendrogram;
import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.optimiser.Allocation;
import dev.tradesuite.quant.optimiser.Hierarchical;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The tree of assets that move together, and weights along it. Safe for many threads. */
public final class HierarchyService {

    private final AssetMomentsReader reader;
    private final WorkLimit limit;

    HierarchyService(AssetMomentsReader reader, WorkLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * What is to be put into a tree.
     *
     * @param clusters empty for the usual number
     */
    public record Question(AssetData data, MomentModels models, Linkage linkage, OptionalInt clusters) {}

    /**
     * The tree and its weights.
     *
     * @param clusters how many the tree is cut into
     */
    public record Outcome(
            AssetMoments moments, Dendrogram tree, int clusters, Allocation hrp, Allocation herc, Allocation nco) {

        /** Codes of each cluster. */
        public List<List<String>> members() {
            return tree.cut(clusters).stream().map(this::codes).toList();
        }

        /** Codes as they stand below the tree. */
        public List<String> order() {
            return codes(tree.root());
        }

        private List<String> codes(int cluster) {
            return Arrays.stream(tree.items(cluster))
                    .mapToObj(moments.universe().codes()::get)
                    .toList();
        }
    }

    /**
     * The tree.
     *
     * @throws dev.tradesuite.support.problem.ProblemException METHOD_DOES_NOT_FIT for too many clusters, and what the
     *     data is refused for
     */
    public Outcome tree(Question question) {
        return limit.run(() -> QuantRefusal.asProblem(() -> {
            AssetMoments moments = reader.read(question.data(), question.models());
            int clusters = WeightSolver.count(question.clusters(), moments.universe());
            Hierarchical tree = WeightSolver.tree(moments, question.linkage());
            return new Outcome(moments, tree.tree(), clusters, tree.hrp(), tree.herc(clusters), tree.nco(clusters));
        }));
    }
}
