package dev.tradesuite.portfolio.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplacementSearchTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /**
     * Forty days. One: +1 % and -0.5 % by turns, mean 0.25 %, deviation 0.75955 %, ratio 0.32914, skewness 0, kurtosis
     * 1. Other: +0.5 % and -0.5 %, ratio 0. With kurtosis 1 the variance of the ratio is 1, so the probability is
     * Phi(0.32914 x sqrt(39)) = Phi(2.0555) = 0.98009.
     */
    @Test
    void probabilityIsThatOfTheRatioOfTheOther() {
        assertThat(ReplacementSearch.better(
                                days(i -> i % 2 == 0 ? 0.01 : -0.005), days(i -> i % 2 == 0 ? 0.005 : -0.005), 40)
                        .orElse(0))
                .isCloseTo(0.98009, within(1e-4));
    }

    @Test
    void tooFewCommonDaysAreNotKnown() {
        assertThat(ReplacementSearch.better(days(i -> i % 2 == 0 ? 0.01 : -0.005), days(i -> 0.001 * i), 19))
                .isEmpty();
    }

    @Test
    void likenessToAnyOfTheRestSpeaksAgainstIt() {
        RegisteredStrategy old = live("old");
        RegisteredStrategy better = live("better");
        RegisteredStrategy rest = live("rest");
        List<DailyReturn> good = days(i -> i % 2 == 0 ? 0.01 : -0.005);
        List<DailyReturn> bad = days(i -> i % 3 == 0 ? 0.005 : -0.005);
        List<DailyReturn> unlike = days(i -> i % 4 < 2 ? 0.01 : -0.01);

        assertThat(search(List.of(old, better, rest), List.of(bad, good, unlike))
                        .best(old))
                .hasValueSatisfying(found -> assertThat(found.code()).isEqualTo("better"));
        // The rest moves exactly as the better one: neither is unlike the other, and both are out.
        assertThat(search(List.of(old, better, rest), List.of(bad, good, good)).best(old))
                .isEmpty();
    }

    @Test
    void oneThatLosesLessTakesNoPlace() {
        RegisteredStrategy old = live("old");
        RegisteredStrategy other = live("other");
        List<DailyReturn> bad = days(i -> i % 2 == 0 ? 0.005 : -0.02);

        assertThat(search(List.of(old, other), List.of(bad, days(i -> i % 3 == 0 ? 0.005 : -0.002)))
                        .best(old))
                .hasValueSatisfying(found -> assertThat(found.code()).isEqualTo("other"));
        assertThat(search(List.of(old, other), List.of(bad, days(i -> i % 3 == 0 ? 0.003 : -0.002)))
                        .best(old))
                .isEmpty();
    }

    private static ReplacementSearch search(List<RegisteredStrategy> strategies, List<List<DailyReturn>> returns) {
        return new ReplacementSearch(
                RotationPanel.of(
                        FIRST.plusDays(41),
                        strategies,
                        IntStream.range(0, strategies.size())
                                .mapToObj(i ->
                                        new StrategyReturns(strategies.get(i).code(), RunLabel.LIVE, returns.get(i)))
                                .toList()),
                RotationLimits.DEFAULT);
    }

    private static RegisteredStrategy live(String code) {
        RegisteredStrategy strategy = MemoryStrategies.strategy(code, new StrategySource.Imported());
        return strategy.at(strategy.stage().to(LifecycleState.LIVE, Instant.parse("2026-01-01T09:00:00Z")));
    }

    private static List<DailyReturn> days(IntToDoubleFunction value) {
        return IntStream.range(0, 40)
                .mapToObj(i -> new DailyReturn(FIRST.plusDays(i), value.applyAsDouble(i)))
                .toList();
    }
}
