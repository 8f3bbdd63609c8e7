package dev.tradesuite.portfolio.optimisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Constraints as they were asked for; what is not said is decided by {@link ConstraintBuilder}.
 *
 * @param defaults whether the default constraints hold where nothing else is said
 * @param marketNeutral whether weights sum to 0 instead of 1
 * @param range of every weight
 * @param rows groups and other limits of sums
 * @param holdings how many assets are held
 * @param together what assets that move together may have together
 * @param terms penalty and trading
 */
public record WeightRules(
        boolean defaults,
        boolean marketNeutral,
        Range range,
        List<Row> rows,
        HoldingRange holdings,
        Optional<Together> together,
        Terms terms) {

    /** The default constraints and nothing else. */
    public static final WeightRules DEFAULT = new WeightRules(
            true,
            false,
            new Range(OptionalDouble.empty(), OptionalDouble.empty(), Map.of()),
            List.of(),
            new HoldingRange(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty()),
            Optional.empty(),
            new Terms(0, 0, OptionalDouble.empty()));

    public WeightRules {
        rows = List.copyOf(rows);
    }

    /**
     * Bounds of single assets and of all others.
     *
     * @param byCode least and largest weight of single assets
     */
    public record Range(OptionalDouble least, OptionalDouble most, Map<String, Bounds> byCode) {

        public Range {
            byCode = Map.copyOf(byCode);
        }
    }

    /** Least and largest weight. */
    public record Bounds(double least, double most) {}

    /**
     * A sum of coefficient x weight between two limits.
     *
     * @param coefficients by code
     * @param least negative infinity for none
     * @param most infinity for none
     */
    public record Row(String name, Map<String, Double> coefficients, double least, double most) {

        public Row {
            coefficients = Map.copyOf(coefficients);
        }
    }

    /** How many assets are held, and the least weight of one that is. */
    public record HoldingRange(OptionalInt least, OptionalInt most, OptionalDouble minWeight) {

        /** Whether anything was said. */
        boolean isStated() {
            return least.isPresent() || most.isPresent() || minWeight.isPresent();
        }
    }

    /** Assets correlated above a limit have at most this together. */
    public record Together(double above, double most) {

        /** The default one. */
        public static final Together DEFAULT = new Together(0.6, 0.5);
    }

    /**
     * What holding and trading cost.
     *
     * @param l2 penalty on the sum of squared weights
     * @param transactionCost part of what is bought or sold that is lost
     * @param turnoverMax largest sum of what is bought and sold
     */
    public record Terms(double l2, double transactionCost, OptionalDouble turnoverMax) {

        /** Whether it matters what is held now. */
        public boolean isTrading() {
            return transactionCost > 0 || turnoverMax.isPresent();
        }
    }
}
