package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Points of the efficient frontier of a {@link PortfolioProgram} with rows: an interior point at one tolerance of risk
 * tells which constraints are active, and their equations where the point sought is; where they do not, the tolerance
 * is halved in.
 */
final class ProgramFrontier {

    private static final double PRECISION = 1e-11;
    private static final int MOST_ROUNDS = 60;

    private final PortfolioProgram program;
    private final double farthest;

    ProgramFrontier(PortfolioProgram program) {
        this.program = program;
        double returns = Math.max(Vectors.largest(program.returns()), Double.MIN_NORMAL);
        this.farthest = 1e7 * program.scale() / returns;
    }

    /** A tolerance beyond which the return no longer grows, for practical purposes. */
    double farthest() {
        return farthest;
    }

    /**
     * The portfolio of the largest return, of the least variance among those as far as rounding tells.
     *
     * @throws QuantException NOT_PROVEN
     */
    FrontierPoint top() {
        return require(new Goal.AtTolerance(farthest), farthest);
    }

    /**
     * The point of a goal as {@link #find}.
     *
     * @throws QuantException NOT_PROVEN
     */
    FrontierPoint require(Goal goal, double guess) {
        try {
            return find(goal, guess);
        } catch (StalledException e) {
            throw new QuantException(QuantProblem.NOT_PROVEN, String.valueOf(e.getMessage()));
        }
    }

    FrontierPoint at(double tolerance) {
        return find(new Goal.AtTolerance(tolerance), tolerance);
    }

    /**
     * The point of a goal.
     *
     * @param guess tolerance to begin with
     * @throws StalledException when the interior point comes to nothing, as it does without feasible weights
     */
    FrontierPoint find(Goal goal, double guess) {
        double low = 0;
        double high = farthest;
        double tolerance = Math.clamp(guess, low, high);
        @Nullable FrontierPoint last = null;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            DenseProgram dense = new DenseProgram(program, tolerance);
            InteriorPoint.Result result = InteriorPoint.solve(dense, PRECISION);
            if (!result.isAccurate()) {
                throw new StalledException("the interior point found no feasible weights");
            }
            ActiveSet active = new ActiveSet(program, dense.activeBounds(result), dense.activeRows(result));
            Optional<FrontierPoint> exact = active.polish(goal, low, high);
            if (exact.isPresent()) {
                return exact.get();
            }
            last = new FrontierPoint(tolerance, dense.weights(result.z()), dense.rowMultipliers(result));
            double excess =
                    goal.excess(tolerance, program.expectedReturn(last.weights()), program.variance(last.weights()));
            if (excess > 0) {
                high = tolerance;
            } else {
                low = tolerance;
            }
            if (goal instanceof Goal.AtTolerance || high - low <= 1e-14 * high) {
                return last;
            }
            tolerance = between(low, high);
        }
        if (last == null) {
            throw new StalledException("no point was found");
        }
        return last;
    }

    private double between(double low, double high) {
        double least = Math.max(low, 1e-9 * farthest);
        return least < high ? Math.sqrt(least * high) : low + (high - low) / 2;
    }
}
