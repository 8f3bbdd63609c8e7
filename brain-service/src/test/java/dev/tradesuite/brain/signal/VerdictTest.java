package dev.tradesuite.brain.signal;

import static dev.tradesuite.contracts.market.SignalAction.BUY;
import static dev.tradesuite.contracts.market.SignalAction.HOLD;
import static dev.tradesuite.contracts.market.SignalAction.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.Objections;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.SignalAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final SignalSettings SETTINGS = TestSettings.DEFAULTS;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "BUY, 0.4, BUY, SCORE_ABOVE_BUY_THRESHOLD",
        "BUY, 0.3999, HOLD, SCORE_BETWEEN_THRESHOLDS",
        "SELL, 0.4, SELL, SCORE_BELOW_SELL_THRESHOLD",
        "SELL, 0.3999, HOLD, SCORE_BETWEEN_THRESHOLDS",
        "HOLD, 0, HOLD, SCORE_BETWEEN_THRESHOLDS"
    })
    void theThresholdsTurnTheScoreIntoAnAction(
            SignalAction direction, double confidence, SignalAction action, SignalReason reason) {
        Verdict verdict = Verdict.of(List.of(vote(direction, confidence)), SETTINGS);
        assertThat(verdict.action()).isEqualTo(action);
        assertThat(verdict.confidence()).isEqualTo(confidence);
        assertThat(verdict.reasons()).extracting(Because::reason).containsExactly(reason);
    }

    @Test
    void nobodyVotingIsHoldForLackOfData() {
        Verdict verdict = Verdict.of(List.of(), SETTINGS);
        assertThat(verdict.action()).isEqualTo(HOLD);
        assertThat(verdict.reasons()).extracting(Because::reason).containsExactly(SignalReason.NO_DATA);
    }

    @Test
    void anObjectionLowersTheConfidence() {
        // 0.8 x (1 - 0.25) = 0.6, still enough to buy
        Verdict verdict = buy(0.8).restrainedBy(List.of(opinion("a", 0.25, 0)), SETTINGS);
        assertThat(verdict.action()).isEqualTo(BUY);
        assertThat(verdict.confidence()).isEqualTo(0.6);
        assertThat(verdict.score()).isEqualTo(0.8);
        assertThat(verdict.reasons())
                .extracting(Because::reason)
                .containsExactly(SignalReason.SCORE_ABOVE_BUY_THRESHOLD, SignalReason.ADVISOR_LOWERED_CONFIDENCE);
    }

    @Test
    void aConfidenceLoweredBelowTheThresholdIsHold() {
        // 0.8 x (1 - 0.6) = 0.32
        Verdict verdict = buy(0.8).restrainedBy(List.of(opinion("a", 0.6, 0)), SETTINGS);
        assertThat(verdict.action()).isEqualTo(HOLD);
        assertThat(verdict.confidence()).isEqualTo(0.32);
    }

    @Test
    void aFullObjectionIsAVeto() {
        Verdict verdict = buy(1).restrainedBy(List.of(opinion("a", 1, 0)), SETTINGS);
        assertThat(verdict.action()).isEqualTo(HOLD);
        assertThat(verdict.confidence()).isZero();
        assertThat(verdict.reasons().getLast().reason()).isEqualTo(SignalReason.ADVISOR_VETO);
    }

    @Test
    void theStrongestObjectionCounts() {
        List<AdvisorOpinion> opinions = List.of(opinion("a", 0.1, 0), opinion("b", 0.5, 0), opinion("c", 0.2, 0));
        assertThat(buy(1).restrainedBy(opinions, SETTINGS).confidence()).isEqualTo(0.5);
    }

    @Test
    void anObjectionToTheOtherSideChangesNothing() {
        assertThat(buy(0.8).restrainedBy(List.of(opinion("a", 0, 1)), SETTINGS)).isEqualTo(buy(0.8));
    }

    /** Whatever advisors say: an action stays or becomes HOLD, HOLD stays, and the confidence never grows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noOpinionEverRaisesAnything(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            SignalAction direction = List.of(BUY, SELL, HOLD).get(random.nextInt(3));
            Verdict before =
                    Verdict.of(List.of(vote(direction, direction == HOLD ? 0 : random.nextDouble())), SETTINGS);
            List<AdvisorOpinion> opinions = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                opinions.add(opinion("advisor " + i, share(random), share(random)));
            }
            Verdict after = before.restrainedBy(opinions, SETTINGS);
            assertThat(after.action()).isIn(before.action(), HOLD);
            assertThat(after.confidence()).isLessThanOrEqualTo(before.confidence());
            assertThat(after.score()).isEqualTo(before.score());
            assertThat(after.reasons()).startsWith(before.reasons().toArray(Because[]::new));
            if (after.action() != HOLD) {
                assertThat(after.confidence()).isGreaterThanOrEqualTo(0.4);
            }
        }
    }

    @Test
    void aSellIsRestrainedTheSameWay() {
        Verdict sell = Verdict.of(List.of(vote(SELL, 0.8)), SETTINGS);
        assertThat(sell.restrainedBy(List.of(opinion("a", 0, 0.25)), SETTINGS).action())
                .isEqualTo(SELL);
        assertThat(sell.restrainedBy(List.of(opinion("a", 0, 0.75)), SETTINGS).action())
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

    private static Verdict buy(double confidence) {
        return Verdict.of(List.of(vote(BUY, confidence)), SETTINGS);
    }

    private static Vote vote(SignalAction direction, double confidence) {
        return new Vote("test", direction, confidence, 1, "for a test");
    }

    private static AdvisorOpinion opinion(String advisor, double toBuy, double toSell) {
        return new AdvisorOpinion(
                advisor, "model", NOON, NOON.plusSeconds(900), new Objections(toBuy, toSell, "for a test"));
    }
}
