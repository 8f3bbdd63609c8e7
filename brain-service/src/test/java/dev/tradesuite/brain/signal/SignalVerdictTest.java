package dev.tradesuite.brain.signal;

import static dev.tradesuite.contracts.market.SignalAction.BUY;
import static dev.tradesuite.contracts.market.SignalAction.HOLD;
import static dev.tradesuite.contracts.market.SignalAction.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.Objections;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.ModelSignal;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalVerdictTest {

    /** Least confidence of a BUY or SELL. */
    private static final double NEEDED = 0.4;

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ModelVersion VERSION = new ModelVersion("test", "1", false);

    @Test
    void whatAModelDecidedIsTheVerdict() {
        SignalVerdict verdict = SignalVerdict.of(decided(SELL, 0.6));
        assertThat(verdict.action()).isEqualTo(SELL);
        assertThat(verdict.score()).isEqualTo(-0.6);
        assertThat(verdict.confidence()).isEqualTo(0.6);
        assertThat(verdict.reasons()).extracting(Reason::code).containsExactly("FOR_A_TEST");
    }

    @Test
    void anAbstentionIsHoldWithoutFigures() {
        SignalVerdict verdict = SignalVerdict.of(
                ModelSignal.Abstained.because(VERSION, Reason.of(SignalReason.NO_DATA, "There is nothing.")));
        assertThat(verdict.action()).isEqualTo(HOLD);
        assertThat(verdict.score()).isNull();
        assertThat(verdict.confidence()).isNull();
        assertThat(verdict.reasons()).extracting(Reason::code).containsExactly("NO_DATA");
        assertThat(verdict.restrainedBy(List.of(opinion("a", 1, 1)), NEEDED)).isEqualTo(verdict);
    }

    @Test
    void anObjectionLowersTheConfidence() {
        // 0.8 x (1 - 0.25) = 0.6, still enough to buy
        SignalVerdict verdict = buy(0.8).restrainedBy(List.of(opinion("a", 0.25, 0)), NEEDED);
        assertThat(verdict.action()).isEqualTo(BUY);
        assertThat(verdict.confidence()).isEqualTo(0.6);
        assertThat(verdict.score()).isEqualTo(0.8);
        assertThat(verdict.reasons())
                .extracting(Reason::code)
                .containsExactly("FOR_A_TEST", "ADVISOR_LOWERED_CONFIDENCE");
    }

    @Test
    void aConfidenceLoweredBelowTheThresholdIsHold() {
        // 0.8 x (1 - 0.6) = 0.32
        SignalVerdict verdict = buy(0.8).restrainedBy(List.of(opinion("a", 0.6, 0)), NEEDED);
        assertThat(verdict.action()).isEqualTo(HOLD);
        assertThat(verdict.confidence()).isEqualTo(0.32);
    }

    @Test
    void aFullObjectionIsAVeto() {
        SignalVerdict verdict = buy(1).restrainedBy(List.of(opinion("a", 1, 0)), NEEDED);
        assertThat(verdict.action()).isEqualTo(HOLD);
        assertThat(verdict.confidence()).isZero();
        assertThat(verdict.reasons().getLast().code()).isEqualTo("ADVISOR_VETO");
    }

    @Test
    void theStrongestObjectionCounts() {
        List<AdvisorOpinion> opinions = List.of(opinion("a", 0.1, 0), opinion("b", 0.5, 0), opinion("c", 0.2, 0));
        assertThat(buy(1).restrainedBy(opinions, NEEDED).confidence()).isEqualTo(0.5);
    }

    @Test
    void anObjectionToTheOtherSideChangesNothing() {
        assertThat(buy(0.8).restrainedBy(List.of(opinion("a", 0, 1)), NEEDED)).isEqualTo(buy(0.8));
    }

    /** Whatever advisors say: an action stays or becomes HOLD, HOLD stays, and the confidence never grows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noOpinionEverRaisesAnything(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            SignalAction direction = List.of(BUY, SELL, HOLD).get(random.nextInt(3));
            SignalVerdict before = SignalVerdict.of(decided(direction, direction == HOLD ? 0 : random.nextDouble()));
            List<AdvisorOpinion> opinions = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                opinions.add(opinion("advisor " + i, share(random), share(random)));
            }
            SignalVerdict after = before.restrainedBy(opinions, NEEDED);
            assertThat(after.action()).isIn(before.action(), HOLD);
            assertThat(after.confidence()).isLessThanOrEqualTo(before.confidence());
            assertThat(after.score()).isEqualTo(before.score());
            assertThat(after.reasons()).startsWith(before.reasons().toArray(Reason[]::new));
            if (after.action() != HOLD && !after.equals(before)) {
                assertThat(after.confidence()).isGreaterThanOrEqualTo(NEEDED);
            }
        }
    }

    @Test
    void aSellIsRestrainedTheSameWay() {
        SignalVerdict sell = SignalVerdict.of(decided(SELL, 0.8));
        assertThat(sell.restrainedBy(List.of(opinion("a", 0, 0.25)), NEEDED).action())
                .isEqualTo(SELL);
        assertThat(sell.restrainedBy(List.of(opinion("a", 0, 0.75)), NEEDED).action())
                .isEqualTo(HOLD);
    }

    /** Both ends are drawn often: they are where rules break. */
    private static double share(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> random.nextDouble();
        };
    }

    private static SignalVerdict buy(double confidence) {
        return SignalVerdict.of(decided(BUY, confidence));
    }

    private static ModelSignal decided(SignalAction action, double confidence) {
        return new ModelSignal.Decided(
                VERSION,
                action,
                action == SELL ? -confidence : confidence,
                confidence,
                List.of(),
                Readings.NONE,
                new Reason("FOR_A_TEST", "It is so."));
    }

    private static AdvisorOpinion opinion(String advisor, double toBuy, double toSell) {
        return new AdvisorOpinion(
                advisor, "model", NOON, NOON.plusSeconds(900), new Objections(toBuy, toSell, "for a test"));
    }
}
