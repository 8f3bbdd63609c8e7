package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What weights must keep. Immutable; begin with {@link #of} (long only, fully invested) and go on with the methods that
 * return another one.
 */
public final class Constraints {

    /** Members by which a group is named; a longer list is no help. */
    private static final int MOST_NAMED = 8;

    private final List<String> codes;
    private final Box box;
    private final List<LinearRow> rows;
    private final Optional<HoldingLimits> holdings;
    private final Optional<Trading> trading;
    private final double l2;

    private Constraints(
            List<String> codes,
            Box box,
            List<LinearRow> rows,
            Optional<HoldingLimits> holdings,
            Optional<Trading> trading,
            double l2) {
        this.codes = codes;
        this.box = box;
        this.rows = rows;
        this.holdings = holdings;
        this.trading = trading;
        this.l2 = l2;
    }

    /** Weights from 0 to 1 that sum to 1. */
    public static Constraints of(List<String> codes) {
        Universe.requireCodes(codes);
        double[] upper = new double[codes.size()];
        Arrays.fill(upper, 1);
        return new Constraints(
                List.copyOf(codes),
                new Box(new double[codes.size()], upper, 1),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The same bounds for all. */
    public Constraints withBounds(double least, double most) {
        double[] lower = new double[codes.size()];
        double[] upper = new double[codes.size()];
        Arrays.fill(lower, least);
        Arrays.fill(upper, most);
        return withBox(new Box(lower, upper, box.budget()));
    }

    /** Bounds of one asset; the others keep theirs. */
    public Constraints withBounds(String code, double least, double most) {
        double[] lower = box.lower().clone();
        double[] upper = box.upper().clone();
        lower[index(code)] = least;
        upper[index(code)] = most;
        return withBox(new Box(lower, upper, box.budget()));
    }

    /** Sum of the weights: 1 for fully invested, 0 for market neutral. */
    public Constraints withBudget(double budget) {
        return withBox(new Box(box.lower(), box.upper(), budget));
    }

    /** Weights from -1 to 1 that sum to 0: what is bought is paid by what is sold short. */
    public Constraints marketNeutral() {
        return withBounds(-1, 1).withBudget(0);
    }

    /** A group whose weights together stay between two limits. */
    public Constraints withGroup(String name, List<String> members, double least, double most) {
        double[] coefficients = new double[codes.size()];
        members.forEach(code -> coefficients[index(code)] = 1);
        return withRow(new LinearRow(name, coefficients, least, most));
    }

    /**
     * Assets that are correlated together keep an upper limit: any two above a threshold are in one group, also by way
     * of a third.
     *
     * @param correlation in the order of the codes
     * @param above threshold, itself left out
     * @param most of each group together
     */
    public Constraints withCorrelatedGroups(SymmetricMatrix correlation, double above, double most) {
        if (correlation.size() != codes.size()) {
            throw new QuantException(
                    QuantProblem.WRONG_SIZE,
                    "%d assets have %d rows of correlations".formatted(codes.size(), correlation.size()));
        }
        Constraints grouped = this;
        boolean[] seen = new boolean[codes.size()];
        for (int i = 0; i < seen.length; i++) {
            List<String> members = new ArrayList<>();
            collect(i, correlation, above, seen, members);
            if (members.size() > 1) {
                String name = "%s (correlated above %s)".formatted(listed(members), above);
                grouped = grouped.withGroup(name, members, Double.NEGATIVE_INFINITY, most);
            }
        }
        return grouped;
    }

    private static String listed(List<String> members) {
        return members.size() <= MOST_NAMED
                ? String.join(", ", members)
                : "%s and %d more"
                        .formatted(String.join(", ", members.subList(0, MOST_NAMED)), members.size() - MOST_NAMED);
    }

    private void collect(int asset, SymmetricMatrix correlation, double above, boolean[] seen, List<String> members) {
        if (seen[asset]) {
            return;
        }
        seen[asset] = true;
        members.add(codes.get(asset));
        for (int other = 0; other < seen.length; other++) {
            if (correlation.get(asset, other) > above) {
                collect(other, correlation, above, seen, members);
            }
        }
    }

    /** A sum of coefficient x weight between two limits; assets that are not named have coefficient 0. */
    public Constraints withLinear(String name, Map<String, Double> coefficients, double least, double most) {
        double[] row = new double[codes.size()];
        coefficients.forEach((code, value) -> row[index(code)] = value);
        return withRow(new LinearRow(name, row, least, most));
    }

    /** The fewest and the most assets held, and the least weight of one that is. */
    public Constraints withHoldings(int least, int most, double minWeight) {
        if (least < 0 || most < least || !(minWeight >= 0) || minWeight > 1) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE,
                    "holdings need 0 <= least <= most and a minimum weight of 0 to 1, were %d, %d and %s"
                            .formatted(least, most, minWeight));
        }
        return new Constraints(codes, box, rows, Optional.of(new HoldingLimits(least, most, minWeight)), trading, l2);
    }

    /** Costs and limits of getting there from current weights, in the order of the codes. */
    public Constraints withTrading(Trading limits) {
        Vectors.requireFinite(Vectors.requireLength(limits.current(), codes.size()), "current weight");
        if (!(limits.cost() >= 0) || !(limits.maxTurnover() >= 0) || Double.isInfinite(limits.cost())) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "cost and largest turnover must not be negative");
        }
        return new Constraints(codes, box, rows, holdings, Optional.of(limits), l2);
    }

    /**
     * A penalty on large weights: gamma x the sum of squared weights is added to the variance wherever it is made
     * small. It is taken on the weights themselves, also for the largest Sharpe ratio.
     */
    public Constraints withL2(double gamma) {
        if (!(gamma >= 0) || Double.isInfinite(gamma)) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "L2 penalty must be 0 or more, was " + gamma);
        }
        return new Constraints(codes, box, rows, holdings, trading, gamma);
    }

    public List<String> codes() {
        return codes;
    }

    public double[] lower() {
        return box.lower().clone();
    }

    public double[] upper() {
        return box.upper().clone();
    }

    public double budget() {
        return box.budget();
    }

    public List<LinearRow> rows() {
        return rows;
    }

    public Optional<HoldingLimits> holdings() {
        return holdings;
    }

    public Optional<Trading> trading() {
        return trading;
    }

    public double l2() {
        return l2;
    }

    /** Largest amount by which weights break one of the constraints. */
    public double violation(double[] weights) {
        Vectors.requireFinite(Vectors.requireLength(weights, codes.size()), "weight");
        double worst = Math.abs(Vectors.sum(weights) - box.budget());
        for (int i = 0; i < weights.length; i++) {
            worst = Math.max(worst, Math.max(box.lower()[i] - weights[i], weights[i] - box.upper()[i]));
        }
        for (LinearRow row : rows) {
            worst = Math.max(worst, row.violation(weights));
        }
        if (trading.isPresent()) {
            worst = Math.max(
                    worst, trading.get().turnover(weights) - trading.get().maxTurnover());
        }
        return worst;
    }

    Box box() {
        return box;
    }

    /** Whether bounds and budget are all there is. */
    boolean isBox() {
        return rows.isEmpty() && holdings.isEmpty() && trading.isEmpty();
    }

    Constraints withBox(Box other) {
        return new Constraints(codes, other, rows, holdings, trading, l2);
    }

    /**
     * Nothing, when the bounds leave weights that sum to the budget.
     *
     * @throws QuantException NOT_FINITE, BOUNDS_CONTRADICT, BUDGET_UNREACHABLE
     */
    void requireReachableBudget() {
        Vectors.requireFinite(box.lower(), "lower bound");
        Vectors.requireFinite(box.upper(), "upper bound");
        Vectors.requireFinite(new double[] {box.budget()}, "budget");
        for (int i = 0; i < codes.size(); i++) {
            if (box.lower()[i] > box.upper()[i]) {
                throw new QuantException(
                        QuantProblem.BOUNDS_CONTRADICT,
                        "%s must have at least %s and at most %s"
                                .formatted(codes.get(i), percent(box.lower()[i]), percent(box.upper()[i])));
            }
        }
        double rounding = 1e-12 * codes.size();
        if (Vectors.sum(box.upper()) < box.budget() - rounding) {
            throw unreachable(box.upper(), "cannot reach");
        }
        if (Vectors.sum(box.lower()) > box.budget() + rounding) {
            throw unreachable(box.lower(), "already exceed");
        }
    }

    /** A part of a whole in words, without digits it does not need. */
    static String percent(double part) {
        String text = String.format(Locale.ROOT, "%.4f", part * 100);
        return text.replaceAll("\\.?0+$", "") + " %";
    }

    private QuantException unreachable(double[] bounds, String verb) {
        boolean isSame = Arrays.stream(bounds).allMatch(bound -> bound == bounds[0]);
        String sum = isSame
                ? "%d strategies x %s".formatted(bounds.length, percent(bounds[0]))
                : "the %s bounds of %d strategies, %s together,"
                        .formatted(
                                bounds == box.upper() ? "upper" : "lower", bounds.length, percent(Vectors.sum(bounds)));
        return new QuantException(
                QuantProblem.BUDGET_UNREACHABLE, "%s %s %s".formatted(sum, verb, percent(box.budget())));
    }

    private Constraints withRow(LinearRow row) {
        Vectors.requireFinite(row.coefficients(), "coefficient");
        if (!(row.least() <= row.most())) {
            throw new QuantException(
                    QuantProblem.BOUNDS_CONTRADICT,
                    "%s must be at least %s and at most %s"
                            .formatted(row.name(), percent(row.least()), percent(row.most())));
        }
        List<LinearRow> more = new ArrayList<>(rows);
        more.add(row);
        return new Constraints(codes, box, List.copyOf(more), holdings, trading, l2);
    }

    private int index(String code) {
        int index = codes.indexOf(code);
        if (index < 0) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "%s is none of the assets".formatted(code));
        }
        return index;
    }
}
