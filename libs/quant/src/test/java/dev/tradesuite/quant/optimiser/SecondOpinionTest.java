package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.linear.Vectors;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** ojAlgo on the same programs. Its answers are examined too: one that breaks a constraint is no opinion. */
class SecondOpinionTest {

    private static final double AVERSION = 3;
    private static final double GROUP_CAP = 0.4;
    private static final double FEASIBLE = 1e-6;

    @Test
    void quadraticUtilityWithAGroupIsNeverWorse() {
        Random random = new Random(21);
        int opinions = 0;
        for (int round = 0; round < 40; round++) {
            Universe universe = RandomProblems.universe(random, 4 + random.nextInt(16));
            List<String> group = universe.codes().subList(0, 3);
            Constraints constraints = Constraints.of(universe.codes())
                    .withBounds(0, 0.6)
                    .withGroup("first", group, Double.NEGATIVE_INFINITY, GROUP_CAP);

            double[] ours = MeanVariance.of(universe, constraints)
                    .maxQuadraticUtility(AVERSION)
                    .weights();
            Optional<double[]> other = opinion(universe, constraints);

            if (other.isPresent()) {
                opinions++;
                assertThat(utility(universe, ours)).isGreaterThanOrEqualTo(utility(universe, other.get()) - 1e-8);
                assertThat(utility(universe, ours)).isCloseTo(utility(universe, other.get()), within(1e-5));
            }
        }
        assertThat(opinions).as("answers that keep the constraints").isGreaterThan(20);
    }

    /** Weights by ojAlgo; empty when they break a constraint. */
    private static Optional<double[]> opinion(Universe universe, Constraints constraints) {
        int size = universe.size();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] weights = new Variable[size];
        for (int i = 0; i < size; i++) {
            weights[i] = model.newVariable(universe.codes().get(i))
                    .lower(0)
                    .upper(0.6)
                    .weight(BigDecimal.valueOf(-universe.expectedReturns()[i]));
        }
        Expression budget = model.newExpression("budget").level(1);
        Expression cap = model.newExpression("cap").upper(GROUP_CAP);
        Expression variance = model.newExpression("variance").weight(AVERSION / 2);
        for (int i = 0; i < size; i++) {
            budget.set(weights[i], 1);
            if (i < 3) {
                cap.set(weights[i], 1);
            }
            for (int j = 0; j < size; j++) {
                variance.set(weights[i], weights[j], universe.covariance().get(i, j));
            }
        }
        Optimisation.Result result = model.minimise();
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = result.doubleValue(i);
        }
        boolean isOpinion = result.getState().isFeasible()
                && Math.abs(Vectors.sum(values) - 1) < FEASIBLE
                && constraints.violation(values) < FEASIBLE;
        return isOpinion ? Optional.of(values) : Optional.empty();
    }

    private static double utility(Universe universe, double[] weights) {
        double volatility = universe.volatility(weights);
        return universe.expectedReturn(weights) - AVERSION / 2 * volatility * volatility;
    }
}
