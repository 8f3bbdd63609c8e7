package dev.tradesuite.hybrid.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.hybrid.selection.HybridScore.Weights;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.rule.OutcomeView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HybridScoreTest {

    private static final Weights EQUAL = new Weights(0.5, 0.5);

    private static final Outcome YES =
            new Outcome("Yes", new BigDecimal("0.78"), new BigDecimal("0.77"), new BigDecimal("0.79"));
    private static final Outcome NO =
            new Outcome("No", new BigDecimal("0.22"), new BigDecimal("0.21"), new BigDecimal("0.23"));
    private static final Market MARKET = new Market(
            "m",
            "e",
            "Will it?",
            List.of(YES, NO),
            BigDecimal.TEN,
            BigDecimal.TEN,
            true,
            null,
            null,
            Instant.parse("2026-03-02T12:00:00Z"));

    @Test
    void weighsBothWhenTheyAgree() {
        // (0.5 x 0.78 + 0.5 x 0.60) / 1 = 0.69
        assertThat(HybridScore.of(view(YES, 0.78), view(YES, 0.60), EQUAL)).hasValueSatisfying(score -> {
            assertThat(score.value()).isCloseTo(0.69, within(1e-9));
            assertThat(score.reason())
                    .isEqualTo("HybridScore 0.6900 = (0.5 x 0.7800 + 0.5 x 0.6000) / 1.0; momentum: because;"
                            + " mean_reversion: because");
        });
    }

    @Test
    void oneAloneCountsItsShare() {
        // 0.5 x 0.78 / 1 = 0.39, and with weights 3 and 1: 3 x 0.78 / 4 = 0.585
        assertThat(HybridScore.of(view(YES, 0.78), null, EQUAL))
                .hasValueSatisfying(score -> assertThat(score.value()).isCloseTo(0.39, within(1e-9)));
        assertThat(HybridScore.of(view(YES, 0.78), null, new Weights(3, 1)))
                .hasValueSatisfying(score -> assertThat(score.value()).isCloseTo(0.585, within(1e-9)));
        assertThat(HybridScore.of(null, view(NO, 0.8), EQUAL)).hasValueSatisfying(score -> {
            assertThat(score.value()).isCloseTo(0.4, within(1e-9));
            assertThat(score.view().outcome()).isEqualTo(NO);
        });
    }

    @Test
    void theyCountAgainstOneAnotherWhenTheyDisagree() {
        // (0.5 x 0.78 - 0.5 x 0.60) / 1 = 0.09
        assertThat(HybridScore.of(view(YES, 0.78), view(NO, 0.60), EQUAL)).hasValueSatisfying(score -> {
            assertThat(score.value()).isCloseTo(0.09, within(1e-9));
            assertThat(score.view().outcome()).isEqualTo(YES);
        });
        assertThat(HybridScore.of(view(YES, 0.6), view(NO, 0.6), EQUAL)).isEmpty();
    }

    @Test
    void weightOfZeroSilencesARule() {
        assertThat(HybridScore.of(view(YES, 0.78), view(NO, 0.60), new Weights(0, 1)))
                .hasValueSatisfying(score -> {
                    assertThat(score.value()).isCloseTo(0.6, within(1e-9));
                    assertThat(score.view().outcome()).isEqualTo(NO);
                });
    }

    @Test
    void nothingSeenIsNoScore() {
        assertThat(HybridScore.of(null, null, EQUAL)).isEmpty();
    }

    private static OutcomeView view(Outcome outcome, double confidence) {
        return new OutcomeView(MARKET, outcome, new BigDecimal("0.79"), confidence, "because");
    }
}
