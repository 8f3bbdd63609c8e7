package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Primal-dual interior point with predictor and corrector (Mehrotra 1992) for a {@link ConvexProgram}.
 *
 * <p>Each iteration factors H + G' diag(l / s) G once, with l the multipliers and s the slacks of the inequalities, and
 * solves twice with it; equality rows are eliminated by their Schur complement.
 */
final class InteriorPoint {

    private static final int MOST_ITERATIONS = 80;
    private static final double BOUNDARY = 0.995;
    private static final double SLOW = 0.7;
    private static final double CENTRING = 0.2;

    private final ConvexProgram program;
    private final int rows;
    private final double[] limits;
    private final double[][] equalities;
    private final double[] equalityValues;
    private final double precision;
    private double[][] columns = new double[0][];
    private double[][] schur = new double[0][];

    private double[] factored = new double[0];
    private double[] z;
    private double[] equalityMultipliers;
    private double[] slacks;
    private double[] multipliers;

    private InteriorPoint(ConvexProgram program, double precision) {
        this.program = program;
        this.precision = precision;
        this.rows = program.inequalities();
        this.limits = program.limits();
        this.equalities = program.equalities();
        this.equalityValues = program.equalityValues();
        this.z = new double[program.variables()];
        this.equalityMultipliers = new double[equalities.length];
        this.slacks = new double[rows];
        this.multipliers = new double[rows];
    }

    /**
     * What was found.
     *
     * @param z variables
     * @param equalityMultipliers y of H z + c + E' y + G' l = 0
     * @param multipliers l, above 0
     * @param slacks of the inequalities, above 0
     * @param residual how far the equations are from being kept, relative
     * @param complementarity mean product of slack and multiplier
     * @param iterations made
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Result(
            double[] z,
            double[] equalityMultipliers,
            double[] multipliers,
            double[] slacks,
            double residual,
            double complementarity,
            int iterations) {

        boolean isAccurate() {
            return residual < 1e-7 && complementarity < 1e-7;
        }
    }

    /** Solves to this relative precision of residuals and complementarity, or as far as it gets. */
    static Result solve(ConvexProgram program, double precision) {
        return new InteriorPoint(program, precision).run();
    }

