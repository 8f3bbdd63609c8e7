package dev.tradesuite.quant.moment;

import static dev.tradesuite.quant.moment.Tables.NONE;
import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnTableTest {

    @Test
    void aReturnNeedsBothOfItsPrices() {
        ReturnTable returns = Tables.prices(new double[] {NONE, 100, 110, NONE, 99}, new double[] {50, 55, 55, 66, 33})
                .returns();

        // 55 / 50, then 110 / 100 and 55 / 55, 66 / 55, 33 / 66
        assertThat(returns.series(0)).containsExactly(new double[] {NONE, 0.1, NONE, NONE}, within(1e-15));
        assertThat(returns.series(1)).containsExactly(new double[] {0.1, 0, 0.2, -0.5}, within(1e-15));
        assertThat(returns.present(0)).hasSize(1);
        assertThat(returns.isComplete()).isFalse();
        assertThat(returns.complete().periods()).isEqualTo(1);
        assertThat(returns.complete().end(0)).isEqualTo(2);
    }

    @Test
    void periodsWithoutAnyReturnAreLeftOut() {
        ReturnTable returns = Tables.prices(new double[] {NONE, NONE, 10, 11}, new double[] {NONE, NONE, 20, 10})
                .returns();

        assertThat(returns.periods()).isEqualTo(1);
        assertThat(Tables.prices(new double[] {1}).returns().periods()).isZero();
    }

    @Test
    void aPortfolioEarnsTheWeightedReturns() {
        ReturnTable returns = Tables.returns(new double[] {0.1, -0.2}, new double[] {0.3, 0.4}, new double[] {NONE, 0});

        // 0.5 x 0.1 + 0.25 x 0.3 and 0.5 x -0.2 + 0.25 x 0.4
        assertThat(returns.portfolio(new double[] {0.5, 0.25, 0}))
                .containsExactly(new double[] {0.125, 0}, within(1e-16));
        assertThat(returns.portfolio(new double[] {0, 0, 1})[0]).isNaN();
        assertThat(returns.select(1, 0).codes()).containsExactly("A1", "A0");
        assertThat(returns.between(1, 2).series(0)).containsExactly(-0.2);
    }

    @Test
    void refusesWhatIsNoTable() {
        double[][] one = {{1, 2}};
        refuses(QuantProblem.EMPTY, () -> PriceTable.of(List.of(), new long[0], new double[0][]));
        refuses(QuantProblem.WRONG_SIZE, () -> PriceTable.of(List.of("A", "B"), new long[] {1, 2}, one));
        refuses(QuantProblem.WRONG_SIZE, () -> PriceTable.of(List.of("A"), new long[] {1}, one));
        refuses(
                QuantProblem.DUPLICATE_CODE,
                () -> PriceTable.of(List.of("A", "A"), new long[] {1, 2}, new double[][] {{1, 2}, {1, 2}}));
        refuses(QuantProblem.DATES_NOT_ALIGNED, () -> PriceTable.of(List.of("A"), new long[] {2, 2}, one));
        refuses(QuantProblem.OUT_OF_RANGE, () -> Tables.prices(new double[] {1, 0}));
        refuses(QuantProblem.NOT_FINITE, () -> Tables.prices(new double[] {1, Double.POSITIVE_INFINITY}));
        refuses(QuantProblem.NOT_FINITE, () -> Tables.returns(new double[] {1, Double.NEGATIVE_INFINITY}));
        refuses(QuantProblem.WRONG_SIZE, () -> Tables.random(2, 5, 1).portfolio(new double[] {1}));
        refuses(QuantProblem.NOT_FINITE, () -> Tables.random(1, 5, 1).portfolio(new double[] {NONE}));
    }
}
