package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Scatter;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;

/**
 * The least tail loss as a linear program for the interior point, over weights x within a {@link DenseProgram}'s
 * constraints, the threshold a, the excess u of each day, and for drawdowns the fall f of each day:
 *
 * <pre>
 *     least a + sum u_t / ((1 - confidence) T)
 *     CVaR: u_t &gt;= -r_t' x - a,  u_t &gt;= 0
 *     CDaR: u_t &gt;= f_t - a,  u_t &gt;= 0,  f_t &gt;= f_(t-1) - r_t' x,  f_t &gt;= 0
 * </pre>
 *
 * <p>The excesses are eliminated one by one and the falls by their three diagonals, so that what is factored has the
 * size of x and a only.
 */
final class TailProgram implements ConvexProgram {

    private final DenseProgram weights;
    private final double[][] returns;
    private final boolean isDrawdown;
    private final int assets;
    private final int days;
    private final double[] linear;
    private final double[] limits;
    private final double[][] normal;
    /** Rows (r_t, 1) for losses, (r_t, 0) for falls. */
    private final double[][] extended;

    private double[] excessDiagonal = new double[0];
    private double[] tailWeights = new double[0];
    private double[] chainWeights = new double[0];
    private Chain chain = Chain.NONE;
    private double[][] coupling = new double[0][];
    private double[][] solvedCoupling = new double[0][];

    /**
     * @param weights constraints of x, without objective
     * @param returns of the moving assets by day, scaled
     * @param confidence of the tail
     * @param isDrawdown whether the tail is of drawdowns
     */
    TailProgram(DenseProgram weights, double[][] returns, double confidence, boolean isDrawdown) {
        this.weights = weights;
        this.returns = returns;
        this.isDrawdown = isDrawdown;
        this.assets = weights.variables();
        this.days = returns.length;
        this.linear = new double[variables()];
        linear[assets] = 1;
        Arrays.fill(linear, assets + 1, assets + 1 + days, 1 / ((1 - confidence) * days));
        this.limits = Arrays.copyOf(weights.limits(), inequalities());
        this.normal = new double[assets + 1][assets + 1];
        this.extended = new double[days][];
        for (int t = 0; t < days; t++) {
            extended[t] = Arrays.copyOf(returns[t], assets + 1);
            extended[t][assets] = isDrawdown ? 0 : 1;
        }
    }

    /** Index of the first excess row: tail rows, then excess at least 0, then chain rows, then falls at least 0. */
    private int tailRows() {
        return weights.inequalities();
    }

    @Override
    public int variables() {
        return assets + 1 + (isDrawdown ? 2 : 1) * days;
    }

    @Override
    public int inequalities() {
        return weights.inequalities() + (isDrawdown ? 4 : 2) * days;
    }

    @Override
    public double[] linear() {
        return linear;
    }

    @Override
    public void addHessian(double[] z, double[] to) {
        // linear
    }

    @Override
    public double[] inequalities(double[] z) {
        double[] x = Arrays.copyOf(z, assets);
        double[] product = Arrays.copyOf(weights.inequalities(x), inequalities());
        int at = tailRows();
        int excess = assets + 1;
        for (int t = 0; t < days; t++) {
            double loss = Vectors.dot(returns[t], z, 0, assets);
            double level = isDrawdown ? z[excess + days + t] : -loss;
            product[at + t] = level - z[assets] - z[excess + t];
            product[at + days + t] = -z[excess + t];
            if (isDrawdown) {
                double before = t > 0 ? z[excess + days + t - 1] : 0;
                product[at + 2 * days + t] = before - loss - z[excess + days + t];
                product[at + 3 * days + t] = -z[excess + days + t];
            }
        }
        return product;
    }

    @Override
    public void addTransposed(double[] m, double[] to) {
        double[] x = new double[assets];
        weights.addTransposed(m, x);
        int at = tailRows();
        int excess = assets + 1;
        for (int t = 0; t < days; t++) {
            to[assets] -= m[at + t];
            to[excess + t] -= m[at + t] + m[at + days + t];
            if (isDrawdown) {
                double link = m[at + 2 * days + t];
                to[excess + days + t] += m[at + t] - link - m[at + 3 * days + t];
                if (t > 0) {
                    to[excess + days + t - 1] += link;
                }
                Vectors.addScaled(-link, returns[t], x);
            } else {
                Vectors.addScaled(-m[at + t], returns[t], x);
            }
        }
        Vectors.addScaled(1, x, to, 0, assets);
    }

    @Override
    public double[] limits() {
        return limits;
    }

