package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program of a universe within constraints. Where trading costs something or is limited, its variables are what is
 * bought of each asset (0 or more) and then what is sold (0 or less), so that cost and turnover are linear.
 *
 * @param program to solve
 * @param current weights that the variables change; empty when the variables are the weights
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Translation(PortfolioProgram program, double[] current) {

    private static final double[] NONE = {};
    private static final String TURNOVER = "turnover";

    static Translation of(Universe universe, Constraints constraints, double ridge, boolean withTrading) {
        double[][] covariance = universe.covariance().toArray();
        for (int i = 0; i < covariance.length; i++) {
            covariance[i][i] += ridge;
        }
        PortfolioProgram plain = new PortfolioProgram(
                covariance,
                new double[universe.size()],
                universe.expectedReturns(),
                constraints.box().tightened(),
                constraints.rows(),
                PortfolioProgram.Base.NONE);
        return constraints
                .trading()
                .filter(_ -> withTrading)
                .map(trading -> traded(plain, trading))
                .orElseGet(() -> new Translation(plain, NONE));
    }

    /** The weights that variables stand for. */
    double[] weights(double[] variables) {
        if (current.length == 0) {
            return variables;
        }
        double[] weights = current.clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += variables[i] + variables[weights.length + i];
        }
        return weights;
    }

    /** The asset of a variable. */
    int asset(int variable) {
        return current.length == 0 ? variable : variable % current.length;
    }

    /** Whether the variables are the weights. */
    boolean isPlain() {
        return current.length == 0;
    }

    /** The limit of a row in terms of weights. */
    double limit(LinearRow row, boolean isMost) {
        double limit = isMost ? row.most() : row.least();
        if (isPlain() || row.name().equals(TURNOVER)) {
            return limit;
        }
        return limit + row.value(Arrays.copyOf(current, 2 * current.length));
    }

    private static Translation traded(PortfolioProgram plain, Trading trading) {
        double[] now = trading.current();
        int size = now.length;
        double[][] hessian = new double[2 * size][];
        for (int i = 0; i < size; i++) {
            hessian[i] = twice(plain.hessian()[i]);
            hessian[size + i] = hessian[i];
        }
        double[] pull = plain.product(now);
        double[] returns = twice(plain.returns());
        for (int i = 0; i < size; i++) {
            returns[i] -= trading.cost();
            returns[size + i] += trading.cost();
        }
        List<LinearRow> rows = new ArrayList<>();
        for (LinearRow row : plain.rows()) {
            double held = row.value(now);
            rows.add(new LinearRow(row.name(), twice(row.coefficients()), row.least() - held, row.most() - held));
        }
        if (trading.maxTurnover() < Double.POSITIVE_INFINITY) {
            double[] bought = new double[2 * size];
            Arrays.fill(bought, 0, size, 1);
            Arrays.fill(bought, size, 2 * size, -1);
            rows.add(new LinearRow(TURNOVER, bought, Double.NEGATIVE_INFINITY, trading.maxTurnover()));
        }
        PortfolioProgram program = new PortfolioProgram(
                hessian,
                twice(pull),
                returns,
                changes(plain.box(), now),
                List.copyOf(rows),
                new PortfolioProgram.Base(Vectors.dot(plain.returns(), now), Vectors.dot(now, pull)));
        return new Translation(program, now);
    }

    /** Bounds of what is bought and sold that keep the bounds of the weights. */
    private static Box changes(Box box, double[] now) {
        int size = now.length;
        double[] lower = new double[2 * size];
        double[] upper = new double[2 * size];
        for (int i = 0; i < size; i++) {
            lower[i] = Math.max(0, box.lower()[i] - now[i]);
            upper[i] = Math.max(0, box.upper()[i] - now[i]);
            lower[size + i] = Math.min(0, box.lower()[i] - now[i]);
            upper[size + i] = Math.min(0, box.upper()[i] - now[i]);
        }
        return new Box(lower, upper, box.budget() - Vectors.sum(now));
    }

    private static double[] twice(double[] values) {
        return Stream.of(values, values).flatMapToDouble(Arrays::stream).toArray();
    }
}