    private Result run() {
        start();
        @Nullable Result best = null;
        double bestScore = Double.POSITIVE_INFINITY;
        double scale = 1 + Vectors.largest(program.linear());
        double size = 1 + Math.max(Vectors.largest(equalityValues), finiteLargest(limits));
        int sinceBest = 0;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] dual = dualResidual();
            double[] equality = equalityResidual();
            double[] inequality = inequalityResidual();
            double complementarity = Vectors.dot(slacks, multipliers) / Math.max(1, rows);
            double residual = Math.max(
                    Vectors.largest(dual) / scale,
                    Math.max(Vectors.largest(equality), Vectors.largest(inequality)) / size);
            double score = Math.max(residual, complementarity / scale);
            if (!(score < Double.POSITIVE_INFINITY)) {
                break;
            }
            if (best == null || score < bestScore) {
                bestScore = score;
                sinceBest = 0;
                best = new Result(
                        z.clone(),
                        equalityMultipliers.clone(),
                        multipliers.clone(),
                        slacks.clone(),
                        residual,
                        complementarity / scale,
                        iteration);
            } else if (++sinceBest > 12) {
                break;
            }
            if (score < precision) {
                break;
            }
            step(dual, equality, inequality, complementarity);
        }
        if (best == null) {
            throw new StalledException("the interior point lost its numbers");
        }
        return best;
    }

    private static double finiteLargest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** The least z' H z / 2 + c' z + |s|^2 / 2 with G z + s = h, moved inside. */
    private void start() {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        factor(ones);
        double[] right = program.linear().clone();
        for (int i = 0; i < right.length; i++) {
            right[i] = -right[i];
        }
        program.addTransposed(limits, right);
        double[] direction = new double[equalities.length];
        solve(right, equalityValues, direction);
        z = right;
        equalityMultipliers = direction;
        double[] product = program.inequalities(z);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            slacks[i] = limits[i] - product[i];
            multipliers[i] = -slacks[i];
            least = Math.min(least, slacks[i]);
            most = Math.max(most, slacks[i]);
        }
        double size = Math.max(1e-3, Math.sqrt(Vectors.dot(slacks, slacks) / Math.max(1, rows)));
        double primalShift = least > 1e-3 * size ? 0 : size - least;
        double dualShift = -most > 1e-3 * size ? 0 : size + most;
        for (int i = 0; i < rows; i++) {
            slacks[i] += primalShift;
            multipliers[i] += dualShift;
        }
    }

    private void step(double[] dual, double[] equality, double[] inequality, double complementarity) {
        double[] weights = new double[rows];
        for (int i = 0; i < rows; i++) {
            weights[i] = multipliers[i] / slacks[i];
        }
        factor(weights);
        double[] products = new double[rows];
        for (int i = 0; i < rows; i++) {
            products[i] = slacks[i] * multipliers[i];
        }
        Direction predictor = direction(dual, equality, inequality, products, weights);
        Lengths whole = lengths(predictor, 1);
        double after = 0;
        for (int i = 0; i < rows; i++) {
            after += (slacks[i] + whole.primal() * predictor.slacks()[i])
                    * (multipliers[i] + whole.dual() * predictor.multipliers()[i]);
        }
        double ratio = after / Math.max(1, rows) / complementarity;
        double centre = ratio * ratio * ratio * complementarity;
        for (int i = 0; i < rows; i++) {
            products[i] += predictor.slacks()[i] * predictor.multipliers()[i] - centre;
        }
        Direction chosen = direction(dual, equality, inequality, products, weights);
        if (complementarityAfter(chosen) > SLOW * complementarity) {
            Direction centred = centred(dual, equality, inequality, weights, complementarity);
            chosen = complementarityAfter(centred) < complementarityAfter(chosen) ? centred : chosen;
        }
        Lengths step = lengths(chosen, BOUNDARY);
        Vectors.addScaled(step.primal(), chosen.z(), z);
        Vectors.addScaled(step.dual(), chosen.equalities(), equalityMultipliers);
        Vectors.addScaled(step.primal(), chosen.slacks(), slacks);
        Vectors.addScaled(step.dual(), chosen.multipliers(), multipliers);
    }

    /** Without the second-order part, which now and then makes steps that lead nowhere. */
    private Direction centred(
            double[] dual, double[] equality, double[] inequality, double[] weights, double complementarity) {
        double[] products = new double[rows];
        for (int i = 0; i < rows; i++) {
            products[i] = slacks[i] * multipliers[i] - CENTRING * complementarity;
        }
        return direction(dual, equality, inequality, products, weights);
    }

    private double complementarityAfter(Direction direction) {
        Lengths step = lengths(direction, BOUNDARY);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += (slacks[i] + step.primal() * direction.slacks()[i])
                    * (multipliers[i] + step.dual() * direction.multipliers()[i]);
        }
        return sum / Math.max(1, rows);
    }

    private record Lengths(double primal, double dual) {}

    /** How far to go along a direction; both alike unless the program is linear, whose residuals do not mix them. */
    private Lengths lengths(Direction direction, double part) {
        double primal = Math.min(1, part * longest(slacks, direction.slacks()));
        double dual = Math.min(1, part * longest(multipliers, direction.multipliers()));
        double both = Math.min(primal, dual);
        return program.isLinear() ? new Lengths(primal, dual) : new Lengths(both, both);
    }

    /** How far one can go until an element is 0. */
    private static double longest(double[] from, double[] direction) {
        double most = Double.POSITIVE_INFINITY;
        for (int i = 0; i < from.length; i++) {
            if (direction[i] < 0) {
                most = Math.min(most, -from[i] / direction[i]);
            }
        }
        return most;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Direction(double[] z, double[] equalities, double[] slacks, double[] multipliers) {}

    /**
     * Newton's direction that takes the residuals to 0 and the products of slacks and multipliers down by these
     * amounts.
     */
    private Direction direction(
            double[] dual, double[] equality, double[] inequality, double[] products, double[] weights) {
        double[] shift = new double[rows];
        for (int i = 0; i < rows; i++) {
            shift[i] = -(weights[i] * inequality[i] - products[i] / slacks[i]);
        }
        double[] dz = new double[dual.length];
        for (int i = 0; i < dz.length; i++) {
            dz[i] = -dual[i];
        }
        program.addTransposed(shift, dz);
        double[] right = new double[equality.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = -equality[i];
        }
        double[] dy = new double[equality.length];
        solve(dz, right, dy);
        double[] ds = program.inequalities(dz);
        double[] dl = new double[rows];
        for (int i = 0; i < rows; i++) {
            ds[i] = -inequality[i] - ds[i];
            dl[i] = (-products[i] - multipliers[i] * ds[i]) / slacks[i];
        }
        return new Direction(dz, dy, ds, dl);
    }

    private void factor(double[] weights) {
        program.factor(weights);
        factored = weights;
        int count = equalities.length;
        columns = new double[count][];
        schur = new double[count][count];
        for (int i = 0; i < count; i++) {
            columns[i] = equalities[i].clone();
            program.solve(columns[i]);
            for (int j = 0; j <= i; j++) {
                schur[j][i] = Vectors.dot(equalities[j], columns[i]);
            }
        }
        NormalFactor.factor(schur);
    }

    /** Solves N x + E' y = right, E x = values; x takes the place of right. */
    private void solve(double[] right, double[] values, double[] y) {
        double[] wanted = right.clone();
        pass(right, values, y);
        for (int i = 0; i < program.refinements(); i++) {
            double[] missing = missing(wanted, right, y);
            double[] missingValues = values.clone();
            for (int k = 0; k < values.length; k++) {
                missingValues[k] -= Vectors.dot(equalities[k], right);
            }
            double[] correction = new double[y.length];
            pass(missing, missingValues, correction);
            Vectors.addScaled(1, missing, right);
            Vectors.addScaled(1, correction, y);
        }
    }

    private double[] missing(double[] wanted, double[] x, double[] y) {
        double[] product = new double[x.length];
        program.addHessian(x, product);
        double[] weighted = program.inequalities(x);
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] *= factored[i];
        }
        program.addTransposed(weighted, product);
        for (int i = 0; i < y.length; i++) {
            Vectors.addScaled(y[i], equalities[i], product);
        }
        for (int i = 0; i < product.length; i++) {
            product[i] = wanted[i] - product[i];
        }
        return product;
    }

    private void pass(double[] right, double[] values, double[] y) {
        program.solve(right);
        for (int i = 0; i < y.length; i++) {
            y[i] = Vectors.dot(equalities[i], right) - values[i];
        }
        NormalFactor.solve(schur, y);
        for (int i = 0; i < y.length; i++) {
            Vectors.addScaled(-y[i], columns[i], right);
        }
    }

    private double[] dualResidual() {
        double[] residual = program.linear().clone();
        program.addHessian(z, residual);
        for (int i = 0; i < equalities.length; i++) {
            Vectors.addScaled(equalityMultipliers[i], equalities[i], residual);
        }
        program.addTransposed(multipliers, residual);
        return residual;
    }

    private double[] equalityResidual() {
        double[] residual = new double[equalities.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = Vectors.dot(equalities[i], z) - equalityValues[i];
        }
        return residual;
    }

    private double[] inequalityResidual() {
        double[] residual = program.inequalities(z);
        for (int i = 0; i < rows; i++) {
            residual[i] += slacks[i] - limits[i];
        }
        return residual;
    }
}
