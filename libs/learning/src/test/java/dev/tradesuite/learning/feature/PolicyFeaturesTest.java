package dev.tradesuite.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.learning.SyntheticBars;
import org.junit.jupiter.api.Test;

class PolicyFeaturesTest {

    private static final int BAR = 700;

    private final PriceBars bars = SyntheticBars.walk(1_000, 5);

    @Test
    void theFutureChangesNothing() {
        PriceBars changed = SyntheticBars.changedFrom(bars, BAR + 1);

        assertThat(PolicyFeatures.on(changed, BAR)).containsExactly(PolicyFeatures.on(bars, BAR));
        assertThat(PolicyFeatures.on(changed, BAR + 1)).isNotEqualTo(PolicyFeatures.on(bars, BAR + 1));
    }

    @Test
    void barsBeforeTheWindowChangeNothing() {
        PriceBars shorter = bars.part(BAR + 1 - PolicyFeatures.LOOK_BACK, BAR + 1);

        assertThat(PolicyFeatures.on(shorter, PolicyFeatures.LOOK_BACK - 1))
                .containsExactly(PolicyFeatures.on(bars, BAR))
                .hasSize(PolicyFeatures.NAMES.size());
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(PolicyFeatures.gapOn(bars, PolicyFeatures.LOOK_BACK - 2)).contains(FeatureGap.TOO_FEW_BARS);
        assertThat(PolicyFeatures.gapOn(SyntheticBars.flat(400), 350)).contains(FeatureGap.NO_RANGE);
        assertThat(PolicyFeatures.gapOn(bars, BAR)).isEmpty();
    }
}
