package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import dev.tradesuite.quant.optimiser.Certificate;
import dev.tradesuite.quant.optimiser.Constraints;
import dev.tradesuite.quant.optimiser.HoldingLimits;
import dev.tradesuite.quant.optimiser.LinearRow;
import dev.tradesuite.quant.optimiser.Trading;
import dev.tradesuite.quant.optimiser.Universe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Says which constraints weights break, and by how much. Safe for many threads. */
public final class AllocationCheckService {

    /** A weight below this holds nothing. */
    private static final double HELD = 1e-9;

    private final AssetMomentsReader reader;
    private final WorkLimit limit;

    AllocationCheckService(AssetMomentsReader reader, WorkLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * What is asked for.
     *
     * @param weights by code
     * @param data from which correlations are known; empty when nobody told
     * @param current held now, by code
     */
    public record Question(
            Map<String, Double> weights,
            Optional<AssetData> data,
            MomentModels models,
            WeightRules rules,
            Map<String, Double> current) {}

    /**
     * A constraint that was looked at.
     *
     * @param name in words
     * @param value measured
     * @param limit kept up to here
     * @param excess by how much it is broken; 0 or less when it is kept
     */
    public record Measured(String name, double value, double limit, double excess) {

        static Measured most(String name, double value, double limit) {
            return new Measured(name, value, limit, value - limit);
        }

        static Measured least(String name, double value, double limit) {
            return new Measured(name, value, limit, limit - value);
        }
    }

    /**
     * What was found.
     *
     * @param broken the worst first
     * @param checked how many were looked at
     */
    public record Finding(List<Measured> broken, int checked, List<String> warnings) {}

    /**
     * The broken constraints.
     *
     * @throws dev.tradesuite.support.problem.ProblemException UNKNOWN_CODE and what the data is refused for
     */
    public Finding check(Question question) {
        return limit.run(() -> QuantRefusal.asProblem(() -> compute(question)));
    }

    private Finding compute(Question question) {
        AssetMoments moments = question.data()
                .map(data -> reader.read(data, question.models()))
                .orElseGet(() -> unrelated(List.copyOf(question.weights().keySet())));
        List<String> warnings = new ArrayList<>(moments.warnings());
        if (question.data().isEmpty() && question.rules().defaults()) {
            warnings.add("Without data nothing is known of what moves together, so that limit was not checked.");
        }
        ConstraintBuilder.requireKnown(moments.universe().codes(), question.weights());
        Constraints constraints = new ConstraintBuilder(question.rules(), moments, warnings)
                .build(Objective.Keeps.ALL, question.current());
        double[] weights = ConstraintBuilder.inOrder(constraints.codes(), question.weights());
        List<Measured> all = measured(constraints, weights);
        return new Finding(
                all.stream()
                        .filter(measured -> measured.excess() > Certificate.MAX_VIOLATION)
                        .sorted(Comparator.comparingDouble(Measured::excess).reversed())
                        .toList(),
                all.size(),
                List.copyOf(warnings));
    }

    /** Assets of which nothing is known but their names. */
    private static AssetMoments unrelated(List<String> codes) {
        SymmetricMatrix identity = SymmetricMatrix.identity(codes.size());
        return new AssetMoments(
                Universe.of(codes, new double[codes.size()], identity),
                Optional.empty(),
                () -> identity,
                new AssetMoments.Quality(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), false),
                List.of());
    }

    private static List<Measured> measured(Constraints constraints, double[] weights) {
        List<Measured> all = new ArrayList<>();
        double sum = Vectors.sum(weights);
        all.add(new Measured("sum of the weights", sum, constraints.budget(), Math.abs(sum - constraints.budget())));
        double[] lower = constraints.lower();
        double[] upper = constraints.upper();
        for (int i = 0; i < weights.length; i++) {
            String code = constraints.codes().get(i);
            all.add(Measured.least("least weight of " + code, weights[i], lower[i]));
            all.add(Measured.most("largest weight of " + code, weights[i], upper[i]));
        }
        for (LinearRow row : constraints.rows()) {
            double value = Vectors.dot(row.coefficients(), weights);
            if (row.least() > Double.NEGATIVE_INFINITY) {
                all.add(Measured.least("least of " + row.name(), value, row.least()));
            }
            if (row.most() < Double.POSITIVE_INFINITY) {
                all.add(Measured.most("most of " + row.name(), value, row.most()));
            }
        }
        constraints.holdings().ifPresent(limits -> addHoldings(limits, constraints.codes(), weights, all));
        constraints.trading().ifPresent(trading -> addTurnover(trading, weights, all));
        return all;
    }

    private static void addHoldings(HoldingLimits limits, List<String> codes, double[] weights, List<Measured> all) {
        int held = 0;
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) > HELD) {
                held++;
                all.add(Measured.least(
                        "least weight of " + codes.get(i) + ", for it is held", weights[i], limits.minWeight()));
            }
        }
        all.add(Measured.least("fewest holdings", held, limits.least()));
        all.add(Measured.most("most holdings", held, limits.most()));
    }

    private static void addTurnover(Trading trading, double[] weights, List<Measured> all) {
        if (trading.maxTurnover() < Double.POSITIVE_INFINITY) {
            double turnover = 0;
            for (int i = 0; i < weights.length; i++) {
                turnover += Math.abs(weights[i] - trading.current()[i]);
            }
            all.add(Measured.most("turnover", turnover, trading.maxTurnover()));
        }
    }
}
