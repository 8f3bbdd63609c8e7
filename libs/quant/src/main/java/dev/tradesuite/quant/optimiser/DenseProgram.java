package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A {@link PortfolioProgram} at one tolerance for the interior point, over the variables that are not fixed.
 *
 * <p>Inequalities in order: lower bounds, upper bounds, rows at least, rows at most. The objective is divided by its
 * scale.
 */
final class DenseProgram implements ConvexProgram {

    private final PortfolioProgram source;
    private final int[] moving;
    private final double[][] hessian;
    private final double[] linear;
    private final double[] limits;
    private final List<double[]> inequalityRows = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final List<double[]> equalityRows = new ArrayList<>();
    private final List<Integer> equalitySources = new ArrayList<>();
    private final double[] equalityValues;
    private final double[][] normal;
    private final double scale;

    /** Which row an inequality is, and whether its least or its most. */
    private record Side(int row, double sign) {}

    DenseProgram(PortfolioProgram source, double tolerance) {
        this.source = source;
        this.moving = moving(source.box());
        int size = moving.length;
        double[] resting = source.box().lower().clone();
        for (int i : moving) {
            resting[i] = 0;
        }
        double[] gradient = source.gradient(resting, tolerance);
        this.scale = scaleOf(source, tolerance);
        this.hessian = new double[size][size];
        this.linear = new double[size];
        for (int i = 0; i < size; i++) {
            linear[i] = gradient[moving[i]] / scale;
            double[] row = source.hessian()[moving[i]];
            for (int j = 0; j < size; j++) {
                hessian[i][j] = row[moving[j]] / scale;
            }
        }
        List<Double> rowLimits = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double[] ones = new double[source.size()];
        Arrays.fill(ones, 1);
        addEquality(ones, source.box().budget() - Vectors.sum(resting), -1, values);
        for (int r = 0; r < source.rows().size(); r++) {
            LinearRow row = source.rows().get(r);
            double fixed = row.value(resting);
            if (row.least() == row.most()) {
                addEquality(row.coefficients(), row.least() - fixed, r, values);
            } else {
                addInequality(row.coefficients(), -1, r, fixed - row.least(), rowLimits);
                addInequality(row.coefficients(), 1, r, row.most() - fixed, rowLimits);
            }
        }
        this.equalityValues = values.stream().mapToDouble(Double::doubleValue).toArray();
        this.limits = new double[2 * size + rowLimits.size()];
        for (int i = 0; i < size; i++) {
            limits[i] = -source.box().lower()[moving[i]];
            limits[size + i] = source.box().upper()[moving[i]];
        }
        for (int i = 0; i < rowLimits.size(); i++) {
            limits[2 * size + i] = rowLimits.get(i);
        }
        this.normal = new double[size][size];
    }

    /** What the objective is divided by. */
    double scale() {
        return scale;
    }

    int moving(int index) {
        return moving[index];
    }

    /** The variables with those at rest. */
    double[] weights(double[] z) {
        double[] weights = source.box().lower().clone();
        for (int i = 0; i < moving.length; i++) {
            weights[moving[i]] = z[i];
        }
        return weights;
    }

