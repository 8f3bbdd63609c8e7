package dev.tradesuite.portfolio.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuspensionGatesTest {

    private static final LocalDate LIVE_SINCE = LocalDate.of(2026, 2, 1);
    private static final EvidenceRules RULES = EvidenceRules.DEFAULT;

    /**
     * On paper +1.5 % and -0.5 % by turns: mean 0.5 %, deviation 1.0171 % over 30 days, ratio 0.49160 a day and 7.804 a
     * year. With money +1.2 % and -0.8 %: mean 0.2 %, the same deviation, 3.122 a year, below 80 % of it, 6.243.
     */
    @Test
    void liveMoreThanAFifthWorseThanPaperIsBroken() {
        GateEvidence gate = gate(
                LifecycleGate.LIVE_SHARPE,
                List.of(
                        turns(RunLabel.PAPER, LIVE_SINCE.minusDays(60), 30, 0.015, -0.005),
                        turns(RunLabel.LIVE, LIVE_SINCE.plusDays(1), 30, 0.012, -0.008)));

        assertThat(Objects.requireNonNull(gate.measured())).isCloseTo(3.122, within(0.001));
        assertThat(Objects.requireNonNull(gate.required())).isCloseTo(6.243, within(0.001));
        assertThat(gate.broken()).isTrue();
        assertThat(Objects.requireNonNull(gate.chance())).isBetween(0.1, 0.5);
    }

    /** Below 0 on paper, a fifth worse is further below: -2 may become -2.4. */
    @Test
    void aFifthWorseThanBelowZeroIsFurtherBelow() {
        GateEvidence gate = gate(
                LifecycleGate.LIVE_SHARPE,
                List.of(
                        turns(RunLabel.PAPER, LIVE_SINCE.minusDays(60), 30, 0.009, -0.011),
                        turns(RunLabel.LIVE, LIVE_SINCE.plusDays(1), 30, 0.0089, -0.0111)));

        assertThat(Objects.requireNonNull(gate.required())).isLessThan(Objects.requireNonNull(gate.measured()));
        assertThat(gate.broken()).isFalse();
    }

    @Test
    void tooFewDaysAreNotKnownAndBreakNothing() {
        GateEvidence gate = gate(
                LifecycleGate.LIVE_SHARPE,
                List.of(
                        turns(RunLabel.PAPER, LIVE_SINCE.minusDays(60), 30, 0.015, -0.005),
                        turns(RunLabel.LIVE, LIVE_SINCE.plusDays(1), 29, -0.02, -0.03)));

        assertThat(gate.broken()).isFalse();
        assertThat(gate.known()).isFalse();
        assertThat(gate.reason().message()).contains("29", "30 are needed");
    }

    /** Two days of -12 %: 0.88 x 0.88 = 0.7744, a fall of 22.56 %. */
    @Test
    void drawdownCountsFromTheDayItCameToItsState() {
        StrategyReturns before = turns(RunLabel.LIVE, LIVE_SINCE.minusDays(3), 4, -0.3, -0.3);
        StrategyReturns since = turns(RunLabel.LIVE, LIVE_SINCE.plusDays(1), 2, -0.12, -0.12);

        assertThat(gate(LifecycleGate.RUNNING_DRAWDOWN, List.of(before)).known())
                .isFalse();
        GateEvidence gate = gate(LifecycleGate.RUNNING_DRAWDOWN, List.of(since));
        assertThat(Objects.requireNonNull(gate.measured())).isCloseTo(0.2256, within(1e-12));
        assertThat(gate.broken()).isTrue();
    }

    @Test
    void haltedAccountIsBroken() {
        List<ToldTradingStates.One> halted = List.of(new ToldTradingStates.One(
                TradingStateScope.ACCOUNT,
                "main",
                TradingState.HALTED,
                "flash crash",
                "alice",
                Instant.parse("2026-03-02T10:00:00Z")));

        GateEvidence gate = SuspensionGates.of(live(), RULES, List.of(), halted).getLast();

        assertThat(gate.broken()).isTrue();
        assertThat(gate.reason().message()).isEqualTo("ACCOUNT main is HALTED by alice: flash crash");
    }

    private static GateEvidence gate(LifecycleGate gate, List<StrategyReturns> returns) {
        return SuspensionGates.of(live(), RULES, returns, List.of()).stream()
                .filter(one -> one.gate() == gate)
                .findFirst()
                .orElseThrow();
    }

    private static RegisteredStrategy live() {
        RegisteredStrategy strategy = MemoryStrategies.strategy("a", new StrategySource.Imported());
        return strategy.at(strategy.stage().to(LifecycleState.LIVE, Instant.parse("2026-02-01T09:00:00Z")));
    }

    private static StrategyReturns turns(RunLabel label, LocalDate from, int days, double even, double odd) {
        return new StrategyReturns(
                "a",
                label,
                IntStream.range(0, days)
                        .mapToObj(i -> new DailyReturn(from.plusDays(i), i % 2 == 0 ? even : odd))
                        .toList());
    }
}
