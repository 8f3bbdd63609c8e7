package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether any weights keep rows, bounds and budget: the least amount by which all rows must be loosened, whose
 * multipliers name the rows that contradict (Farkas).
 */
final class Feasibility {

    private static final double INFEASIBLE = 1e-7;
    private static final double INVOLVED = 1e-4;

    private Feasibility() {}

    /**
     * Nothing, when there are feasible weights.
     *
     * @throws QuantException CONSTRAINTS_CONTRADICT, naming the rows
     */
    static void require(PortfolioProgram program) {
        if (program.rows().isEmpty()) {
            return;
        }
        int size = program.size();
        PortfolioProgram loosened = loosened(program);
        DenseProgram dense = new DenseProgram(loosened, 0);
        InteriorPoint.Result result = InteriorPoint.solve(dense, 1e-10);
        double loosening = dense.weights(result.z())[size];
        if (loosening <= INFEASIBLE) {
            return;
        }
        double[] multipliers = dense.rowMultipliers(result);
        List<String> names = new ArrayList<>();
        for (int k = 0; k < loosened.rows().size(); k++) {
            LinearRow row = loosened.rows().get(k);
            if (Math.abs(multipliers[k]) > INVOLVED && !row.name().isEmpty()) {
                names.add(row.name()
                        + (multipliers[k] > 0
                                ? " at least " + Constraints.percent(row.least())
                                : " at most " + Constraints.percent(row.most())));
            }
        }
        throw new QuantException(
                QuantProblem.CONSTRAINTS_CONTRADICT,
                "no weights keep %s within the bounds and a sum of %s; %s more room would do"
                        .formatted(
                                names.stream().distinct().collect(Collectors.joining(" and ")),
                                Constraints.percent(program.box().budget()),
                                Constraints.percent(loosening)));
    }

    /** With a variable that loosens every row, and one that keeps it out of the budget. */
    private static PortfolioProgram loosened(PortfolioProgram program) {
        int size = program.size();
        double most = 1;
        List<LinearRow> rows = new ArrayList<>();
        for (LinearRow row : program.rows()) {
            most += Vectors.largest(row.coefficients()) * size + finite(row.least()) + finite(row.most());
            if (row.least() > Double.NEGATIVE_INFINITY) {
                rows.add(new LinearRow(
                        row.name(), with(row.coefficients(), 1, 0), row.least(), Double.POSITIVE_INFINITY));
            }
            if (row.most() < Double.POSITIVE_INFINITY) {
                rows.add(new LinearRow(
                        row.name(), with(row.coefficients(), -1, 0), Double.NEGATIVE_INFINITY, row.most()));
            }
        }
        rows.add(new LinearRow("", with(new double[size], 1, 1), 0, 0));
        double[] aim = with(new double[size], 1, 0);
        Box box = new Box(
                with(program.box().lower(), 0, -most),
                with(program.box().upper(), most, 0),
                program.box().budget());
        return new PortfolioProgram(
                new double[size + 2][size + 2], aim, new double[size + 2], box, rows, PortfolioProgram.Base.NONE);
    }

    private static double finite(double limit) {
        return Double.isInfinite(limit) ? 0 : Math.abs(limit);
    }

    private static double[] with(double[] values, double first, double second) {
        double[] more = Arrays.copyOf(values, values.length + 2);
        more[values.length] = first;
        more[values.length + 1] = second;
        return more;
    }
}
