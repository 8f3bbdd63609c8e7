package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weights with the least tail or downside risk on recorded days, within bounds, groups and linear rows. Tails are
 * linear programs solved by a structured interior point; semivariance is solved by Newton steps on the days below the
 * benchmark.
 */
public final class LeastTailRisk {

    private static final double PRECISION = 1e-12;
    private static final int MOST_NEWTON_STEPS = 100;

    private final Scenarios scenarios;
    private final Constraints constraints;
    private final PortfolioProgram program;

    private LeastTailRisk(Scenarios scenarios, Constraints constraints, PortfolioProgram program) {
        this.scenarios = scenarios;
        this.constraints = constraints;
        this.program = program;
    }

    /**
     * The portfolios of some days within constraints.
     *
     * @throws QuantException WRONG_SIZE, METHOD_DOES_NOT_FIT with a number of holdings, trading or an L2 penalty, and
     *     as {@link MeanVariance#of}
     */
    public static LeastTailRisk of(Scenarios scenarios, Constraints constraints) {
        if (!scenarios.codes().equals(constraints.codes())) {
            throw new QuantException(QuantProblem.WRONG_SIZE, "the constraints are of other assets than the returns");
        }
        if (constraints.holdings().isPresent() || constraints.trading().isPresent() || constraints.l2() > 0) {
            throw new QuantException(
                    QuantProblem.METHOD_DOES_NOT_FIT,
                    "tail risk goes with bounds, groups and linear rows, not with holdings, trading or an L2 penalty");
        }
        constraints.requireReachableBudget();
        int size = constraints.codes().size();
        PortfolioProgram program = new PortfolioProgram(
                new double[size][size],
                new double[size],
                new double[size],
                constraints.box(),
                constraints.rows(),
                PortfolioProgram.Base.NONE);
        Feasibility.require(program);
        return new LeastTailRisk(scenarios, constraints, program);
    }

    /**
     * The least conditional value at risk.
     *
     * @param confidence above 0 and below 1, usually 0.95
     */
    public Allocation minCvar(double confidence) {
        return leastTail(OptimiserMethod.MIN_CVAR, confidence, false);
    }

    /**
     * The least conditional drawdown at risk.
     *
     * @param confidence above 0 and below 1, usually 0.95
     */
    public Allocation minCdar(double confidence) {
        return leastTail(OptimiserMethod.MIN_CDAR, confidence, true);
    }

    /**
     * The least semivariance.
     *
     * @param benchmark return of a day below which days count
     */
    public Allocation minSemivariance(double benchmark) {
        if (!Double.isFinite(benchmark)) {
            throw new QuantException(QuantProblem.NOT_FINITE, "benchmark must be finite, was " + benchmark);
        }
        FrontierPoint point = new FrontierPoint(
                0, constraints.box().best(new double[program.size()]).weights());
        point = step(point.weights(), benchmark);
        double value = scenarios.semivariance(point.weights(), benchmark);
        for (int i = 0; i < MOST_NEWTON_STEPS && value > 0; i++) {
            double[] from = point.weights();
            FrontierPoint next = step(from, benchmark);
            double length = 1;
            double[] to = next.weights();
            double after = scenarios.semivariance(to, benchmark);
            while (after > value && length > 1e-6) {
                length /= 2;
                to = between(from, next.weights(), length);
                after = scenarios.semivariance(to, benchmark);
            }
            boolean isSettled = after >= value * (1 - 1e-15) || distance(from, to) < 1e-14;
            point = new FrontierPoint(0, to, next.rowMultipliers());
            value = Math.min(value, after);
            if (isSettled) {
                break;
            }
        }
        Proof proof = Proof.of(gradient(point.weights(), benchmark), point.weights(), program, multipliers(point));
        double gap = value > 0 ? proof.gap() / value : 0;
        return allocation(OptimiserMethod.MIN_SEMIVARIANCE, point.weights(), gap);
    }

    private double[] multipliers(FrontierPoint point) {
        int rows = program.rows().size();
        return point.rowMultipliers().length == rows ? point.rowMultipliers() : new double[rows];
    }

