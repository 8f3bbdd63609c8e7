package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.optimiser.Allocation;
import dev.tradesuite.quant.optimiser.BlackLitterman;
import dev.tradesuite.quant.optimiser.Constraints;
import dev.tradesuite.quant.optimiser.Hierarchical;
import dev.tradesuite.quant.optimiser.LeastTailRisk;
import dev.tradesuite.quant.optimiser.MeanVariance;
import dev.tradesuite.quant.optimiser.RiskBased;
import dev.tradesuite.quant.optimiser.Scenarios;
import dev.tradesuite.quant.optimiser.Universe;
import dev.tradesuite.support.problem.ProblemException;
import java.util.OptionalInt;

/** Chooses weights: one line for each objective. */
final class WeightSolver {

    /** Clusters where nobody says how many. */
    static final int USUAL_CLUSTERS = 4;

    private WeightSolver() {}

    /**
     * The moments the objective rests on: those after the views where there are any.
     *
     * @throws dev.tradesuite.quant.QuantException as {@link BlackLitterman#posterior}
     */
    static AssetMoments believed(Objective objective, AssetMoments moments) {
        if (!(objective instanceof Objective.AfterViews after)) {
            return moments;
        }
        after.views()
                .forEach(view ->
                        ConstraintBuilder.requireKnown(moments.universe().codes(), view.portfolio()));
        return moments.withUniverse(
                BlackLitterman.posterior(moments.universe(), after.views(), BlackLitterman.USUAL_TAU));
    }

    /**
     * Weights with their proof.
     *
     * @param moments as {@link #believed}
     * @throws dev.tradesuite.quant.QuantException when there are none
     */
    static Allocation solve(Objective objective, AssetMoments moments, Constraints constraints, double riskFreeRate) {
        Universe universe = moments.universe();
        return switch (objective) {
            case Objective.MaxSharpe _ -> MeanVariance.of(universe, constraints).maxSharpe(riskFreeRate);
            case Objective.MinVolatility _ ->
                MeanVariance.of(universe, constraints).minVolatility();
            case Objective.MaxQuadraticUtility(double aversion) ->
                MeanVariance.of(universe, constraints).maxQuadraticUtility(aversion);
            case Objective.EfficientRisk(double target) ->
                MeanVariance.of(universe, constraints).efficientRisk(target);
            case Objective.EfficientReturn(double target) ->
                MeanVariance.of(universe, constraints).efficientReturn(target);
            case Objective.AfterViews after ->
                MeanVariance.of(universe, constraints).maxQuadraticUtility(after.riskAversion());
            case Objective.MinCvar(double confidence) ->
                tail(moments, constraints).minCvar(confidence);
            case Objective.MinCdar(double confidence) ->
                tail(moments, constraints).minCdar(confidence);
            case Objective.MinSemivariance(double benchmark) ->
                tail(moments, constraints).minSemivariance(benchmark);
            case Objective.RiskParity _ -> RiskBased.riskParity(universe);
            case Objective.RiskBudget(var budgets) -> {
                ConstraintBuilder.requireKnown(universe.codes(), budgets);
                yield RiskBased.riskBudget(universe, ConstraintBuilder.inOrder(universe.codes(), budgets));
            }
            case Objective.MaxDiversification _ -> RiskBased.maxDiversification(universe, constraints);
            case Objective.InverseVolatility _ -> RiskBased.inverseVolatility(universe);
            case Objective.HierarchicalParity(var linkage) ->
                tree(moments, linkage).hrp();
            case Objective.ClusterContribution(var linkage, var clusters) ->
                tree(moments, linkage).herc(count(clusters, universe));
            case Objective.NestedClusters(var linkage, var clusters) ->
                tree(moments, linkage).nco(count(clusters, universe));
            case Objective.EqualWeights _ -> RiskBased.equalWeight(universe.codes());
        };
    }

    /** The tree of assets. */
    static Hierarchical tree(AssetMoments moments, Linkage linkage) {
        return Hierarchical.of(moments.universe(), moments.correlation().get(), linkage);
    }

    /** How many clusters, where nobody says at most as many as there are assets. */
    static int count(OptionalInt clusters, Universe universe) {
        int count = clusters.orElse(Math.min(USUAL_CLUSTERS, universe.size()));
        if (count > universe.size()) {
            throw new ProblemException(
                    ProblemCode.METHOD_DOES_NOT_FIT,
                    "%d assets make 1 to %d clusters, not %d".formatted(universe.size(), universe.size(), count));
        }
        return count;
    }

    private static LeastTailRisk tail(AssetMoments moments, Constraints constraints) {
        ReturnTable complete = moments.returns()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.METHOD_DOES_NOT_FIT,
                        "This method looks at returns: send prices or returns, or name registered strategies"))
                .complete();
        double[][] byDay = new double[complete.periods()][complete.assets()];
        for (int t = 0; t < byDay.length; t++) {
            for (int i = 0; i < byDay[t].length; i++) {
                byDay[t][i] = complete.value(i, t);
            }
        }
        if (byDay.length < 2) {
            throw new ProblemException(
                    ProblemCode.DATES_DO_NOT_OVERLAP, "There are no two periods in which all assets have a return");
        }
        return LeastTailRisk.of(Scenarios.of(complete.codes(), byDay), constraints);
    }
}
