package dev.tradesuite.portfolio.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.contracts.portfolio.SelectionOrder;
import dev.tradesuite.quant.diversification.UnlikeSelection;
import dev.tradesuite.quant.moment.ReturnTable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class UnlikeStrategyServiceTest {

    private static final IntToDoubleFunction NOISE = FakeReturns.noise(1);

    private final FakeReturns returns = new FakeReturns()
            .add("GOOD", RunLabel.PAPER, 200, i -> NOISE.applyAsDouble(i) + 0.008)
            .add("POOR", RunLabel.PAPER, 200, i -> NOISE.applyAsDouble(i) + 0.006)
            .add("OTHER", RunLabel.PAPER, 200, FakeReturns.noise(2))
            .register("EMPTY", "imported", false);
    private final UnlikeStrategyService service = new UnlikeStrategyService(
            new PanelReader(returns, returns, returns),
            20,
            Clock.fixed(FakeReturns.LAST.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    /** POOR is GOOD less 0.2 % a day: their correlation is 1, and the better one stays. */
    @Test
    void keepsTheBetterOfTwoThatAreTooAlike() {
        UnlikeStrategyService.Selected selected = select(SelectionOrder.SHARPE, 5);

        assertThat(codes(selected, selected.selection().chosen())).containsExactly("GOOD", "OTHER");
        assertThat(selected.selection().leftOut()).singleElement().satisfies(one -> {
            assertThat(selected.codes().get(one.asset())).isEqualTo("POOR");
            assertThat(one.cause()).isEqualTo(UnlikeSelection.Cause.TOO_ALIKE);
            assertThat(one.correlation().orElseThrow()).isCloseTo(1, within(1e-9));
        });
        assertThat(selected.without()).containsExactly("EMPTY");
    }

    @Test
    void leastVolatileComesFirstWhenAskedFor() {
        returns.add("CALM", RunLabel.PAPER, 200, i -> 0.1 * FakeReturns.noise(5).applyAsDouble(i));

        UnlikeStrategyService.Selected selected = select(SelectionOrder.VOLATILITY, 1);

        assertThat(codes(selected, selected.selection().chosen())).containsExactly("CALM");
    }

    /**
     * Returns 0.01 and 0.03 on days 2 days apart: a year has 365.25 x 1 / 2 = 182.625 of them; mean 0.02, deviation
     * sqrt(2 x 0.0001) = 0.0141421; return 3.6525, volatility 0.0141421 x 13.5139 = 0.191115, ratio 19.1115.
     */
    @Test
    void scoreAgreesWithTheWorkedExample() {
        StrategyScore score = StrategyScore.of(
                ReturnTable.of(List.of("A"), new long[] {10, 11, 12}, new double[][] {{0.01, Double.NaN, 0.03}}),
                ReturnPanel.Rows.DAYS,
                0);

        assertThat(score.by(SelectionOrder.RETURN)).isCloseTo(3.6525, within(1e-12));
        assertThat(score.by(SelectionOrder.VOLATILITY)).isCloseTo(0.191115, within(1e-6));
        assertThat(score.by(SelectionOrder.SHARPE)).isCloseTo(19.1115, within(1e-4));
    }

    /** Returns 0.01 and 0.03 of hours 2 hours apart: a year has 365.25 x 24 / 2 = 4,383 of them. */
    @Test
    void hoursAreMadeAYearOfAsHours() {
        StrategyScore score = StrategyScore.of(
                ReturnTable.of(List.of("A"), new long[] {10, 12}, new double[][] {{0.01, 0.03}}),
                ReturnPanel.Rows.HOURS,
                0);

        assertThat(score.perYear()).isCloseTo(4383, within(1e-9));
        assertThat(score.by(SelectionOrder.RETURN)).isCloseTo(87.66, within(1e-9));
    }

    private UnlikeStrategyService.Selected select(SelectionOrder by, int count) {
        return CorrelationOutcomes.known(service.select(new UnlikeStrategyService.Question(
                List.of(), CorrelationWindow.DAYS_365, ReturnLabels.sole(), 0.6, count, by)));
    }

    private static List<String> codes(UnlikeStrategyService.Selected selected, List<Integer> assets) {
        return assets.stream().map(selected.codes()::get).toList();
    }
}
