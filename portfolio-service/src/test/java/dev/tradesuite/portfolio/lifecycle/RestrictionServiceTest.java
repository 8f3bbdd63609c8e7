package dev.tradesuite.portfolio.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.LifecycleTrigger;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RestrictionServiceTest {

    private final FixedClock clock = FixedClock.at("2026-03-02T10:00:00Z");
    private final MemoryStrategies strategies = MemoryStrategies.of(new StrategySource.Imported(), "a");
    private final MemoryLifecycle memory = new MemoryLifecycle();
    private final LifecycleService lifecycle = memory.service(strategies, clock);
    private final FakeRisk risk = new FakeRisk();
    private final RestrictionService service = new RestrictionService(memory.restrictions, risk, clock);

    @Test
    void suspendedStrategyGetsNoWeightAndOnlyGetsOut() {
        live();
        memory.target("main", "a", 0.4);

        move(LifecycleState.SUSPENDED);

        assertThat(memory.targets).isEqualTo(Map.of("main", Map.of("a", 0.0)));
        assertThat(service.send()).isEqualTo(1);
        assertThat(risk.states.get("a"))
                .extracting(StrategyTradingStates.Current::state)
                .isEqualTo(TradingState.REDUCE_ONLY);
        assertThat(wish().doneAt()).contains(clock.instant());
    }

    @Test
    void comesBackToActive() {
        live();
        move(LifecycleState.SUSPENDED);
        service.send();

        move(LifecycleState.LIVE);
        service.send();

        assertThat(risk.states.get("a"))
                .extracting(StrategyTradingStates.Current::state)
                .isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void isToldAgainUntilRiskAnswers() {
        live();
        risk.away = true;
        move(LifecycleState.RETIRED);

        assertThat(service.send()).isZero();
        assertThat(wish().note()).contains("risk is away");
        assertThat(service.send()).as("not at once").isZero();
        assertThat(risk.asked).hasSize(1);

        risk.away = false;
        clock.advance(Duration.ofSeconds(5));
        assertThat(service.send()).isEqualTo(1);
        assertThat(wish().doneAt()).isPresent();
        assertThat(service.send()).as("once it is done").isZero();
    }

    @Test
    void whatAPersonHaltedStaysHalted() {
        live();
        risk.states.put("a", new StrategyTradingStates.Current(TradingState.HALTED, "I do not trust it", "alice"));

        move(LifecycleState.SUSPENDED);
        service.send();
        assertThat(wish().note()).hasValueSatisfying(note -> assertThat(note).contains("HALTED", "alice"));
        move(LifecycleState.LIVE);
        service.send();

        assertThat(wish().note()).hasValueSatisfying(note -> assertThat(note).contains("alice has set it"));
        assertThat(risk.states.get("a"))
                .extracting(StrategyTradingStates.Current::state)
                .isEqualTo(TradingState.HALTED);
    }

    @Test
    void answerToAnOlderWishEndsNothing() {
        live();
        move(LifecycleState.SUSPENDED);
        risk.before = () -> move(LifecycleState.LIVE);

        service.send();

        assertThat(wish().state()).isEqualTo(TradingState.ACTIVE);
        clock.advance(Duration.ofMinutes(1));
        service.send();
        assertThat(wish().doneAt()).isPresent();
        assertThat(risk.states.get("a"))
                .extracting(StrategyTradingStates.Current::state)
                .isEqualTo(TradingState.ACTIVE);
    }

    private StrategyRestriction wish() {
        return memory.restrictions.find("a").orElseThrow();
    }

    private void live() {
        RegisteredStrategy found = strategies.find("a").orElseThrow();
        strategies.save(found.at(
                found.stage().to(LifecycleState.PAPER, clock.instant()).to(LifecycleState.LIVE, clock.instant())));
    }

    /** As it is moved, whatever it had to show. */
    private void move(LifecycleState to) {
        if (to == LifecycleState.LIVE) {
            RegisteredStrategy found = strategies.find("a").orElseThrow();
            new Consequences(memory.restrictions, memory)
                    .of(new LifecycleStep(by(to), found.state(), clock.instant(), List.of()));
            strategies.save(found.at(found.stage().to(to, clock.instant())));
        } else {
            assertThat(lifecycle.move(by(to), _ -> {})).isInstanceOf(LifecycleService.Outcome.Moved.class);
        }
    }

    private static LifecycleStep.Move by(LifecycleState to) {
        return new LifecycleStep.Move("a", to, LifecycleTrigger.PERSON, "operator", "a test");
    }

    /** Trading states as risk-service keeps them. */
    private static final class FakeRisk implements StrategyTradingStates {

        private final Map<String, Current> states = new TreeMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean away;
        private Runnable before = () -> {};

        @Override
        public Answer find(String code) {
            asked.add(code);
            return away ? new Answer.NotTold("risk is away") : new Answer.Told(Optional.ofNullable(states.get(code)));
        }

        @Override
        public Answer change(String code, TradingState state, String cause) {
            Runnable first = before;
            before = () -> {};
            first.run();
            states.put(code, new Current(state, cause, "trade-suite-service"));
            return find(code);
        }
    }
}
