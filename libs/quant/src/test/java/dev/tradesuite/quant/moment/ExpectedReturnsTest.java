package dev.tradesuite.quant.moment;

import static dev.tradesuite.quant.moment.Tables.NONE;
import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import org.junit.jupiter.api.Test;

class ExpectedReturnsTest {

    private static final ReturnTable RETURNS =
            Tables.returns(new double[] {0.1, -0.1, 0.2}, new double[] {NONE, 0.02, 0.04});

    @Test
    void theGeometricMeanIsWhatTheMoneyGrewBy() {
        // 1.1 x 0.9 x 1.2 = 1.188 in three periods: 1.188^(6 / 3) - 1; 1.02 x 1.04 = 1.0608 in two: 1.0608^(6 / 2) - 1
        assertThat(ExpectedReturns.geometricMean(RETURNS, 6))
                .containsExactly(new double[] {0.411344, 0.1937147}, within(5e-7));
    }

    @Test
    void theArithmeticMeanIsTimesThePeriods() {
        // 0.2 / 3 x 6 and 0.06 / 2 x 6
        assertThat(ExpectedReturns.arithmeticMean(RETURNS, 6)).containsExactly(new double[] {0.4, 0.18}, within(1e-15));
    }

    @Test
    void theExponentialMeanWeighsByAge() {
        // span 3: weights 1, 1/2, 1/4 from the newest; (0.2 - 0.05 + 0.025) / 1.75 = 0.1; (0.04 + 0.01) / 1.5 = 1 / 30
        assertThat(ExpectedReturns.exponential(RETURNS, 3, 2))
                .containsExactly(new double[] {1.1 * 1.1 - 1, Math.pow(31 / 30.0, 2) - 1}, within(1e-15));
    }

    @Test
    void aLongSpanIsTheCompoundedMean() {
        ReturnTable returns = Tables.withGaps(Tables.random(5, 300, 1), 2);
        double[] exponential = ExpectedReturns.exponential(returns, 1e12, 1);

        assertThat(exponential).containsExactly(ExpectedReturns.arithmeticMean(returns, 1), within(1e-9));
    }

    @Test
    void agreesWithThePublishedMeans() {
        double[] published = {
            0.247967,
            0.294304,
            0.284037,
            0.1923164,
            0.371327,
            0.1360093,
            0.0328503,
            0.1200115,
            0.105540,
            0.0423457,
            0.1002559,
            0.1442237,
            -0.0792602,
            0.1430506,
            0.0736356,
            0.238835,
            0.388665,
            0.226717,
            0.1561701,
            0.2318153
        };

        assertThat(ExpectedReturns.geometricMean(StockFiles.reference().returns(), 252))
                .containsExactly(published, within(1e-6));
    }

    @Test
    void agreesWithThePublishedReturnsOfTheCapitalAssetPricingModel() {
        double[] published = {
            0.22148462799238577, 0.2835429647498704, 0.14693081977908462, 0.1488989354304723, 0.4162399750335195,
            0.22716772604184535, 0.3970337136813829, 0.16733214988182069, 0.31791477659742146, 0.17279931642386534,
            0.15271750464365566, 0.351778014382922, 0.32859883451716376, 0.1501938182844417, 0.268295486802897,
            0.31632339201710874, 0.27753479916328516, 0.16959588523287855, 0.3089119447773357, 0.2558719211959501
        };

        assertThat(CapitalAssetPricing.expectedReturns(StockFiles.reference().returns(), 0.02, 252))
                .containsExactly(published, within(1e-10));
    }

    @Test
    void theMarketItselfEarnsItsOwnReturn() {
        ReturnTable returns = Tables.random(4, 200, 5);
        double[] market = returns.series(2);

        double[] expected = CapitalAssetPricing.expectedReturns(returns, market, 0.03, 252);

        assertThat(expected[2]).isCloseTo(ExpectedReturns.geometricMean(returns, 252)[2], within(1e-12));
    }

    @Test
    void theCapitalAssetPricingModelWorksOut() {
        // market 0.1, -0.1, 0.3: mean 0.1, squares 0 + 0.04 + 0.04, variance 0.04; the asset moves half as far, beta
        // 0.5
        // 1.1 x 0.9 x 1.3 = 1.287 in three periods, a year of three: 0.287; 0.02 + 0.5 x (0.287 - 0.02)
        ReturnTable returns = Tables.returns(new double[] {0.06, -0.04, 0.16});

        assertThat(CapitalAssetPricing.expectedReturns(returns, new double[] {0.1, -0.1, 0.3}, 0.02, 3))
                .containsExactly(new double[] {0.1535}, within(1e-12));
    }

    @Test
    void refusesWhatHasNoMean() {
        ReturnTable nothing = Tables.returns(new double[] {0.1, 0.2}, new double[] {NONE, NONE});
        refuses(QuantProblem.TOO_FEW_OBSERVATIONS, () -> ExpectedReturns.geometricMean(nothing, 252));
        refuses(QuantProblem.TOO_FEW_OBSERVATIONS, () -> ExpectedReturns.exponential(nothing, 10, 252));
        refuses(QuantProblem.OUT_OF_RANGE, () -> ExpectedReturns.arithmeticMean(RETURNS, 0));
        refuses(QuantProblem.OUT_OF_RANGE, () -> ExpectedReturns.exponential(RETURNS, 0.5, 252));
        refuses(
                QuantProblem.OUT_OF_RANGE,
                () -> ExpectedReturns.geometricMean(Tables.returns(new double[] {-1.5}), 252));
        refuses(QuantProblem.ONE_ASSET, () -> CapitalAssetPricing.expectedReturns(Tables.random(1, 9, 1), 0.02, 252));
        refuses(
                QuantProblem.CONSTANT_SERIES,
                () -> CapitalAssetPricing.expectedReturns(Tables.random(2, 3, 1), new double[3], 0.02, 252));
        refuses(
                QuantProblem.NOT_FINITE,
                () -> CapitalAssetPricing.expectedReturns(Tables.random(2, 3, 1), Double.NaN, 252));
    }
}
