package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The portfolios of mean and variance (Markowitz 1952) within constraints. Bounds and budget alone are solved by the
 * critical line, one run for the whole frontier; further rows by interior point and active set; a number of holdings by
 * branch and bound on those.
 *
 * <p>With m the expected returns less trading costs, S the covariance and L2 its penalty, variance is w' S w + L2 x w'
 * w. Not safe for use by several threads at once.
 */
public final class MeanVariance {

    private static final double EQUAL = 1e-12;

    private final Universe universe;
    private final Constraints constraints;

    private MeanVariance(Universe universe, Constraints constraints) {
        this.universe = universe;
        this.constraints = constraints;
    }

    /**
     * The portfolios of a universe within constraints.
     *
     * @throws QuantException NOT_FINITE, WRONG_SIZE, BOUNDS_CONTRADICT, BUDGET_UNREACHABLE, CONSTRAINTS_CONTRADICT,
     *     HOLDINGS_UNREACHABLE
     */
    public static MeanVariance of(Universe universe, Constraints constraints) {
        if (!universe.codes().equals(constraints.codes())) {
            throw new QuantException(
                    QuantProblem.WRONG_SIZE, "the constraints are of other assets than the expected returns");
        }
        constraints.requireReachableBudget();
        constraints.holdings().ifPresent(limits -> HoldingSearch.requireReachable(limits, constraints.box()));
        Feasibility.require(Translation.of(universe, constraints, 0, true).program());
        return new MeanVariance(universe, constraints);
    }

    /** The least volatility. */
    public Allocation minVolatility() {
        return answer(OptimiserMethod.MIN_VOLATILITY, solver(constraints.l2()), new Goal.AtTolerance(0));
    }

    /**
     * The largest (return - risk-free rate) / volatility; the least volatility where nothing beats the rate.
     *
     * @throws QuantException EQUAL_RETURNS, RISK_FREE_GAIN, METHOD_DOES_NOT_FIT for a market-neutral portfolio, whose
     *     ratio does not change with its size
     */
    public Allocation maxSharpe(double riskFreeRate) {
        requireDifferentReturns();
        if (constraints.budget() == 0) {
            throw new QuantException(
                    QuantProblem.METHOD_DOES_NOT_FIT,
                    "a market-neutral portfolio has the same Sharpe ratio at any size: ask for a volatility or a"
                            + " return");
        }
        Solver solver = solver(constraints.l2());
        FrontierSource relaxed = solver.source().relaxed();
        FrontierPoint top = relaxed.top();
        PortfolioProgram program = relaxed.program();
        double best = program.expectedReturn(top.weights());
        if (best <= riskFreeRate + EQUAL * Math.max(1, Math.abs(riskFreeRate))) {
            return minVolatility().insteadOf(OptimiserMethod.MAX_SHARPE, MethodChange.NOTHING_BEATS_RISK_FREE);
        }
        requireRisk(relaxed, riskFreeRate);
        return answer(OptimiserMethod.MAX_SHARPE, solver, new Goal.LargestSharpe(riskFreeRate));
    }

