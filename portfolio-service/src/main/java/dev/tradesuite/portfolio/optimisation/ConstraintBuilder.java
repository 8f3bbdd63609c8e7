package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.quant.optimiser.Constraints;
import dev.tradesuite.quant.optimiser.Trading;
import dev.tradesuite.support.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what weights must keep out of what was asked for and the default constraints. */
final class ConstraintBuilder {

    private static final double MOST = 0.5;
    private static final int LEAST_HOLDINGS = 5;
    private static final double LEAST_WEIGHT = 0.05;

    private final WeightRules rules;
    private final AssetMoments moments;
    private final List<String> warnings;

    /** @param warnings told what could not be kept */
    ConstraintBuilder(WeightRules rules, AssetMoments moments, List<String> warnings) {
        this.rules = rules;
        this.moments = moments;
        this.warnings = warnings;
    }

    /**
     * The constraints of an objective.
     *
     * @param currentWeights held now, by code; what is not named is 0
     * @throws ProblemException UNKNOWN_CODE, SHRINKAGE_NEEDED
     */
    Constraints build(Objective.Keeps keeps, Map<String, Double> currentWeights) {
        Constraints constraints = Constraints.of(moments.universe().codes());
        if (keeps == Objective.Keeps.NONE) {
            if (rules.defaults()) {
                warnings.add("This method keeps no constraints but long only and a sum of 1, so the default constraints"
                        + " are not kept; validate-allocation says which of them its weights break.");
            }
            return constraints;
        }
        constraints = trading(rows(ranges(constraints)).withL2(rules.terms().l2()), currentWeights);
        requireKnownRisk(constraints);
        return holdings(constraints, keeps);
    }

    private Constraints ranges(Constraints constraints) {
        double most = rules.range().most().orElse(rules.defaults() ? MOST : 1);
        double least = rules.range().least().orElse(rules.marketNeutral() ? -most : 0);
        Constraints ranged = constraints.withBounds(least, most);
        requireKnown(rules.range().byCode());
        for (Map.Entry<String, WeightRules.Bounds> bounds :
                rules.range().byCode().entrySet()) {
            ranged = ranged.withBounds(
                    bounds.getKey(),
                    bounds.getValue().least(),
                    bounds.getValue().most());
        }
        return rules.marketNeutral() ? ranged.withBudget(0) : ranged;
    }

    private Constraints rows(Constraints constraints) {
        Constraints limited = constraints;
        for (WeightRules.Row row : rules.rows()) {
            requireKnown(row.coefficients());
            limited = limited.withLinear(row.name(), row.coefficients(), row.least(), row.most());
        }
        Optional<WeightRules.Together> together = rules.together()
                .or(() -> rules.defaults() ? Optional.of(WeightRules.Together.DEFAULT) : Optional.empty());
        return together.isEmpty()
                ? limited
                : limited.withCorrelatedGroups(
                        moments.correlation().get(),
                        together.get().above(),
                        together.get().most());
    }

    private Constraints trading(Constraints constraints, Map<String, Double> currentWeights) {
        requireKnown(currentWeights);
        WeightRules.Terms terms = rules.terms();
        return terms.isTrading()
                ? constraints.withTrading(new Trading(
                        inOrder(constraints.codes(), currentWeights),
                        terms.transactionCost(),
                        terms.turnoverMax().orElse(Double.POSITIVE_INFINITY)))
                : constraints;
    }

    private Constraints holdings(Constraints constraints, Objective.Keeps keeps) {
        WeightRules.HoldingRange stated = rules.holdings();
        if (!stated.isStated() && !rules.defaults()) {
            return constraints;
        }
        boolean fits = keeps == Objective.Keeps.ALL
                && constraints.trading().isEmpty()
                && Arrays.stream(constraints.lower()).allMatch(bound -> bound >= 0);
        if (!stated.isStated() && !fits) {
            warnings.add("The default of at least %d holdings of at least %s is not kept: it does not go with %s."
                    .formatted(
                            LEAST_HOLDINGS,
                            LEAST_WEIGHT,
                            keeps == Objective.Keeps.ALL ? "short positions or trading terms" : "this method"));
            return constraints;
        }
        int least = stated.least()
                .orElse(
                        rules.defaults()
                                ? Math.min(LEAST_HOLDINGS, stated.most().orElse(LEAST_HOLDINGS))
                                : 0);
        int most = stated.most().orElse(Math.max(least, constraints.codes().size()));
        if (most < least) {
            throw new ProblemException(
                    ProblemCode.BOUNDS_CONTRADICT,
                    "At least %d and at most %d holdings contradict".formatted(least, most));
        }
        double largest = Arrays.stream(constraints.upper()).max().orElse(1);
        double weight = stated.minWeight().orElse(Math.clamp(largest, 0, LEAST_WEIGHT));
        return constraints.withHoldings(least, most, weight);
    }

    private void requireKnownRisk(Constraints constraints) {
        boolean isShort = Arrays.stream(constraints.lower()).anyMatch(bound -> bound < 0);
        if (isShort && moments.quality().rankDeficient()) {
            throw new ProblemException(
                    ProblemCode.SHRINKAGE_NEEDED,
                    "%d assets with %d common observations seem to have mixes of long and short without any risk"
                            .formatted(
                                    moments.universe().size(),
                                    moments.quality().observations().orElse(0)));
        }
    }

    private void requireKnown(Map<String, ?> byCode) {
        requireKnown(moments.universe().codes(), byCode);
    }

    /** UNKNOWN_CODE when a code is none of the assets. */
    static void requireKnown(List<String> codes, Map<String, ?> byCode) {
        List<String> unknown = byCode.keySet().stream()
                .filter(code -> !codes.contains(code))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_CODE,
                    "None of the assets: " + String.join(", ", unknown.subList(0, Math.min(20, unknown.size()))));
        }
    }

    /** Values in the order of the codes; 0 where there is none. */
    static double[] inOrder(List<String> codes, Map<String, Double> byCode) {
        double[] values = new double[codes.size()];
        Arrays.setAll(values, i -> byCode.getOrDefault(codes.get(i), 0.0));
        return values;
    }
}
