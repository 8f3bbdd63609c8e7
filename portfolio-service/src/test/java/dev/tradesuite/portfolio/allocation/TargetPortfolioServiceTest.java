package dev.tradesuite.portfolio.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.portfolio.allocation.TargetPortfolioService.Outcome;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TargetPortfolioServiceTest {

    private static final Instant NOW = Instant.parse("2026-02-02T10:00:00Z");
    private static final UUID ANSWER = UUID.fromString("019b0000-0000-7000-8000-000000000001");

    private final MemoryTargets targets = new MemoryTargets();
    private final MemoryStrategies strategies =
            MemoryStrategies.of(new StrategySource.HeldInstrument("AAPL"), "a", "b", "c");
    private final TargetPortfolioService service =
            new TargetPortfolioService(targets, strategies, new PlainWork(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void everyChangeIsTheNextVersion() {
        List<AllocationTarget> told = new ArrayList<>();

        Outcome first = service.construct(wish(Map.of("a", 0.6, "b", 0.4), Optional.of(0L)), told::add);
        Outcome second = service.construct(wish(Map.of("a", 0.5, "b", 0.0), Optional.empty()), told::add);

        assertThat(first).isEqualTo(new Outcome.Constructed(told.getFirst()));
        assertThat(second).isEqualTo(new Outcome.Constructed(told.getLast()));
        assertThat(told).extracting(AllocationTarget::version).containsExactly(1L, 2L);
        assertThat(told.getLast().weights()).as("0 is left out").isEqualTo(Map.of("a", 0.5));
        assertThat(service.find("main", 1)).contains(told.getFirst());
        assertThat(told.getFirst().cause())
                .isEqualTo(
                        new AllocationTarget.Cause(TargetOrigin.PERSON, Optional.empty(), "operator", "because", NOW));
    }

    @Test
    void optimumNamesItsAnswer() {
        service.construct(
                new TargetPortfolioService.Wish(
                        "main",
                        Map.of("a", 1.0),
                        Optional.of(ANSWER),
                        Optional.empty(),
                        _ -> true,
                        "operator",
                        "because"),
                _ -> {});

        assertThat(service.newest("main").orElseThrow().cause().answer()).contains(ANSWER);
    }

    @Test
    void changeOfAnOlderVersionIsRefused() {
        service.construct(wish(Map.of("a", 0.6), Optional.empty()), _ -> {});

        assertThat(service.construct(wish(Map.of("b", 0.6), Optional.of(0L)), _ -> {}))
                .isEqualTo(new Outcome.OtherVersion(1));
        assertThat(service.newest("main").orElseThrow().weights()).containsOnlyKeys("a");
    }

    @Test
    void ofTwoFromTheSameVersionTheSlowerIsRefused() {
        targets.beforeNextAdd(() -> service.construct(wish(Map.of("b", 0.1), Optional.of(0L)), _ -> {}));

        assertThat(service.construct(wish(Map.of("a", 0.6), Optional.of(0L)), _ -> {}))
                .isEqualTo(new Outcome.OtherVersion(1));
    }

    @Test
    void weightsThatCannotBeAreRefused() {
        assertThat(service.construct(wish(Map.of("a", 0.7, "b", 0.31), Optional.empty()), _ -> {}))
                .isInstanceOf(Outcome.TooMuch.class);
        assertThat(service.construct(wish(Map.of("a", -0.1), Optional.empty()), _ -> {}))
                .isInstanceOf(Outcome.OutOfRange.class);
        assertThat(service.construct(wish(Map.of("a", Double.NaN), Optional.empty()), _ -> {}))
                .isInstanceOf(Outcome.OutOfRange.class);
        assertThat(service.construct(wish(Map.of("a", 0.5, "x", 0.5), Optional.empty()), _ -> {}))
                .isEqualTo(new Outcome.UnknownStrategies(List.of("x")));
        assertThat(service.newest("main")).isEmpty();
    }

    @Test
    void solversRoundingIsNoFault() {
        assertThat(service.construct(wish(Map.of("a", 0.7, "b", 0.3 + 5e-9), Optional.empty()), _ -> {}))
                .isInstanceOf(Outcome.Constructed.class);
    }

    @Test
    void whatIsSuspendedOrRetiredGetsNothing() {
        move("a", LifecycleState.SUSPENDED);
        move("b", LifecycleState.RETIRED);

        assertThat(service.construct(wish(Map.of("a", 0.1), Optional.empty()), _ -> {}))
                .isEqualTo(new Outcome.WithoutCapital(LifecycleState.SUSPENDED, List.of("a")));
        assertThat(service.construct(wish(Map.of("b", 0.1), Optional.empty()), _ -> {}))
                .isEqualTo(new Outcome.WithoutCapital(LifecycleState.RETIRED, List.of("b")));
        assertThat(service.construct(wish(Map.of("a", 0.0, "b", 0.0, "c", 1.0), Optional.empty()), _ -> {}))
                .isInstanceOf(Outcome.Constructed.class);
    }

    @Test
    void strategyThatIsNotToBeSeenIsUnknown() {
        TargetPortfolioService.Wish blind = new TargetPortfolioService.Wish(
                "main", Map.of("a", 0.1), Optional.empty(), Optional.empty(), _ -> false, "operator", "because");

        assertThat(service.construct(blind, _ -> {})).isEqualTo(new Outcome.UnknownStrategies(List.of("a")));
    }

    @Test
    void ruleChangesOneWeightAndKeepsTheOthers() {
        service.construct(wish(Map.of("a", 0.6, "b", 0.4), Optional.empty()), _ -> {});

        AllocationTarget after = reweigh("a", 0.2).orElseThrow();

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.weights()).isEqualTo(Map.of("a", 0.2, "b", 0.4));
        assertThat(reweigh("a", 0.2))
                .as("nothing changes, so nothing is stored")
                .contains(after);
        assertThatIllegalArgumentException().isThrownBy(() -> reweigh("a", 0.7));
    }

    @Test
    void nothingIsLostWhenTwoReweighAtOnce() {
        service.construct(wish(Map.of("a", 0.6, "b", 0.4), Optional.empty()), _ -> {});
        targets.beforeNextAdd(() -> reweigh("b", 0));

        assertThat(reweigh("a", 0.5).orElseThrow().weights()).isEqualTo(Map.of("a", 0.5));
        assertThat(service.newest("main").orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void withdrawingTakesTheWeightEverywhere() {
        service.construct(wish(Map.of("a", 0.6, "b", 0.4), Optional.empty()), _ -> {});

        service.withdraw("a", TargetOrigin.LIFECYCLE, "lifecycle", "suspended");

        assertThat(service.newest("main").orElseThrow().weights()).isEqualTo(Map.of("b", 0.4));
        assertThat(service.reweigh(new TargetPortfolios.Reweighing(
                        "other", "a", 0, TargetOrigin.LIFECYCLE, "lifecycle", "suspended")))
                .isEmpty();
    }

    private Optional<AllocationTarget> reweigh(String code, double weight) {
        return service.reweigh(new TargetPortfolios.Reweighing(
                "main", code, weight, TargetOrigin.ROTATION, "rotation", "worse than its benchmark"));
    }

    private void move(String code, LifecycleState state) {
        RegisteredStrategy strategy = strategies.find(code).orElseThrow();
        strategies.save(strategy.at(strategy.stage().to(state, NOW)));
    }

    private static TargetPortfolioService.Wish wish(Map<String, Double> weights, Optional<Long> version) {
        return new TargetPortfolioService.Wish(
                "main", weights, Optional.empty(), version, _ -> true, "operator", "because");
    }
}
