package dev.tradesuite.benchmarks.following;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.signals.PastSignal;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.instruments.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowedChangesTest {

    private static final Instant FIRST = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void countsOrdersAndReasons() {
        FollowedChanges changes = check(
                said(PositionSignal.FLAT, PositionSignal.LONG, PositionSignal.LONG, PositionSignal.SHORT),
                ordered(1, FollowingLeg.OPEN, Direction.LONG),
                ordered(3, FollowingLeg.CLOSE, Direction.SHORT),
                refused(3, FollowingLeg.OPEN, Direction.SHORT));

        assertThat(changes.violations()).isEmpty();
        assertThat(changes.bars()).isEqualTo(3);
        assertThat(changes.changes()).isEqualTo(2);
        assertThat(changes.orders()).isEqualTo(2);
        assertThat(changes.reasons()).isEqualTo(Map.of("SIGNAL_WITHOUT_STOP", 1));
    }

    @Test
    void findsAChangeThatNothingWasDoneAbout() {
        assertThat(check(said(PositionSignal.FLAT, PositionSignal.LONG)).violations())
                .singleElement()
                .asString()
                .contains("nothing was done about the change from FLAT to LONG");
    }

    @Test
    void aCloseAloneIsNoAnswerToTheOtherSide() {
        assertThat(check(
                                said(PositionSignal.LONG, PositionSignal.SHORT),
                                ordered(1, FollowingLeg.CLOSE, Direction.SHORT))
                        .violations())
                .hasSize(1);
    }

    @Test
    void findsWhatNeverEnds() {
        FollowingStep pending = step(1, FollowingLeg.OPEN, Direction.LONG, FollowingOutcome.PENDING, null, null);

        assertThat(check(said(PositionSignal.FLAT, PositionSignal.LONG), pending)
                        .violations())
                .singleElement()
                .asString()
                .contains("still under way");
    }

    @Test
    void findsAPositionThatNoChangeAskedForAndWhatWasDoneTwice() {
        assertThat(check(
                                said(PositionSignal.LONG, PositionSignal.LONG),
                                ordered(1, FollowingLeg.OPEN, Direction.LONG),
                                ordered(1, FollowingLeg.OPEN, Direction.LONG))
                        .violations())
                .hasSize(3);
    }

    private static FollowedChanges check(List<PastSignal> said, FollowingStep... steps) {
        return FollowedChanges.of("ours", said, List.of(steps));
    }

    private static Instant close(int bar) {
        return FIRST.plus(Duration.ofMinutes(bar));
    }

    private static List<PastSignal> said(PositionSignal... signals) {
        return IntStream.range(0, signals.length)
                .mapToObj(i -> new PastSignal(
                        i,
                        "ML_XGB",
                        "XGBoost",
                        close(i),
                        signals[i],
                        SignalSide.HOLD,
                        0.5,
                        0.5,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        "a test",
                        null,
                        null,
                        null,
                        null,
                        "1",
                        true,
                        RunLabel.SIMULATED))
                .toList();
    }

    private static FollowingStep ordered(int bar, FollowingLeg leg, Direction to) {
        return step(bar, leg, to, FollowingOutcome.ORDERED, null, UUID.randomUUID());
    }

    private static FollowingStep refused(int bar, FollowingLeg leg, Direction to) {
        FollowingReason why = FollowingReason.SIGNAL_WITHOUT_STOP;
        return step(bar, leg, to, FollowingOutcome.NOT_FOLLOWED, Reason.of(why, why.sentence()), null);
    }

    private static FollowingStep step(
            int bar,
            FollowingLeg leg,
            Direction to,
            FollowingOutcome outcome,
            @Nullable Reason reason,
            @Nullable UUID order) {
        return new FollowingStep(
                "ours",
                "main",
                "EURUSD.SIM",
                Timeframe.M1,
                close(bar),
                leg,
                Direction.FLAT,
                to,
                outcome,
                reason,
                null,
                null,
                "follow-1",
                order,
                order == null ? null : OrderStatus.FILLED,
                close(bar),
                null);
    }
}
