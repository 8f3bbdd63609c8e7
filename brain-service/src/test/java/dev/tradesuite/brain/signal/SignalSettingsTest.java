package dev.tradesuite.brain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SignalSettingsTest {

    @Test
    void theIdChangesWithAnySettingAndWithNothingElse() {
        String id = TestSettings.DEFAULTS.id();
        assertThat(TestSettings.withWeights(1, 1, 1.5, 1, 1.5, 1).id())
                .isEqualTo(id)
                .matches("[0-9a-f]{8}");
        assertThat(TestSettings.withWeights(1, 1, 1.5, 1, 1.5, 0.9).id()).isNotEqualTo(id);
        assertThat(TestSettings.with(500, 0.41, -0.4, 1, 1, 1.5, 1, 1.5, 1).id())
                .isNotEqualTo(id);
    }

    @Test
    void refusesWhatCannotDecide() {
        assertRefused("at least one weight must be above 0", () -> TestSettings.withWeights(0, 0, 0, 0, 0, 0));
        assertRefused("weight of adx must be 0 or more, was -1.0", () -> TestSettings.withWeights(1, 1, 1, 1, -1, 1));
        assertRefused("weight of rsi", () -> TestSettings.withWeights(Double.NaN, 1, 1, 1, 1, 1));
        assertRefused("buy-threshold", () -> TestSettings.with(500, 0, -0.4, 1, 1, 1, 1, 1, 1));
        assertRefused("buy-threshold", () -> TestSettings.with(500, 1.01, -0.4, 1, 1, 1, 1, 1, 1));
        assertRefused("sell-threshold", () -> TestSettings.with(500, 0.4, 0.4, 1, 1, 1, 1, 1, 1));
        assertRefused("candles must be at least 34", () -> TestSettings.with(33, 0.4, -0.4, 1, 1, 1, 1, 1, 1));
        assertRefused("rsi.oversold", () -> new SignalSettings.Rsi(60, 70, 10));
        assertRefused("rsi.overbought", () -> new SignalSettings.Rsi(30, 40, 10));
        assertRefused("rsi.trend-shift", () -> new SignalSettings.Rsi(30, 70, 25));
    }

    private static void assertRefused(String message, Runnable making) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(message);
    }
}
