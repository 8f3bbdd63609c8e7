package dev.tradesuite.signals.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.ScoreThreshold.Beyond;
import dev.tradesuite.contracts.brain.SignalReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreNotesTest {

    private static final Map<String, Double> FEATURES = Map.of("score", 0.4);

    @Test
    void scoreIsReadAsItWasStored() {
        ScoreNotes.Score score = new ScoreNotes.Score(
                "score",
                0.4,
                List.of(
                        new ScoreNotes.Mark(PositionSignal.LONG, Beyond.ABOVE, 0.3),
                        new ScoreNotes.Mark(PositionSignal.SHORT, Beyond.BELOW, -0.3)));

        assertThat(ScoreNotes.of(ScoreNotes.stored(FEATURES, score, null)))
                .isEqualTo(new ScoreNotes(FEATURES, score, null));
    }

    @Test
    void scoreThatLeadsToNoPositionHasNoThresholds() {
        ScoreNotes.Score score = new ScoreNotes.Score("score", 0.4, List.of());

        assertThat(ScoreNotes.of(ScoreNotes.stored(FEATURES, score, null)).score())
                .isEqualTo(score);
    }

    @Test
    void reasonForNoneIsReadAsItWasStored() {
        assertThat(ScoreNotes.of(ScoreNotes.stored(FEATURES, null, "TAKES_MOST_PROBABLE")))
                .isEqualTo(new ScoreNotes(FEATURES, null, SignalReason.TAKES_MOST_PROBABLE));
    }

    @Test
    void whatAnOlderVersionStoredHasNoScore() {
        assertThat(ScoreNotes.of(FEATURES)).isEqualTo(new ScoreNotes(FEATURES, null, SignalReason.SCORE_NOT_KEPT));
    }

    @Test
    void reasonOfANewerVersionIsNone() {
        assertThat(ScoreNotes.of(Map.of("@none.TOMORROWS", 0.0)).whyNone()).isEqualTo(SignalReason.SCORE_NOT_KEPT);
    }
}
