package dev.tradesuite.brain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.SignalAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

    private final Thresholds thresholds = new Thresholds(0.4, -0.3);

    @ParameterizedTest
    @CsvSource({"1, BUY", "0.4, BUY", "0.3999, HOLD", "0, HOLD", "-0.2999, HOLD", "-0.3, SELL", "-1, SELL"})
    void aScoreThatReachesAThresholdIsAnAction(double score, SignalAction action) {
        assertThat(thresholds.actionAt(score)).isEqualTo(action);
    }

    @Test
    void anActionTakesTheConfidenceOfItsThreshold() {
        assertThat(thresholds.confidenceFor(SignalAction.BUY)).isEqualTo(0.4);
        assertThat(thresholds.confidenceFor(SignalAction.SELL)).isEqualTo(0.3);
        assertThat(thresholds.confidenceFor(SignalAction.HOLD)).isZero();
    }
}
