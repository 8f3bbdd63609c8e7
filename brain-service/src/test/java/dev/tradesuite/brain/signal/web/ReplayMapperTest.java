package dev.tradesuite.brain.signal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.signal.ReplayService.Step;
import dev.tradesuite.contracts.brain.ReplayReport;
import dev.tradesuite.contracts.brain.ReplayRequest;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayMapperTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void everyActionIsCountedAlsoOneThatNeverCame() {
        ReplayReport report = report(
                List.of(
                        step(SignalAction.BUY, "A", 1),
                        step(SignalAction.HOLD, "B", 1),
                        step(SignalAction.HOLD, "A", 1)),
                null);
        assertThat(report.signals())
                .containsExactly(entry(SignalAction.BUY, 1), entry(SignalAction.SELL, 0), entry(SignalAction.HOLD, 2));
        assertThat(report.reasons()).containsExactly(entry("A", 2), entry("B", 1));
        assertThat(report.decisions()).isEqualTo(3);
    }

    @Test
    void timesAreThoseThatHalfAndNinetyNineOfAHundredStayBelow() {
        // 1 to 101 microseconds: half are below the 51st, 99 of 100 below the 100th.
        List<Step> steps = IntStream.rangeClosed(1, 101)
                .mapToObj(micros -> step(SignalAction.HOLD, "A", micros * 1_000L))
                .toList();
        assertThat(report(steps, null).p50Micros()).isEqualTo(51);
        assertThat(report(steps, null).p99Micros()).isEqualTo(100);
        assertThat(report(List.of(), null).p50Micros()).isNull();
    }

    @Test
    void decisionsAreListedOnlyWhenAskedFor() {
        List<Step> steps = List.of(step(SignalAction.BUY, "A", 1));
        assertThat(report(steps, true).list()).singleElement().satisfies(decision -> assertThat(decision.signal())
                .isEqualTo(SignalAction.BUY));
        assertThat(report(steps, false).list()).isNull();
        assertThat(report(steps, null).list()).isNull();
    }

    private static ReplayReport report(List<Step> steps, @Nullable Boolean includeDecisions) {
        return ReplayMapper.of(
                "EURUSD",
                Timeframe.M5,
                new ReplayRequest("EURUSD", Timeframe.M5, NOON, NOON.plusSeconds(600), includeDecisions, null),
                steps,
                new ModelVersion("votes", "1", false));
    }

    private static Step step(SignalAction action, String reason, long nanos) {
        return new Step(NOON, action, null, reason, "0".repeat(64), nanos);
    }
}