    @Override
    public double[][] equalities() {
        double[][] rows = weights.equalities();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(rows[i], variables());
        }
        return rows;
    }

    @Override
    public double[] equalityValues() {
        return weights.equalityValues();
    }

    @Override
    public void factor(double[] w) {
        int at = tailRows();
        weights.assemble(w, normal);
        Arrays.fill(normal[assets], 0);
        for (int i = 0; i < assets; i++) {
            normal[i][assets] = 0;
        }
        tailWeights = Arrays.copyOfRange(w, at, at + days);
        excessDiagonal = new double[days];
        double[] left = new double[days];
        for (int t = 0; t < days; t++) {
            excessDiagonal[t] = w[at + t] + w[at + days + t];
            left[t] = w[at + t] * w[at + days + t] / excessDiagonal[t];
        }
        if (isDrawdown) {
            factorFalls(w, left);
        } else {
            Scatter.add(left, extended, normal);
        }
        NormalFactor.factor(normal);
    }

    /** Eliminates the falls: their matrix has three diagonals, each couples with a and with the weights. */
    private void factorFalls(double[] w, double[] left) {
        int at = tailRows();
        chainWeights = Arrays.copyOfRange(w, at + 2 * days, at + 3 * days);
        double[] own = new double[days];
        coupling = new double[days][];
        for (int t = 0; t < days; t++) {
            double next = t + 1 < days ? chainWeights[t + 1] : 0;
            own[t] = left[t] + w[at + 3 * days + t];
            double[] row = new double[assets + 1];
            Vectors.addScaled(chainWeights[t], returns[t], row, 0, assets);
            if (t + 1 < days) {
                Vectors.addScaled(-next, returns[t + 1], row, 0, assets);
            }
            row[assets] = -left[t];
            coupling[t] = row;
        }
        chain = Chain.factor(own, chainWeights);
        solvedCoupling = new double[days][];
        for (int t = 0; t < days; t++) {
            solvedCoupling[t] = coupling[t].clone();
        }
        chain.solveRows(solvedCoupling);
        addFalls(left, w, at + 3 * days);
    }

    /**
     * What is left of the falls for weights and threshold, day by day as a square q (f_t - g' h)^2 of all days before.
     * Two squares of one fall leave q p / (q + p) x the square of what they are apart: sums only, so that nothing is
     * lost in rounding.
     */
    private void addFalls(double[] left, double[] w, int rests) {
        double q = chainWeights[0];
        double[] g = Vectors.scaled(extended[0], -1);
        for (int t = 0; t < days; t++) {
            double own = left[t] + w[rests + t];
            normal[assets][assets] += left[t] * (w[rests + t] / own);
            double threshold = left[t] / own;
            g[assets] -= threshold;
            double all = q + own;
            addOuter(q * (own / all), g, normal);
            for (int i = 0; i <= assets; i++) {
                g[i] *= q / all;
            }
            g[assets] += threshold;
            if (t + 1 < days) {
                Vectors.addScaled(-1, extended[t + 1], g);
                q = all * (chainWeights[t + 1] / (all + chainWeights[t + 1]));
            }
        }
    }

    @Override
    public void solve(double[] right) {
        int excess = assets + 1;
        int falls = excess + days;
        double[] head = Arrays.copyOf(right, assets + 1);
        for (int t = 0; t < days; t++) {
            double share = tailWeights[t] / excessDiagonal[t] * right[excess + t];
            if (isDrawdown) {
                right[falls + t] += share;
                head[assets] -= share;
            } else {
                Vectors.addScaled(-share, extended[t], head);
            }
        }
        double[] ofFalls = new double[0];
        if (isDrawdown) {
            ofFalls = Arrays.copyOfRange(right, falls, falls + days);
            chain.solve(ofFalls);
            for (int t = 0; t < days; t++) {
                Vectors.addScaled(-ofFalls[t], coupling[t], head);
            }
        }
        NormalFactor.solve(normal, head);
        System.arraycopy(head, 0, right, 0, assets + 1);
        for (int t = 0; t < days; t++) {
            double level;
            if (isDrawdown) {
                right[falls + t] = ofFalls[t] - Vectors.dot(solvedCoupling[t], head);
                level = head[assets] - right[falls + t];
            } else {
                level = Vectors.dot(extended[t], head);
            }
            right[excess + t] = (right[excess + t] - tailWeights[t] * level) / excessDiagonal[t];
        }
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public int refinements() {
        return isDrawdown ? 3 : 1;
    }

    private static void addOuter(double weight, double[] row, double[][] to) {
        for (int i = 0; i < row.length; i++) {
            Vectors.addScaled(weight * row[i], row, to[i], i, row.length);
        }
    }
}