    /** Multiplier of each row of the source, above 0 where its least binds and below where its most does. */
    double[] rowMultipliers(InteriorPoint.Result result) {
        double[] multipliers = new double[source.rows().size()];
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            multipliers[side.row()] -= side.sign() * result.multipliers()[2 * moving.length + i] * scale;
        }
        for (int i = 1; i < equalitySources.size(); i++) {
            multipliers[equalitySources.get(i)] -= result.equalityMultipliers()[i] * scale;
        }
        return multipliers;
    }

    /** Which side of each row of the source binds: -1 its least, 1 its most, 0 none. */
    int[] activeRows(InteriorPoint.Result result) {
        int[] active = new int[source.rows().size()];
        for (int i = 0; i < sides.size(); i++) {
            int at = 2 * moving.length + i;
            if (result.multipliers()[at] > result.slacks()[at]) {
                active[sides.get(i).row()] = (int) sides.get(i).sign();
            }
        }
        for (int i = 1; i < equalitySources.size(); i++) {
            active[equalitySources.get(i)] = 1;
        }
        return active;
    }

    /** Which bound each variable is at: -1 the lower, 1 the upper, 0 none. */
    int[] activeBounds(InteriorPoint.Result result) {
        int[] active = new int[source.size()];
        Arrays.fill(active, -1);
        int size = moving.length;
        for (int i = 0; i < size; i++) {
            boolean isLower = result.multipliers()[i] > result.slacks()[i];
            boolean isUpper = result.multipliers()[size + i] > result.slacks()[size + i];
            active[moving[i]] = isLower ? -1 : isUpper ? 1 : 0;
        }
        return active;
    }

    @Override
    public int variables() {
        return moving.length;
    }

    @Override
    public int inequalities() {
        return limits.length;
    }

    @Override
    public double[] linear() {
        return linear;
    }

    @Override
    public void addHessian(double[] z, double[] to) {
        for (int i = 0; i < z.length; i++) {
            Vectors.addScaled(z[i], hessian[i], to);
        }
    }

    @Override
    public double[] inequalities(double[] z) {
        int size = moving.length;
        double[] product = new double[limits.length];
        for (int i = 0; i < size; i++) {
            product[i] = -z[i];
            product[size + i] = z[i];
        }
        for (int i = 0; i < inequalityRows.size(); i++) {
            product[2 * size + i] = Vectors.dot(inequalityRows.get(i), z);
        }
        return product;
    }

    @Override
    public void addTransposed(double[] multipliers, double[] to) {
        int size = moving.length;
        for (int i = 0; i < size; i++) {
            to[i] += multipliers[size + i] - multipliers[i];
        }
        for (int i = 0; i < inequalityRows.size(); i++) {
            Vectors.addScaled(multipliers[2 * size + i], inequalityRows.get(i), to);
        }
    }

    @Override
    public double[] limits() {
        return limits;
    }

    @Override
    public double[][] equalities() {
        return equalityRows.toArray(new double[0][]);
    }

    @Override
    public double[] equalityValues() {
        return equalityValues;
    }

    @Override
    public void factor(double[] weights) {
        assemble(weights, normal);
        NormalFactor.factor(normal);
    }

    /** Puts H + G' diag(weights) G into the upper half of the first rows and columns of a matrix. */
    void assemble(double[] weights, double[][] to) {
        int size = moving.length;
        for (int i = 0; i < size; i++) {
            System.arraycopy(hessian[i], i, to[i], i, size - i);
            to[i][i] += weights[i] + weights[size + i];
        }
        for (int r = 0; r < inequalityRows.size(); r++) {
            double[] row = inequalityRows.get(r);
            for (int i = 0; i < size; i++) {
                if (row[i] != 0) {
                    Vectors.addScaled(weights[2 * size + r] * row[i], row, to[i], i, size);
                }
            }
        }
    }

    @Override
    public void solve(double[] right) {
        NormalFactor.solve(normal, right);
    }

    private void addEquality(double[] coefficients, double value, int row, List<Double> values) {
        double[] part = part(coefficients);
        if (Vectors.largest(part) > 0 || row < 0) {
            equalityRows.add(part);
            equalitySources.add(row);
            values.add(value);
        }
    }

    private void addInequality(double[] coefficients, double sign, int row, double limit, List<Double> rowLimits) {
        double[] part = Vectors.scaled(part(coefficients), sign);
        if (Double.isFinite(limit) && Vectors.largest(part) > 0) {
            inequalityRows.add(part);
            sides.add(new Side(row, sign));
            rowLimits.add(limit);
        }
    }

    private double[] part(double[] coefficients) {
        double[] part = new double[moving.length];
        for (int i = 0; i < moving.length; i++) {
            part[i] = coefficients[moving[i]];
        }
        return part;
    }

    private static int[] moving(Box box) {
        return IntStream.range(0, box.size()).filter(i -> !box.isFixed(i)).toArray();
    }

    private static double scaleOf(PortfolioProgram source, double tolerance) {
        double linear =
                Math.max(Math.abs(tolerance) * Vectors.largest(source.returns()), Vectors.largest(source.linear()));
        double scale = Math.max(source.scale(), linear);
        return scale > Double.MIN_NORMAL ? scale : 1;
    }
}