    /**
     * The largest return - risk aversion / 2 x variance; with an L2 penalty less gamma x w' w.
     *
     * @param riskAversion above 0
     */
    public Allocation maxQuadraticUtility(double riskAversion) {
        if (!(riskAversion > 0) || Double.isInfinite(riskAversion)) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "risk aversion must be above 0, was " + riskAversion);
        }
        Solver solver = solver(2 * constraints.l2() / riskAversion);
        return answer(OptimiserMethod.MAX_QUADRATIC_UTILITY, solver, new Goal.AtTolerance(1 / riskAversion));
    }

    /**
     * The largest return whose volatility is at most the target.
     *
     * @throws QuantException RISK_UNREACHABLE with the reachable range, EQUAL_RETURNS, METHOD_DOES_NOT_FIT with an L2
     *     penalty
     */
    public Allocation efficientRisk(double targetVolatility) {
        requireDifferentReturns();
        if (constraints.l2() > 0) {
            throw new QuantException(
                    QuantProblem.METHOD_DOES_NOT_FIT, "an L2 penalty does not go with a target volatility");
        }
        if (!Double.isFinite(targetVolatility)) {
            throw new QuantException(
                    QuantProblem.NOT_FINITE, "target volatility must be finite, was " + targetVolatility);
        }
        Solver solver = solver(0);
        PortfolioProgram program = solver.source().program();
        double least = Math.sqrt(
                program.variance(solver.source().find(new Goal.AtTolerance(0)).weights()));
        FrontierPoint top = solver.source().top();
        double most = Math.sqrt(program.variance(top.weights()));
        if (targetVolatility < least - EQUAL) {
            throw new QuantException(
                    QuantProblem.RISK_UNREACHABLE,
                    "target volatility %s is below the least one; reachable are %s to %s"
                            .formatted(
                                    Constraints.percent(targetVolatility),
                                    Constraints.percent(least),
                                    Constraints.percent(most)));
        }
        double target = Math.clamp(targetVolatility, least, Math.max(least, most));
        return target == most
                ? answer(OptimiserMethod.EFFICIENT_RISK, solver, new Goal.AtTolerance(top.tolerance()))
                : answer(OptimiserMethod.EFFICIENT_RISK, solver, new Goal.OfVariance(target * target));
    }

    /**
     * The least volatility whose return is at least the target.
     *
     * @throws QuantException RETURN_UNREACHABLE with the reachable range, EQUAL_RETURNS
     */
    public Allocation efficientReturn(double targetReturn) {
        requireDifferentReturns();
        if (!Double.isFinite(targetReturn)) {
            throw new QuantException(QuantProblem.NOT_FINITE, "target return must be finite, was " + targetReturn);
        }
        Solver solver = solver(constraints.l2());
        return efficientReturn(solver, reach(solver), targetReturn);
    }

    /**
     * Portfolios of the efficient frontier, equally far from one another in return, the least volatility first.
     *
     * @param points at least 2
     */
    public List<Allocation> frontier(int points) {
        if (points < 2) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "a frontier needs at least 2 points, was " + points);
        }
        Solver solver = solver(constraints.l2());
        Reach reach = reach(solver);
        List<Allocation> frontier = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double target = reach.least() + (reach.most() - reach.least()) * i / (points - 1);
            frontier.add(efficientReturn(solver, reach, target));
        }
        return frontier;
    }

    /**
     * Corner portfolios of the frontier, the least volatility first: any efficient portfolio is a mix of two
     * neighbours.
     *
     * @throws QuantException METHOD_DOES_NOT_FIT when there are more constraints than bounds and budget, NOT_PROVEN
     *     when degenerate input hides them
     */
    public List<Allocation> corners() {
        Solver solver = solver(constraints.l2());
        if (!(solver.source() instanceof LineSource source)) {
            throw new QuantException(
                    QuantProblem.METHOD_DOES_NOT_FIT, "corner portfolios are told of bounds and budget alone");
        }
        EfficientLine line = source.line();
        if (line == null) {
            throw new QuantException(QuantProblem.NOT_PROVEN, "equal assets hide the corners");
        }
        return distinct(line.corners()).stream()
                .map(corner -> allocation(
                        OptimiserMethod.EFFICIENT_RETURN,
                        solver,
                        new FrontierPoint(corner.tolerance(), corner.weights()),
                        new Goal.AtTolerance(0)))
                .toList();
    }

    /** Without those in which nothing changes. */
    private static List<Corner> distinct(List<Corner> corners) {
        List<Corner> distinct = new ArrayList<>();
        for (Corner corner : corners) {
            if (distinct.isEmpty() || !Arrays.equals(distinct.getLast().weights(), corner.weights())) {
                distinct.add(corner);
            }
        }
        return distinct;
    }

    /** The largest ratio where the expected returns are volatilities. */
    Allocation maxDiversification() {
        return answer(OptimiserMethod.MAX_DIVERSIFICATION, solver(constraints.l2()), new Goal.LargestSharpe(0));
    }

    private Allocation efficientReturn(Solver solver, Reach reach, double targetReturn) {
        if (targetReturn > reach.most() + EQUAL) {
            throw new QuantException(
                    QuantProblem.RETURN_UNREACHABLE,
                    "target return %s is above the best; reachable are %s (at the least volatility) to %s"
                            .formatted(
                                    Constraints.percent(targetReturn),
                                    Constraints.percent(reach.least()),
                                    Constraints.percent(reach.most())));
        }
        if (targetReturn <= reach.least()) {
            return answer(OptimiserMethod.EFFICIENT_RETURN, solver, new Goal.AtTolerance(0));
        }
        if (targetReturn < reach.most()) {
            return answer(OptimiserMethod.EFFICIENT_RETURN, solver, new Goal.OfReturn(targetReturn));
        }
        return constraints.holdings().isEmpty()
                ? allocation(OptimiserMethod.EFFICIENT_RETURN, solver, reach.top(), new Goal.AtTolerance(0))
                : answer(
                        OptimiserMethod.EFFICIENT_RETURN,
                        solver,
                        new Goal.AtTolerance(reach.top().tolerance()));
    }

    private record Reach(double least, double most, FrontierPoint top) {}

    private static Reach reach(Solver solver) {
        PortfolioProgram program = solver.source().program();
        FrontierPoint least = solver.source().find(new Goal.AtTolerance(0));
        FrontierPoint top = solver.source().top();
        double bottom = program.expectedReturn(least.weights());
        return new Reach(bottom, Math.max(bottom, program.expectedReturn(top.weights())), top);
    }

    private record Solver(Translation translation, FrontierSource source) {}

    private Solver solver(double ridge) {
        Translation translation = Translation.of(universe, constraints, ridge, true);
        PortfolioProgram program = translation.program();
        if (constraints.holdings().isPresent()) {
            return new Solver(
                    translation,
                    new HoldingSearch(program, constraints.holdings().get(), constraints.trading()));
        }
        return new Solver(
                translation,
                program.rows().isEmpty() && translation.isPlain() ? new LineSource(program) : new RowSource(program));
    }

    private Allocation answer(OptimiserMethod method, Solver solver, Goal goal) {
        return allocation(method, solver, solver.source().find(goal), goal);
    }

    /** By how much the target is missed, in its own unit; of a ratio, which part of it. */
    private static double missed(Goal goal, FrontierPoint point, PortfolioProgram.Measure measure, double farthest) {
        double variance = measure.variance();
        double excess = Math.abs(goal.excess(point.tolerance(), measure.expectedReturn(), variance));
        return switch (goal) {
            case Goal.AtTolerance _ -> 0;
            // At an end of the frontier a limit need not be used up.
            case Goal.OfReturn(double target)
            when point.tolerance() == 0 -> Math.max(0, target - measure.expectedReturn());
            case Goal.OfReturn _ -> excess;
            case Goal.OfVariance(double target)
            when point.tolerance() >= farthest -> Math.max(0, Math.sqrt(variance) - Math.sqrt(Math.max(0, target)));
            case Goal.OfVariance(double target) -> Math.abs(Math.sqrt(variance) - Math.sqrt(Math.max(0, target)));
            case Goal.LargestSharpe _ -> excess / Math.max(variance, Double.MIN_NORMAL);
        };
    }

    private Allocation allocation(OptimiserMethod method, Solver solver, FrontierPoint point, Goal goal) {
        PortfolioProgram program = solver.source().program();
        PortfolioProgram.Measure measure = program.measure(point);
        double[] weights = solver.translation().weights(point.weights());
        double search = solver.source() instanceof HoldingSearch holdings ? holdings.gap() : 0;
        double broken = Math.max(constraints.violation(weights), program.violation(point.weights()));
        Certificate certificate = new Certificate(
                        Math.max(missed(goal, point, measure, new ProgramFrontier(program).farthest()), broken),
                        measure.proof().gap() / measure.size() + search)
                .require();
        return new Allocation(
                method,
                method,
                Optional.empty(),
                universe.codes(),
                weights,
                certificate,
                new ShadowPrices(solver.translation(), program, universe.codes()).of(method, point, measure));
    }

    private void requireDifferentReturns() {
        double[] returns = universe.expectedReturns();
        double spread = Arrays.stream(returns).max().orElse(0)
                - Arrays.stream(returns).min().orElse(0);
        if (spread <= EQUAL * Vectors.largest(returns)) {
            throw new QuantException(
                    QuantProblem.EQUAL_RETURNS,
                    "all %d assets have the expected return %s"
                            .formatted(returns.length, Constraints.percent(returns[0])));
        }
    }

    private static void requireRisk(FrontierSource source, double riskFreeRate) {
        PortfolioProgram program = source.program();
        FrontierPoint least = source.find(new Goal.AtTolerance(0));
        boolean isRiskless = program.variance(least.weights()) <= 1e-14 * program.scale();
        if (isRiskless && program.expectedReturn(least.weights()) > riskFreeRate + 1e-9) {
            throw new QuantException(
                    QuantProblem.RISK_FREE_GAIN,
                    "a portfolio without risk is expected to earn %s, more than %s"
                            .formatted(
                                    Constraints.percent(program.expectedReturn(least.weights())),
                                    Constraints.percent(riskFreeRate)));
        }
    }
}
