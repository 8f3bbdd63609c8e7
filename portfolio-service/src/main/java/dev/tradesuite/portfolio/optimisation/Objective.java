package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.optimiser.ReturnView;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What weights are chosen for, with what that needs to know. */
public sealed interface Objective {

    record MaxSharpe() implements Objective {}

    record MinVolatility() implements Objective {}

    record MaxQuadraticUtility(double riskAversion) implements Objective {}

    record EfficientRisk(double targetVolatility) implements Objective {}

    record EfficientReturn(double targetReturn) implements Objective {}

    record MinCvar(double confidence) implements Objective {}

    record MinCdar(double confidence) implements Objective {}

    record MinSemivariance(double benchmarkReturn) implements Objective {}

    record RiskParity() implements Objective {}

    /**
     * Shares of the risk as they are asked for.
     *
     * @param budgets by code, one for each asset
     */
    record RiskBudget(Map<String, Double> budgets) implements Objective {

        public RiskBudget {
            budgets = Map.copyOf(budgets);
        }
    }

    record MaxDiversification() implements Objective {}

    record InverseVolatility() implements Objective {}

    record HierarchicalParity(Linkage linkage) implements Objective {}

    /**
     * Equal contributions of clusters.
     *
     * @param clusters empty for the usual number
     */
    record ClusterContribution(Linkage linkage, OptionalInt clusters) implements Objective {}

    /**
     * Optima within clusters, and one over them.
     *
     * @param clusters empty for the usual number
     */
    record NestedClusters(Linkage linkage, OptionalInt clusters) implements Objective {}

    record AfterViews(List<ReturnView> views, double riskAversion) implements Objective {

        public AfterViews {
            views = List.copyOf(views);
        }
    }

    record EqualWeights() implements Objective {}

    /** Which constraints an objective can keep. */
    enum Keeps {
        /** All of them. */
        ALL,
        /** Those of which a mix of two allocations that keep them keeps them too: no number of holdings. */
        CONVEX,
        /** None: weights follow from the data alone, long only and fully invested. */
        NONE
    }

    default Keeps keeps() {
        return switch (this) {
            case MaxSharpe _,
                    MinVolatility _,
                    MaxQuadraticUtility _,
                    EfficientRisk _,
                    EfficientReturn _,
                    MaxDiversification _,
                    AfterViews _ -> Keeps.ALL;
            case MinCvar _, MinCdar _, MinSemivariance _ -> Keeps.CONVEX;
            case RiskParity _,
                    RiskBudget _,
                    InverseVolatility _,
                    HierarchicalParity _,
                    ClusterContribution _,
                    NestedClusters _,
                    EqualWeights _ -> Keeps.NONE;
        };
    }
}
