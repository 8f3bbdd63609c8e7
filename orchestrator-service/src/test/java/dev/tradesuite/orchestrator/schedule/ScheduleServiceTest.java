package dev.tradesuite.orchestrator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.orchestrator.cycle.CycleWorld;
import dev.tradesuite.orchestrator.cycle.PortfolioRef;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleServiceTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private final CycleWorld world = new CycleWorld();
    private final MemorySchedules schedules = new MemorySchedules();
    private final ScheduleService service = new ScheduleService(
            world,
            schedules,
            schedules,
            text -> new IntervalView(Duration.parse(text)),
            new CycleWorld.Direct(),
            world.clock);

    @Test
    void newPortfolioIsDueAtOnce() {
        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 1));

        assertThat(schedules.due).containsEntry(7L, TEN);
        assertThat(schedules.schedules.get(7L)).isEqualTo(new PortfolioSchedule(7, "momentum", true, "PT15M", 1, null));
    }

    @Test
    void pausedPortfolioStaysDueAndKeepsItsRhythm() {
        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 1));
        schedules.due.put(7L, TEN.plusSeconds(900));

        service.learn(portfolio(PortfolioStatus.PAUSED, "PT15M", 2));
        assertThat(schedules.due).containsEntry(7L, TEN.plusSeconds(900));

        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 3));
        assertThat(schedules.due).containsEntry(7L, TEN.plusSeconds(900));
    }

    @Test
    void archivedPortfolioIsNotDueAnyMore() {
        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 1));

        service.learn(portfolio(PortfolioStatus.ARCHIVED, "PT15M", 2));

        assertThat(schedules.due).isEmpty();
    }

    @Test
    void olderNewsIsIgnored() {
        service.learn(portfolio(PortfolioStatus.ARCHIVED, "PT15M", 2));

        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 1));

        assertThat(schedules.due).isEmpty();
        assertThat(schedules.findAndLock(7).orElseThrow().active()).isFalse();
    }

    @Test
    void changeOfTheScheduleMovesTheDueTimeAndAnyOtherChangeDoesNot() {
        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 1));
        schedules.due.put(7L, TEN.plusSeconds(900));

        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 2));
        assertThat(schedules.due).containsEntry(7L, TEN.plusSeconds(900));

        schedules.noteDue(7, TEN);
        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT1H", 3));
        assertThat(schedules.due).containsEntry(7L, TEN.plusSeconds(3600));
    }

    @Test
    void dueTimeThatWasLostIsSetAgain() {
        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 1));
        schedules.due.clear();

        service.learn(portfolio(PortfolioStatus.ACTIVE, "PT15M", 1));

        assertThat(schedules.due).containsEntry(7L, TEN);
    }

    @Test
    void portfolioThatCannotBeLearntStopsNoneOfTheOthers() {
        world.portfolio(7, "momentum", PortfolioStatus.PAUSED);
        world.portfolio(8, "momentum", PortfolioStatus.ACTIVE);
        schedules.woken = 7;

        service.learnAll();

        assertThat(schedules.due).containsOnlyKeys(8L);
    }

    private static PortfolioRef portfolio(PortfolioStatus status, String schedule, long sequence) {
        return new PortfolioRef(7, "momentum", status, schedule, sequence);
    }
}
