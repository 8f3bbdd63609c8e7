package dev.tradesuite.quant.risk;

import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.moment.StockFiles;
import dev.tradesuite.quant.moment.Tables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StressTest {

    @Test
    void findsTheWorstDaysAndStretches() {
        ReturnTable returns = Tables.returns(
                new double[] {0.1, -0.2, -0.1, 0.1, -0.05, -0.1}, new double[] {0, -0.1, 0.2, 0, -0.3, 0});
        double[] weights = {0.5, 0.5};

        // day 4: 0.5 x 0.05 + 0.5 x 0.3 = 0.175; day 1: 0.1 + 0.05 = 0.15
        List<StressLoss> days = HistoricalStress.worst(returns, weights, 1, 2);
        assertThat(days).extracting(StressLoss::from).containsExactly(4L, 1L);
        assertThat(days.getFirst().loss()).isCloseTo(0.175, within(1e-15));
        assertThat(days.getFirst().contributions()).containsExactly(new double[] {0.025, 0.15}, within(1e-15));

        // days 4 and 5: 0.5 x (1 - 0.95 x 0.9) + 0.5 x 0.3 = 0.2225; days 3 and 4 share day 4, so days 0 and 1 are
        // next:
        // 0.5 x (1 - 1.1 x 0.8) + 0.5 x 0.1 = 0.11; of days 1 and 2: 0.5 x 0.28 - 0.5 x 0.08 = 0.1
        List<StressLoss> pairs = HistoricalStress.worst(returns, weights, 2, 2);
        assertThat(pairs).extracting(StressLoss::from).containsExactly(4L, 0L);
        assertThat(pairs).extracting(StressLoss::to).containsExactly(5L, 1L);
        assertThat(pairs.getFirst().loss()).isCloseTo(0.2225, within(1e-15));
        assertThat(pairs.getLast().loss()).isCloseTo(0.11, within(1e-15));
    }

    @Test
    void theWorstWeeksOfRecordedStocksAreTheKnownOnes() {
        ReturnTable returns = StockFiles.twentyStocks().returns();
        double[] weights = new double[20];
        Arrays.fill(weights, 0.05);

        List<StressLoss> weeks = HistoricalStress.worst(returns, weights, HistoricalStress.WEEK, 5);

        assertThat(weeks)
                .extracting(week -> LocalDate.ofEpochDay(week.to()).getYear())
                .contains(2008, 2020);
        assertThat(weeks).allSatisfy(week -> assertThat(Vectors.sum(week.contributions()))
                .isCloseTo(week.loss(), within(1e-12)));
    }

    @Test
    void factorSlopesOfAnExactMixAreFound() {
        ReturnTable factors = named("F", Tables.random(2, 60, 3));
        double[] mix = new double[60];
        for (int t = 0; t < 60; t++) {
            mix[t] = 0.001 + 1.5 * factors.value(0, t) - 0.5 * factors.value(1, t);
        }
        FactorStress stress = FactorStress.of(Tables.returns(mix, factors.series(1)), factors);

        assertThat(stress.slopes(0)).containsExactly(new double[] {1.5, -0.5}, within(1e-10));
        assertThat(stress.slopes(1)).containsExactly(new double[] {0, 1}, within(1e-10));
        // 0.6 x (1.5 x 0.2 - 0.5 x 0.1) + 0.4 x 0.1 = 0.15 + 0.04
        FactorStress.FactorLoss loss = stress.loss(new double[] {0.6, 0.4}, new double[] {-0.2, -0.1});
        assertThat(loss.loss()).isCloseTo(0.19, within(1e-10));
        assertThat(loss.byAsset()).containsExactly(new double[] {0.15, 0.04}, within(1e-10));
        // 0.6 x 0.3 and the rest
        assertThat(loss.byFactor()).containsExactly(new double[] {0.18, 0.01}, within(1e-10));
    }

    @Test
    void factorFundsExplainOneAnother() {
        ReturnTable funds = StockFiles.factorFunds().returns();
        FactorStress stress = FactorStress.of(funds.select(0, 1), funds.select(2, 3, 4));

        double loss = stress.loss(new double[] {0.5, 0.5}, new double[] {-0.2, -0.2, -0.2})
                .loss();

        assertThat(loss).isBetween(0.15, 0.25);
    }

    @Test
    void refusesBadInput() {
        ReturnTable returns = Tables.random(2, 30, 1);
        double[] weights = {0.5, 0.5};
        refuses(QuantProblem.OUT_OF_RANGE, () -> HistoricalStress.worst(returns, weights, 0, 1));
        refuses(QuantProblem.TOO_FEW_OBSERVATIONS, () -> HistoricalStress.worst(returns, weights, 31, 1));
        refuses(QuantProblem.WRONG_SIZE, () -> HistoricalStress.worst(returns, new double[3], 1, 1));
        refuses(QuantProblem.NOT_FINITE, () -> HistoricalStress.worst(Tables.withGaps(returns, 1), weights, 1, 1));
        ReturnTable factors = named("F", Tables.random(2, 30, 2));
        refuses(QuantProblem.DATES_NOT_ALIGNED, () -> FactorStress.of(returns, factors.between(0, 20)));
        refuses(QuantProblem.DUPLICATE_CODE, () -> FactorStress.of(returns, returns));
        refuses(QuantProblem.TOO_FEW_OBSERVATIONS, () -> FactorStress.of(returns.between(0, 3), factors.between(0, 3)));
        refuses(
                QuantProblem.NOT_POSITIVE_DEFINITE,
                () -> FactorStress.of(
                        returns, named("F", Tables.returns(factors.series(0), Vectors.scaled(factors.series(0), 2)))));
        refuses(QuantProblem.NOT_FINITE, () -> FactorStress.of(returns, factors)
                .loss(weights, new double[] {Double.NaN, 0}));
    }

    private static ReturnTable named(String prefix, ReturnTable table) {
        double[][] series = new double[table.assets()][];
        Arrays.setAll(series, table::series);
        long[] ends = new long[table.periods()];
        Arrays.setAll(ends, table::end);
        return ReturnTable.of(table.codes().stream().map(code -> prefix + code).toList(), ends, series);
    }
}
