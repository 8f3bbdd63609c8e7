package dev.tradesuite.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebalancingTimesServiceTest {

    private final RebalancingWorld world = new RebalancingWorld();
    private final MemoryTimes times = new MemoryTimes();

    @BeforeEach
    void want() {
        world.holds("a", "AAA", "30", "3000");
        world.target(Map.of("a", 0.3, "b", 0.04));
    }

    /** The first of March 2026 is a Sunday. */
    @Test
    void nextTimeIsTheFirstWorkingDayOfTheMonth() {
        assertThat(set(true).nextDue()).contains(Instant.parse("2026-03-02T15:00:00Z"));
        assertThat(set(false).nextDue()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> service()
                .set(new RebalancingTimes("main", true, "sometimes", 5, Optional.empty(), "operator")));
    }

    @Test
    void whenItIsTimeAPlanWaitsForAPerson() {
        set(true);
        world.clock.set(Instant.parse("2026-03-02T15:00:01Z"));
        freshPrices();

        service().look();
        service().look();

        assertThat(world.store.list(all()))
                .extracting(PlannedRebalancing::state, one -> one.origin().trigger())
                .containsExactly(tuple(RebalancingState.PENDING_APPROVAL, RebalancingTrigger.SCHEDULE));
        assertThat(times.find("main").orElseThrow().nextDue()).contains(Instant.parse("2026-04-01T15:00:00Z"));
    }

    /** a is at 30 % and is to be there, b at 0 and is to be at 4 %: nothing is further than 5 points away. */
    @Test
    void weightThatIsNearItsTargetMakesNoPlan() {
        set(true);

        service().look();

        assertThat(world.store.list(all())).isEmpty();
    }

    @Test
    void weightThatIsTooFarMakesOnePlan() {
        set(true);
        world.target(Map.of("a", 0.2, "b", 0.04));

        service().look();
        world.clock.advance(Duration.ofMinutes(2));
        service().look();

        assertThat(world.store.list(all())).hasSize(1);
        PlannedRebalancing drift = world.store.list(all()).getFirst();
        assertThat(drift.origin().trigger()).isEqualTo(RebalancingTrigger.DRIFT);
        assertThat(drift.origin().reason()).isEqualTo("a is at 0.3000 and is to be at 0.2000");
        assertThat(drift.state()).isEqualTo(RebalancingState.PENDING_APPROVAL);
    }

    @Test
    void planThatChecksDenyStaysADraftAndTheNextTimeComes() {
        set(true);
        world.orders.verdicts.put("BBB", new OrderDesk.Verdict.Silent("risk is away"));
        world.clock.set(Instant.parse("2026-03-02T15:00:01Z"));
        freshPrices();

        service().look();

        assertThat(world.store.list(all()).getFirst().state()).isEqualTo(RebalancingState.DRAFT);
        assertThat(times.find("main").orElseThrow().nextDue()).contains(Instant.parse("2026-04-01T15:00:00Z"));
    }

    private void freshPrices() {
        world.prices.replaceAll((_, price) -> new PriceBoard.Price(price.price(), world.clock.instant()));
    }

    private RebalancingTimes set(boolean enabled) {
        return service()
                .set(new RebalancingTimes(
                        "main", enabled, RebalancingTimes.FIRST_WORKING_DAY, 5, Optional.empty(), "operator"));
    }

    private RebalancingTimesService service() {
        return new RebalancingTimesService(
                times, world.service(), world.portfolios(), world.store, Duration.ofMinutes(1), world.clock);
    }

    private static RebalancingStore.Filter all() {
        return new RebalancingStore.Filter(Optional.empty(), Optional.empty(), Optional.empty(), 10);
    }

    /** Of one account. */
    private static final class MemoryTimes implements RebalancingTimesStore {

        private Optional<RebalancingTimes> one = Optional.empty();
        private Instant lookAt = Instant.EPOCH;

        @Override
        public Optional<RebalancingTimes> find(String account) {
            return one;
        }

        @Override
        public void put(RebalancingTimes times, Instant look) {
            one = Optional.of(times);
            lookAt = look;
        }

        @Override
        public Optional<RebalancingTimes> claim(Instant now, Instant nextLook) {
            if (lookAt.isAfter(now)) {
                return Optional.empty();
            }
            lookAt = nextLook;
            return one.filter(RebalancingTimes::enabled);
        }

        @Override
        public void due(String account, Optional<Instant> next) {
            one = one.map(times -> times.dueAt(next));
        }
    }
}
