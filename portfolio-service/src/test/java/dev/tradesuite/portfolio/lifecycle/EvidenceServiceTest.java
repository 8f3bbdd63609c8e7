package dev.tradesuite.portfolio.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.registry.LastFetch;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.quant.performance.DeflatedSharpe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceServiceTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final EvidenceRules RULES = EvidenceRules.DEFAULT;

    private final List<StrategyReturns> returns = new ArrayList<>();
    private final Map<String, LastFetch> fetches = new HashMap<>();
    private final EvidenceService evidence = new EvidenceService(_ -> List.copyOf(returns), _ -> fetches);

    private RegisteredStrategy strategy = MemoryStrategies.strategy("A", new StrategySource.Imported());

    @Test
    void sixtyReturnsOfOneLabelLeadToValidation() {
        have(RunLabel.BACKTEST, 59, i -> 0.001 * (i % 2));
        have(RunLabel.BACKFILL, 40, i -> 0.001 * (i % 2));

        assertThat(gate(LifecycleState.VALIDATION, LifecycleGate.SOURCE_ANSWERS).passed())
                .isTrue();
        GateEvidence short59 = gate(LifecycleState.VALIDATION, LifecycleGate.DAILY_RETURNS);
        assertThat(short59.passed()).isFalse();
        assertThat(short59.measured()).isEqualTo(59);
        assertThat(short59.required()).isEqualTo(60);
        assertThat(short59.reason().code()).isEqualTo(EvidenceReason.EVIDENCE_BELOW_REQUIRED.name());

        returns.clear();
        have(RunLabel.BACKTEST, 60, i -> 0.001 * (i % 2));
        assertThat(gate(LifecycleState.VALIDATION, LifecycleGate.DAILY_RETURNS).passed())
                .isTrue();
    }

    @Test
    void sourceHasToHaveAnsweredTheLastTime() {
        strategy = MemoryStrategies.strategy("A", new StrategySource.HeldInstrument("EURUSD"));

        assertThat(source()).isEqualTo(EvidenceReason.SOURCE_NEVER_ASKED.name());

        Instant now = Instant.parse("2026-01-05T00:10:00Z");
        fetches.put("A", new LastFetch(Optional.of(now), Optional.empty(), Optional.empty()));
        assertThat(source()).isEqualTo(EvidenceReason.EVIDENCE_SUFFICES.name());

        fetches.put("A", new LastFetch(Optional.of(now), Optional.of(now), Optional.of(new Reason("X", "away"))));
        assertThat(source()).isEqualTo(EvidenceReason.SOURCE_FAILED_LAST.name());
    }

    /**
     * 260 returns of +1 % and -0.5 % in turn: mean 0.0025, deviation 0.0075 x sqrt(260 / 259) = 0.0075145, ratio
     * 0.332692 of one day and 0.332692 x sqrt(252) = 5.28132 a year. The deepest fall is one loss, 0.005.
     */
    @Test
    void goodBacktestLeadsToPaper() {
        have(RunLabel.BACKTEST, 260, i -> i % 2 == 0 ? 0.01 : -0.005);

        List<GateEvidence> found = evidence.before(LifecycleState.PAPER, strategy, RULES);

        assertThat(found).allMatch(GateEvidence::passed);
        assertThat(measured(found, LifecycleGate.SHARPE)).isCloseTo(5.28132, within(1e-5));
        assertThat(measured(found, LifecycleGate.MAXIMUM_DRAWDOWN)).isCloseTo(0.005, within(1e-12));
    }

    @Test
    void modelWithoutAnEdgeIsStopped() {
        have(RunLabel.BACKTEST, 300, i -> i % 2 == 0 ? 0.01 : -0.01);

        assertThat(evidence.before(LifecycleState.PAPER, strategy, RULES))
                .filteredOn(gate -> !gate.passed())
                .extracting(GateEvidence::gate)
                .containsExactly(LifecycleGate.SHARPE, LifecycleGate.DEFLATED_SHARPE);
    }

    @Test
    void firstLossIsADrawdownOfTheStartingCapital() {
        have(RunLabel.BACKTEST, 260, i -> i == 0 ? -0.3 : i % 2 == 0 ? 0.02 : -0.005);

        GateEvidence drawdown = gate(LifecycleState.PAPER, LifecycleGate.MAXIMUM_DRAWDOWN);

        // The loss of the first day, and the small one of the second: 1 - 0.7 x 0.995 = 0.3035
        assertThat(drawdown.measured()).isCloseTo(0.3035, within(1e-12));
        assertThat(drawdown.passed()).isFalse();
        assertThat(drawdown.reason().code()).isEqualTo(EvidenceReason.EVIDENCE_ABOVE_ALLOWED.name());
    }

    @Test
    void manyVariantsTriedAskForMore() {
        have(RunLabel.BACKTEST, 260, i -> i % 2 == 0 ? 0.01 : -0.0085);
        EvidenceRules many = new EvidenceRules(
                RULES.validation(),
                new EvidenceRules.Paper(250, 1, 0.2, 0.9, 1000, null),
                RULES.live(),
                RULES.suspension(),
                252,
                null);

        Double alone = measured(evidence.before(LifecycleState.PAPER, strategy, RULES), LifecycleGate.DEFLATED_SHARPE);
        Double ofMany = measured(evidence.before(LifecycleState.PAPER, strategy, many), LifecycleGate.DEFLATED_SHARPE);

        assertThat(ofMany).isLessThan(alone);
        double[] values = returns.getFirst().days().stream()
                .mapToDouble(DailyReturn::value)
                .toArray();
        assertThat(ofMany)
                .isEqualTo(DeflatedSharpe.of(values, 1000, 1.0 / 259).value().orElseThrow());
    }

    @Test
    void withoutABacktestNothingIsMeasured() {
        have(RunLabel.SIMULATED, 300, i -> i % 2 == 0 ? 0.01 : -0.005);

        List<GateEvidence> found = evidence.before(LifecycleState.PAPER, strategy, RULES);

        assertThat(found).noneMatch(GateEvidence::passed);
        assertThat(found)
                .filteredOn(gate -> gate.gate() != LifecycleGate.BACKTEST_DAYS)
                .allSatisfy(gate -> {
                    assertThat(gate.measured()).isNull();
                    assertThat(gate.reason().code()).isEqualTo(EvidenceReason.EVIDENCE_NOT_MEASURABLE.name());
                });
    }

    @Test
    void everythingLostIsNoSharpeRatioAndAWholeDrawdown() {
        have(RunLabel.BACKTEST, 260, i -> i == 100 ? -1 : 0.01);

        assertThat(gate(LifecycleState.PAPER, LifecycleGate.MAXIMUM_DRAWDOWN).measured())
                .isEqualTo(1);
        assertThat(gate(LifecycleState.PAPER, LifecycleGate.SHARPE).measured()).isNull();
    }

    @Test
    void paperLikeTheBacktestLeadsToLiveWithABroker() {
        have(RunLabel.BACKTEST, 260, i -> i % 2 == 0 ? 0.01 : -0.005);
        have(RunLabel.PAPER, 30, i -> i % 2 == 0 ? 0.0098 : -0.0049);

        List<GateEvidence> found = evidence.before(LifecycleState.LIVE, strategy, RULES);

        assertThat(found)
                .filteredOn(gate -> !gate.passed())
                .extracting(GateEvidence::gate)
                .containsExactly(LifecycleGate.BROKER);
        assertThat(found.get(1).gate()).isEqualTo(LifecycleGate.PAPER_SHARPE);
        assertThat(found.get(1).required()).isCloseTo(0.9 * 5.28132, within(1e-5));
        assertThat(Objects.requireNonNull(found.get(1).chance())).isBetween(0.9, 1.0);
        assertThat(evidence.before(
                        LifecycleState.LIVE,
                        strategy,
                        new EvidenceRules(
                                RULES.validation(), RULES.paper(), RULES.live(), RULES.suspension(), 252, "alpaca")))
                .allMatch(GateEvidence::passed);
    }

    @Test
    void paperThatMovesMoreThanItsBacktestIsStopped() {
        have(RunLabel.BACKTEST, 260, i -> i % 2 == 0 ? 0.01 : -0.005);
        have(RunLabel.PAPER, 30, i -> i % 2 == 0 ? 0.012 : -0.006);

        // Both legs 1.2 times as long: the same ratio but for n - 1, and 1.2 times the volatility.
        assertThat(gate(LifecycleState.LIVE, LifecycleGate.PAPER_VOLATILITY).passed())
                .isFalse();
        assertThat(gate(LifecycleState.LIVE, LifecycleGate.PAPER_SHARPE).passed())
                .isTrue();
    }

    @Test
    void stoppingAsksForNothing() {
        assertThat(evidence.before(LifecycleState.SUSPENDED, strategy, RULES)).isEmpty();
        assertThat(evidence.before(LifecycleState.RETIRED, strategy, RULES)).isEmpty();
    }

    private String source() {
        return gate(LifecycleState.VALIDATION, LifecycleGate.SOURCE_ANSWERS)
                .reason()
                .code();
    }

    private GateEvidence gate(LifecycleState to, LifecycleGate gate) {
        return evidence.before(to, strategy, RULES).stream()
                .filter(one -> one.gate() == gate)
                .findFirst()
                .orElseThrow();
    }

    private static Double measured(List<GateEvidence> found, LifecycleGate gate) {
        return Objects.requireNonNull(found.stream()
                .filter(one -> one.gate() == gate)
                .findFirst()
                .orElseThrow()
                .measured());
    }

    private void have(RunLabel label, int days, IntToDoubleFunction value) {
        returns.add(new StrategyReturns(
                "A",
                label,
                IntStream.range(0, days)
                        .mapToObj(i -> new DailyReturn(FIRST.plusDays(i), value.applyAsDouble(i)))
                        .toList()));
    }
}
