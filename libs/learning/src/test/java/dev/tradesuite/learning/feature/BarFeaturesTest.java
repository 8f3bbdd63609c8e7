package dev.tradesuite.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.learning.SyntheticBars;
import org.junit.jupiter.api.Test;

class BarFeaturesTest {

    private static final int BAR = 700;

    private final PriceBars bars = SyntheticBars.walk(1_000, 5);

    @Test
    void everyFeatureHasAFiniteValue() {
        FeatureRow.Known row = known(bars, BAR);

        assertThat(row.values()).hasSize(BarFeatures.NAMES.size()).hasSize(17);
        for (double value : row.values()) {
            assertThat(value).isFinite().isBetween(-20.0, 20.0);
        }
    }

    @Test
    void theFutureChangesNothing() {
        PriceBars changed = SyntheticBars.changedFrom(bars, BAR + 1);

        assertThat(known(changed, BAR).values())
                .containsExactly(known(bars, BAR).values());
        assertThat(known(changed, BAR + 1).values())
                .isNotEqualTo(known(bars, BAR + 1).values());
    }

    @Test
    void barsBeforeTheWindowChangeNothing() {
        PriceBars shorter = bars.part(BAR + 1 - BarFeatures.LOOK_BACK, BAR + 1);

        assertThat(known(shorter, BarFeatures.LOOK_BACK - 1).values())
                .containsExactly(known(bars, BAR).values());
    }

    @Test
    void unitOfThePriceChangesNothing() {
        double[] values = known(bars, BAR).values();
        double[] scaled = known(SyntheticBars.times(bars, 3_700), BAR).values();

        assertThat(scaled).containsExactly(values, within(1e-8));
    }

    @Test
    void aRisingMarketReadsAsOne() {
        long[] millis = new long[400];
        double[] close = new double[400];
        double[] open = new double[400];
        for (int bar = 0; bar < 400; bar++) {
            millis[bar] = bar * 300_000L;
            open[bar] = 100 + bar;
            close[bar] = 101 + bar;
        }
        double[] values =
                known(new PriceBars(millis, open, close, open, close), 399).values();

        assertThat(values[BarFeatures.NAMES.indexOf("rsi_14")]).isEqualTo(1);
        assertThat(values[BarFeatures.NAMES.indexOf("channel_48")]).isEqualTo(1);
        assertThat(values[BarFeatures.NAMES.indexOf("body")]).isCloseTo(1, within(1e-12));
        assertThat(values[BarFeatures.NAMES.indexOf("return_12")]).isPositive();
        assertThat(values[BarFeatures.NAMES.indexOf("ema_12_26")]).isCloseTo(7, within(1e-6));
    }

    @Test
    void tooFewBarsHaveNone() {
        assertThat(BarFeatures.on(bars, BarFeatures.LOOK_BACK - 2))
                .isEqualTo(new FeatureRow.Unknown(FeatureGap.TOO_FEW_BARS));
    }

    @Test
    void flatBarsHaveNone() {
        assertThat(BarFeatures.on(SyntheticBars.flat(400), 350)).isEqualTo(new FeatureRow.Unknown(FeatureGap.NO_RANGE));
    }

    private static FeatureRow.Known known(PriceBars bars, int bar) {
        return (FeatureRow.Known) BarFeatures.on(bars, bar);
    }
}
