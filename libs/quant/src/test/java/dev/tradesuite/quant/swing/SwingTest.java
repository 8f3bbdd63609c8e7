package dev.tradesuite.quant.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SwingTest {

    private static final Pivot LOW_AT_100 = new Pivot(0, 100, false);
    private static final Pivot HIGH_AT_110 = new Pivot(5, 110, true);

    @Test
    void goesFromOnePivotToTheOppositeOne() {
        Swing swing = Swing.newest(List.of(LOW_AT_100, HIGH_AT_110), 5).orElseThrow();
        assertThat(swing).isEqualTo(new Swing(LOW_AT_100, HIGH_AT_110));
        assertThat(swing.up()).isTrue();
        assertThat(swing.size()).isEqualTo(10);
    }

    @Test
    void aFurtherPivotOfTheSameKindMovesTheEnd() {
        Pivot higher = new Pivot(9, 112, true);
        assertThat(Swing.newest(List.of(LOW_AT_100, HIGH_AT_110, higher), 5)).hasValue(new Swing(LOW_AT_100, higher));
    }

    @Test
    void aPivotTooNearIsNoise() {
        Pivot shallow = new Pivot(7, 106, false);
        Pivot higher = new Pivot(9, 112, true);
        assertThat(Swing.newest(List.of(LOW_AT_100, HIGH_AT_110, shallow, higher), 5))
                .hasValue(new Swing(LOW_AT_100, higher));
    }

    @Test
    void anOppositePivotFarEnoughBeginsTheNextSwing() {
        Pivot low = new Pivot(8, 104, false);
        Swing swing = Swing.newest(List.of(LOW_AT_100, HIGH_AT_110, low), 5).orElseThrow();
        assertThat(swing).isEqualTo(new Swing(HIGH_AT_110, low));
        assertThat(swing.up()).isFalse();
    }

    @Test
    void isAbsentBelowTheSmallestSize() {
        assertThat(Swing.newest(List.of(LOW_AT_100, HIGH_AT_110), 10.01)).isEmpty();
        assertThat(Swing.newest(List.of(LOW_AT_100, HIGH_AT_110), 10)).isPresent();
        assertThat(Swing.newest(List.of(), 1)).isEmpty();
    }

    @Test
    void levelsAreMeasuredFromTheEndTowardsTheStart() {
        // Up 100 to 110: 61.8 % is 110 - 6.18 = 103.82. Down 110 to 100: 61.8 % is 100 + 6.18 = 106.18.
        Swing up = new Swing(LOW_AT_100, HIGH_AT_110);
        Swing down = new Swing(new Pivot(0, 110, true), new Pivot(5, 100, false));
        assertThat(up.priceAt(0.618)).isCloseTo(103.82, within(1e-12));
        assertThat(down.priceAt(0.618)).isCloseTo(106.18, within(1e-12));
        assertThat(up.depthAt(103.82)).isCloseTo(0.618, within(1e-12));
        assertThat(down.depthAt(106.18)).isCloseTo(0.618, within(1e-12));
        assertThat(up.depthAt(111)).isNegative();
    }

    @Test
    void refusesPivotsThatMakeNoSwing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Swing(HIGH_AT_110, HIGH_AT_110));
        assertThatIllegalArgumentException().isThrownBy(() -> new Swing(new Pivot(0, 120, false), HIGH_AT_110));
        assertThatIllegalArgumentException().isThrownBy(() -> Swing.newest(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Swing.newest(List.of(), Double.NaN));
    }
}
