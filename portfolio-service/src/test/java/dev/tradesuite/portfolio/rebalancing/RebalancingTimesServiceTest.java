package dev.tradesuite.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.contracts.portfolio.TargetOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** The first working day of 2027 is a Friday and a holiday. */
    @Test
    void holidayOfAMarketIsNoTradingDay() {
        world.clock.set(Instant.parse("2026-12-15T12:00:00Z"));

        assertThat(set(true).nextDue()).contains(Instant.parse("2027-01-04T15:00:00Z"));
        world.target(Map.of());
        assertThat(set(true).nextDue()).as("nothing is to be traded").contains(Instant.parse("2027-01-01T15:00:00Z"));
    }

    /** Shares came into the target after the time was found. */
    @Test
    void timeThatHasBecomeAHolidayIsPutOff() {
        world.target(Map.of());
        world.clock.set(Instant.parse("2026-12-15T12:00:00Z"));
        set(true);
        world.target(Map.of("a", 0.3));
        world.clock.set(Instant.parse("2027-01-01T15:00:00Z"));

        service().look();

        assertThat(world.store.list(all())).isEmpty();
        assertThat(times.find("main").orElseThrow().nextDue()).contains(Instant.parse("2027-01-04T15:00:00Z"));
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

    /** Neither is 5 points away, so that drift alone would do nothing. */
    @Test
    void targetThatRotationHasChangedMakesOnePlan() {
        set(true);
        world.target(Map.of("a", 0.27, "b", 0.04), TargetOrigin.ROTATION);
        world.target(Map.of("a", 0.27, "b", 0.07), TargetOrigin.ROTATION);

        lookAgain();
        lookAgain();

        assertThat(world.store.list(all()))
                .extracting(PlannedRebalancing::state, one -> one.origin().trigger(), one -> one.origin()
                        .reason())
                .containsExactly(tuple(
                        RebalancingState.PENDING_APPROVAL,
                        RebalancingTrigger.ROTATION,
                        "Version 3 of the target: because"));
        assertThat(times.planned("main")).isEqualTo(3);
    }

    @Test
    void weightTakenFromWhatIsRetiredMakesAPlan() {
        set(true);
        world.target(Map.of("b", 0.04), TargetOrigin.LIFECYCLE);

        lookAgain();

        assertThat(world.store.list(all()))
                .extracting(one -> one.origin().trigger())
                .containsExactly(RebalancingTrigger.LIFECYCLE);
    }

    @Test
    void changeWhileARebalancingIsUnderWayMakesAPlanAfterIt() {
        set(true);
        UUID first = world.submitted();
        world.target(Map.of("a", 0.27, "b", 0.04), TargetOrigin.ROTATION);

        lookAgain();
        assertThat(world.store.list(all())).hasSize(1);

        RebalancingWorld.done(world.service().cancel(first, "operator", _ -> {}));
        lookAgain();
        lookAgain();

        assertThat(world.store.list(all()))
                .extracting(one -> one.origin().trigger())
                .containsExactly(RebalancingTrigger.PERSON, RebalancingTrigger.ROTATION);
    }

    /** The process dies at the next look at a transaction: nothing of the plan is left, and the version still waits. */
    @Test
    void crashInTheTransactionOfThePlanLosesNothing() {
        set(true);
        world.target(Map.of("a", 0.27, "b", 0.04), TargetOrigin.ROTATION);
        freshPrices();
        times.dies = true;

        service().look();
        assertThat(world.store.list(all())).isEmpty();
        times.dies = false;
        lookAgain();

        assertThat(world.store.list(all())).hasSize(1);
    }

    @Test
    void whatAPersonSaidNoToIsNotAskedAgain() {
        set(true);
        world.target(Map.of("a", 0.27, "b", 0.04), TargetOrigin.ROTATION);
        UUID asked = world.submitted();
        PlannedRebalancing pending = world.store.find(asked).orElseThrow();
        world.store.save(pending.ended(
                RebalancingState.REJECTED,
                Reason.of(RebalancingReason.REJECTED_BY_PERSON, "no"),
                world.clock.instant()));

        lookAgain();

        assertThat(world.store.list(all())).hasSize(1);
        assertThat(times.planned("main")).isEqualTo(2);
    }

    @Test
    void changesFromBeforeTheScheduleWasOnMakeNoPlan() {
        set(false);
        world.target(Map.of("a", 0.27, "b", 0.04), TargetOrigin.ROTATION);
        lookAgain();
        set(true);

        lookAgain();

        assertThat(world.store.list(all())).isEmpty();
    }

    private void lookAgain() {
        world.clock.advance(Duration.ofMinutes(2));
        freshPrices();
        service().look();
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
                times,
                world.service(),
                world.portfolios(),
                world.readOnly(),
                world.store,
                world.days(),
                Duration.ofMinutes(1),
                world.clock);
    }

    private static RebalancingStore.Filter all() {
        return new RebalancingStore.Filter(Optional.empty(), Optional.empty(), Optional.empty(), 10);
    }

    /** Of one account. */
    private static final class MemoryTimes implements RebalancingTimesStore {

        private Optional<RebalancingTimes> one = Optional.empty();
        private Instant lookAt = Instant.EPOCH;
        private long target;
        private boolean dies;

        @Override
        public Optional<RebalancingTimes> find(String account) {
            return one;
        }

        @Override
        public void put(RebalancingTimes times, Instant look, long version) {
            target = one.filter(RebalancingTimes::enabled).isPresent() ? target : version;
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

        @Override
        public long planned(String account) {
            return target;
        }

        @Override
        public void planned(String account, long version) {
            if (dies) {
                throw new IllegalStateException("the process ends here");
            }
            target = Math.max(target, version);
        }
    }
}