    private Allocation leastTail(OptimiserMethod method, double confidence, boolean isDrawdown) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE, "confidence must be above 0 and below 1, was " + confidence);
        }
        double[][] byDay = scenarios.byDay();
        double scale = scale(byDay);
        DenseProgram dense = new DenseProgram(program, 0);
        double[] resting = dense.weights(new double[dense.variables()]);
        if (Vectors.largest(resting) > 0) {
            throw new QuantException(
                    QuantProblem.METHOD_DOES_NOT_FIT, "tail risk does not go with a fixed weight other than 0");
        }
        double[][] returns = new double[byDay.length][dense.variables()];
        for (int t = 0; t < returns.length; t++) {
            for (int i = 0; i < returns[t].length; i++) {
                returns[t][i] = byDay[t][dense.moving(i)] / scale;
            }
        }
        InteriorPoint.Result result =
                InteriorPoint.solve(new TailProgram(dense, returns, confidence, isDrawdown), PRECISION);
        double[] weights = dense.weights(Arrays.copyOf(result.z(), dense.variables()));
        int from = dense.inequalities() + (isDrawdown ? 2 * byDay.length : 0);
        double[] gradient = new double[program.size()];
        for (int t = 0; t < byDay.length; t++) {
            Vectors.addScaled(-result.multipliers()[from + t], byDay[t], gradient);
        }
        Proof proof = Proof.of(gradient, weights, program, Vectors.scaled(dense.rowMultipliers(result), scale));
        double value = isDrawdown ? scenarios.cdar(weights, confidence) : scenarios.cvar(weights, confidence);
        double gap = Math.abs(value - Vectors.dot(gradient, weights)) + proof.gap();
        return allocation(method, weights, gap / Math.max(Math.abs(value), 1e-3 * scale));
    }

    private Allocation allocation(OptimiserMethod method, double[] weights, double gap) {
        return new Allocation(
                method,
                method,
                Optional.empty(),
                constraints.codes(),
                weights,
                new Certificate(constraints.violation(weights), gap).require(),
                List.of());
    }

    /** The least of the quadratic that the semivariance is as long as the same days are below the benchmark. */
    private FrontierPoint step(double[] from, double benchmark) {
        int size = program.size();
        double[][] hessian = new double[size][size];
        double[] linear = new double[size];
        double[][] byDay = scenarios.byDay();
        double factor = 2.0 / byDay.length;
        for (double[] row : byDay) {
            if (Vectors.dot(row, from) < benchmark) {
                for (int i = 0; i < size; i++) {
                    Vectors.addScaled(factor * row[i], row, hessian[i], i, size);
                }
                Vectors.addScaled(-factor * benchmark, row, linear);
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i];
            }
        }
        PortfolioProgram local = new PortfolioProgram(
                hessian, linear, new double[size], program.box(), program.rows(), PortfolioProgram.Base.NONE);
        try {
            return new ProgramFrontier(local).at(0);
        } catch (StalledException e) {
            throw new QuantException(QuantProblem.NOT_PROVEN, String.valueOf(e.getMessage()));
        }
    }

    private double[] gradient(double[] weights, double benchmark) {
        double[] gradient = new double[weights.length];
        double[][] byDay = scenarios.byDay();
        for (double[] row : byDay) {
            double below = Vectors.dot(row, weights) - benchmark;
            if (below < 0) {
                Vectors.addScaled(2 * below / byDay.length, row, gradient);
            }
        }
        return gradient;
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] between = from.clone();
        for (int i = 0; i < between.length; i++) {
            between[i] += share * (to[i] - from[i]);
        }
        return between;
    }

    private static double distance(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    /** Root of the mean square of all returns. */
    private static double scale(double[][] byDay) {
        double squares = 0;
        for (double[] row : byDay) {
            squares += Vectors.dot(row, row) / row.length;
        }
        return Math.max(Math.sqrt(squares / byDay.length), 1e-12);
    }
}
