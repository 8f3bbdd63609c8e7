package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound for the number of holdings and their least weight: each asset is held, with at least that weight, or
 * not, or still either, which is solved with 0 as its least. Nodes are opened best first.
 *
 * <p>A node whose best cannot beat what is found is left out without being solved where its parent's multipliers say
 * so: by convexity holding an asset costs at least its weight times its reduced cost.
 */
final class HoldingSearch implements FrontierSource {

    private static final int MOST_NODES = 5_000;
    private static final double EQUAL = 1e-10;
    private static final double HELD = 1e-9;
    private static final double MISSED = 1e-9;
    private static final byte OPEN = 0;
    private static final byte OUT = 1;
    private static final byte IN = 2;

    private final PortfolioProgram program;
    private final HoldingLimits limits;
    private PortfolioProgram answered;
    private double gap;

    HoldingSearch(PortfolioProgram program, HoldingLimits limits, Optional<Trading> trading) {
        if (trading.isPresent()) {
            throw new QuantException(
                    QuantProblem.METHOD_DOES_NOT_FIT,
                    "a number of holdings does not go with costs or limits of trading");
        }
        if (Arrays.stream(program.box().lower()).anyMatch(bound -> bound < 0)) {
            throw new QuantException(
                    QuantProblem.METHOD_DOES_NOT_FIT, "a number of holdings does not go with short positions");
        }
        this.program = withMost(program, limits);
        this.limits = limits;
        this.answered = this.program;
    }

