package dev.tradesuite.portfolio.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EquityReturnsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    @Test
    void returnIsTheChangeOfEquity() {
        // 10,100 / 10,000 - 1 = 0.01; 9,999 / 10,100 - 1 = -0.01
        EquityReturns found = EquityReturns.of(ends(new double[][] {{10_000, 0}, {10_100, 0}, {9_999, 0}}));

        assertThat(values(found)).containsExactly(0.01, -0.01);
        assertThat(found.returns().getFirst().value().day()).isEqualTo(FIRST.plusDays(1));
        assertThat(found.absent()).isEmpty();
    }

    @Test
    void whatIsPaidInIsNoReturnAndCountsFromTheStartOfTheDay() {
        // (15,150 - 10,000 - 5,000) / (10,000 + 5,000) = 150 / 15,000 = 0.01
        assertThat(values(EquityReturns.of(ends(new double[][] {{10_000, 10_000}, {15_150, 15_000}}))))
                .containsExactly(0.01);
    }

    @Test
    void whatIsPaidOutIsNoReturnAndCountsToTheEndOfTheDay() {
        // (5,100 - 10,000 + 5,000) / 10,000 = 0.01
        assertThat(values(EquityReturns.of(ends(new double[][] {{10_000, 10_000}, {5_100, 5_000}}))))
                .containsExactly(0.01);
    }

    @Test
    void paymentAloneIsNoReturnWhateverItsSize() {
        for (double flow : new double[] {-9_999, -1, 0, 1, 1e9}) {
            assertThat(values(EquityReturns.of(ends(new double[][] {{10_000, 0}, {10_000 + flow, flow}}))))
                    .singleElement()
                    .satisfies(value -> assertThat(value).isCloseTo(0, within(1e-15)));
        }
    }

    @Test
    void withoutCapitalThereIsNoReturn() {
        EquityReturns found = EquityReturns.of(ends(new double[][] {{0, 0}, {10, 0}, {-5, 0}, {20, 0}}));

        // From 10 to -5 more than everything is lost.
        assertThat(found.returns()).isEmpty();
        assertThat(found.absent())
                .extracting(AbsentDay::why)
                .containsExactly(
                        ReturnReason.CAPITAL_WAS_LOST, ReturnReason.MORE_THAN_ALL_LOST, ReturnReason.CAPITAL_WAS_LOST);
    }

    @Test
    void everythingLostIsAReturn() {
        assertThat(values(EquityReturns.of(ends(new double[][] {{10, 0}, {0, 0}}))))
                .containsExactly(-1.0);
    }

    @Test
    void oneEndAloneHasNoReturn() {
        assertThat(EquityReturns.of(ends(new double[][] {{10, 0}})).returns()).isEmpty();
        assertThat(EquityReturns.of(List.of()).returns()).isEmpty();
    }

    private static List<DayEquity> ends(double[][] equityAndContributed) {
        return IntStream.range(0, equityAndContributed.length)
                .mapToObj(i -> new DayEquity(
                        FIRST.plusDays(i),
                        BigDecimal.valueOf(equityAndContributed[i][0]),
                        BigDecimal.valueOf(equityAndContributed[i][1]),
                        RunLabel.PAPER))
                .toList();
    }

    private static List<Double> values(EquityReturns found) {
        return found.returns().stream().map(one -> one.value().value()).toList();
    }
}