    /**
     * Nothing, when the number of holdings goes with the bounds.
     *
     * @throws QuantException HOLDINGS_UNREACHABLE
     */
    static void requireReachable(HoldingLimits limits, Box box) {
        if (limits.least() > box.size()) {
            throw unreachable("%d holdings of %d assets".formatted(limits.least(), box.size()));
        }
        double[] least = new double[box.size()];
        double[] most = box.upper().clone();
        int able = 0;
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.max(box.lower()[i], limits.minWeight());
            able += most[i] >= least[i] && most[i] > 0 ? 1 : 0;
        }
        Arrays.sort(least);
        double need = Vectors.sum(Arrays.copyOf(least, limits.least()));
        if (need > box.budget() + 1e-12) {
            throw unreachable("%d holdings of at least %s need %s, more than %s"
                    .formatted(
                            limits.least(),
                            Constraints.percent(limits.minWeight()),
                            Constraints.percent(need),
                            Constraints.percent(box.budget())));
        }
        if (able < limits.least()) {
            throw unreachable("%d holdings of at least %s, but only %d assets may have that weight"
                    .formatted(limits.least(), Constraints.percent(limits.minWeight()), able));
        }
        Arrays.sort(most);
        int count = Math.min(limits.most(), most.length);
        double reach = Vectors.sum(Arrays.copyOfRange(most, most.length - count, most.length));
        if (reach < box.budget() - 1e-12) {
            throw unreachable("the %d largest upper bounds reach %s, not %s"
                    .formatted(count, Constraints.percent(reach), Constraints.percent(box.budget())));
        }
    }

    private static QuantException unreachable(String words) {
        return new QuantException(QuantProblem.HOLDINGS_UNREACHABLE, words);
    }

    /** The program with the held assets of the answer fixed as such, whose best the answer is. */
    @Override
    public PortfolioProgram program() {
        return answered;
    }

    /** By how much a better choice of holdings could beat the answer at most, as a part of the objective's size. */
    double gap() {
        return gap;
    }

    @Override
    public FrontierSource relaxed() {
        return new RowSource(program);
    }

    @Override
    public FrontierPoint top() {
        return find(new Goal.AtTolerance(new ProgramFrontier(program).farthest()));
    }

    @Override
    public FrontierPoint find(Goal goal) {
        Node root = solve(new byte[program.size()], goal, startOf(goal));
        if (root == null) {
            throw new QuantException(QuantProblem.CONSTRAINTS_CONTRADICT, "no weights keep all of the constraints");
        }
        Node best = incumbent(root, goal);
        PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble(Node::score));
        open.add(root);
        int nodes = 0;
        double bound = root.score();
        while (!open.isEmpty()) {
            Node node = open.remove();
            bound = node.score();
            if (best != null && bound >= best.score() - tolerance(best)) {
                break;
            }
            int branch = branch(node);
            if (branch < 0) {
                best = node;
                break;
            }
            if (++nodes > MOST_NODES) {
                throw new QuantException(
                        QuantProblem.NOT_PROVEN, "the choice of holdings was not settled in %d nodes".formatted(nodes));
            }
            for (byte state : new byte[] {IN, OUT}) {
                byte[] states = node.states().clone();
                states[branch] = state;
                if (isHopeless(node, states, goal, best)) {
                    continue;
                }
                Node child = state == OUT && node.point().weights()[branch] <= HELD
                        ? node.withStates(states)
                        : solve(states, goal, node.point().tolerance());
                if (child == null || (best != null && child.score() >= best.score() - tolerance(best))) {
                    continue;
                }
                open.add(child);
                if (branch(child) < 0) {
                    best = child;
                }
            }
            bound = Double.POSITIVE_INFINITY;
        }
        if (best == null) {
            throw unreachable("no choice of %d to %d holdings of at least %s keeps the other constraints"
                    .formatted(limits.least(), limits.most(), Constraints.percent(limits.minWeight())));
        }
        answered = best.program();
        gap = best.score() > bound ? (best.score() - bound) / Math.max(Math.abs(best.score()), Double.MIN_NORMAL) : 0;
        return best.point();
    }

    private static double startOf(Goal goal) {
        return goal instanceof Goal.AtTolerance(double tolerance) ? tolerance : 0.1;
    }

    private static double tolerance(Node best) {
        return EQUAL * Math.abs(best.score());
    }

    /**
     * A solved node.
     *
     * @param states of the assets
     * @param program with the bounds of the states
     * @param point its best
     * @param score what is made least, at the point
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Node(byte[] states, PortfolioProgram program, FrontierPoint point, Proof proof, double score) {

        Node withStates(byte[] other) {
            return new Node(other, program, point, proof, score);
        }
    }

    private @Nullable Node solve(byte[] states, Goal goal, double guess) {
        if (count(states, IN) > limits.most() || states.length - count(states, OUT) < limits.least()) {
            return null;
        }
        PortfolioProgram part = program.withBox(boxOf(states));
        if (Vectors.sum(part.box().lower()) > part.box().budget() + 1e-12
                || Vectors.sum(part.box().upper()) < part.box().budget() - 1e-12) {
            return null;
        }
        try {
            FrontierPoint point = reached(part, goal, guess);
            if (point == null || !part.isProven(point)) {
                return null;
            }
            return new Node(states, part, point, part.proof(point), score(part, point, goal));
        } catch (StalledException e) {
            return null;
        }
    }

    /**
     * The point of a goal. A target of return or variance is a limit here: where all that is left earns more at its
     * least variance, or has less variance at its largest return, that end of the frontier is the best.
     *
     * @return null when the target is beyond what is left
     */
    private static @Nullable FrontierPoint reached(PortfolioProgram part, Goal goal, double guess) {
        ProgramFrontier frontier = new ProgramFrontier(part);
        return switch (goal) {
            case Goal.AtTolerance _, Goal.LargestSharpe _ -> frontier.find(goal, guess);
            case Goal.OfReturn(double target) -> {
                FrontierPoint least = frontier.at(0);
                if (part.expectedReturn(least.weights()) >= target) {
                    yield least;
                }
                double most =
                        part.expectedReturn(frontier.at(frontier.farthest()).weights());
                yield most < target - MISSED ? null : hit(part, goal, frontier.find(goal, guess));
            }
            case Goal.OfVariance(double target) -> {
                FrontierPoint top = frontier.at(frontier.farthest());
                if (part.variance(top.weights()) <= target) {
                    yield top;
                }
                FrontierPoint least = frontier.at(0);
                double variance = part.variance(least.weights());
                if (variance >= target * (1 - MISSED)) {
                    yield variance > target * (1 + MISSED) ? null : least;
                }
                yield hit(part, goal, frontier.find(goal, guess));
            }
        };
    }

    private static @Nullable FrontierPoint hit(PortfolioProgram part, Goal goal, FrontierPoint point) {
        double excess =
                goal.excess(point.tolerance(), part.expectedReturn(point.weights()), part.variance(point.weights()));
        return Math.abs(excess) > MISSED ? null : point;
    }

    private static double score(PortfolioProgram part, FrontierPoint point, Goal goal) {
        double expectedReturn = part.expectedReturn(point.weights());
        double variance = part.variance(point.weights());
        return switch (goal) {
            case Goal.AtTolerance(double tolerance) -> variance / 2 - tolerance * expectedReturn;
            case Goal.LargestSharpe(double rate) -> -(expectedReturn - rate) / Math.sqrt(variance);
            case Goal.OfReturn _ -> variance / 2;
            case Goal.OfVariance _ -> -expectedReturn;
        };
    }

    /** Whether holding what the states ask for costs too much by the reduced costs of the parent. */
    private boolean isHopeless(Node parent, byte[] states, Goal goal, @Nullable Node best) {
        if (count(states, IN) > limits.most() || states.length - count(states, OUT) < limits.least()) {
            return true;
        }
        if (best == null) {
            return false;
        }
        double[] costs = new double[states.length];
        int undecided = 0;
        int missing = limits.least() - count(states, IN);
        double cost = 0;
        for (int i = 0; i < states.length; i++) {
            if (parent.point().weights()[i] > HELD) {
                missing -= states[i] == OPEN ? 1 : 0;
                continue;
            }
            double price = Math.max(0, parent.proof().reduced()[i]) * leastHeld(i);
            if (states[i] == IN && parent.states()[i] != IN) {
                cost += price;
            } else if (states[i] == OPEN) {
                costs[undecided++] = price;
            }
        }
        if (missing > 0) {
            Arrays.sort(costs, 0, undecided);
            cost += Vectors.sum(Arrays.copyOf(costs, Math.min(missing, undecided)));
        }
        double t = parent.point().tolerance();
        double rise =
                switch (goal) {
                    case Goal.AtTolerance _, Goal.OfReturn _ -> cost;
                    case Goal.OfVariance _ -> t > 0 ? cost / t : 0;
                    case Goal.LargestSharpe _ -> t > 0 ? cost / (t * Math.sqrt(program.scale())) : 0;
                };
        return parent.score() + rise >= best.score() - tolerance(best);
    }

    private double leastHeld(int asset) {
        return Math.max(program.box().lower()[asset], limits.minWeight());
    }

    /** The asset to decide next; -1 when the weights are as wished. */
    private int branch(Node node) {
        double[] weights = node.point().weights();
        int next = -1;
        double farthest = 0;
        int held = 0;
        for (int i = 0; i < weights.length; i++) {
            held += weights[i] > HELD ? 1 : 0;
            double apart = Math.min(weights[i], leastHeld(i) - weights[i]);
            if (node.states()[i] == OPEN && weights[i] > HELD && apart > HELD && apart > farthest) {
                farthest = apart;
                next = i;
            }
        }
        if (next >= 0) {
            return next;
        }
        if (held < limits.least()) {
            return cheapest(node);
        }
        return held > limits.most() ? smallest(node) : -1;
    }

    private int cheapest(Node node) {
        int next = -1;
        for (int i = 0; i < node.states().length; i++) {
            if (node.states()[i] == OPEN
                    && node.point().weights()[i] <= HELD
                    && (next < 0 || price(node, i) < price(node, next))) {
                next = i;
            }
        }
        return next;
    }

    private double price(Node node, int asset) {
        return node.proof().reduced()[asset] * leastHeld(asset);
    }

    private int smallest(Node node) {
        int next = -1;
        double[] weights = node.point().weights();
        for (int i = 0; i < weights.length; i++) {
            if (node.states()[i] == OPEN && weights[i] > HELD && (next < 0 || weights[i] < weights[next])) {
                next = i;
            }
        }
        return next;
    }

    /** A first answer: what the root holds enough of, the next cheapest, and nothing else. */
    private @Nullable Node incumbent(Node root, Goal goal) {
        double[] weights = root.point().weights();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (program.box().upper()[i] >= leastHeld(i)) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -weights[i]).thenComparingDouble(i -> price(root, i)));
        byte[] states = new byte[weights.length];
        Arrays.fill(states, OUT);
        double sum = 0;
        int held = 0;
        for (int asset : order) {
            boolean isEnough = weights[asset] >= leastHeld(asset) / 2 || held < limits.least();
            if (isEnough
                    && held < limits.most()
                    && sum + leastHeld(asset) <= program.box().budget()) {
                states[asset] = IN;
                sum += leastHeld(asset);
                held++;
            }
        }
        return held < limits.least() ? null : solve(states, goal, root.point().tolerance());
    }

    private Box boxOf(byte[] states) {
        double[] lower = program.box().lower().clone();
        double[] upper = program.box().upper().clone();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == OUT) {
                lower[i] = 0;
                upper[i] = 0;
            } else if (states[i] == IN) {
                lower[i] = Math.min(leastHeld(i), upper[i]);
            }
        }
        return new Box(lower, upper, program.box().budget()).tightened();
    }

    private static int count(byte[] states, byte state) {
        int count = 0;
        for (byte each : states) {
            count += each == state ? 1 : 0;
        }
        return count;
    }

    /** With the sum of weight / upper bound at most the number of holdings, which any choice of holdings keeps. */
    private static PortfolioProgram withMost(PortfolioProgram program, HoldingLimits limits) {
        if (limits.most() >= program.size()) {
            return program;
        }
        double[] coefficients = new double[program.size()];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = program.box().upper()[i] > 0 ? 1 / program.box().upper()[i] : 0;
        }
        List<LinearRow> rows = new ArrayList<>(program.rows());
        rows.add(new LinearRow("number of holdings", coefficients, Double.NEGATIVE_INFINITY, limits.most()));
        return new PortfolioProgram(
                program.hessian(),
                program.linear(),
                program.returns(),
                program.box(),
                List.copyOf(rows),
                program.base());
    }
}
