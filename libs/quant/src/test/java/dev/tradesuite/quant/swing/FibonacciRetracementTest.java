package dev.tradesuite.quant.swing;

import static dev.tradesuite.quant.swing.TestCandles.closingAt;
import static dev.tradesuite.quant.swing.TestCandles.first;
import static dev.tradesuite.quant.swing.TestCandles.join;
import static dev.tradesuite.quant.swing.TestCandles.line;
import static dev.tradesuite.quant.swing.TestCandles.mirrored;
import static dev.tradesuite.quant.swing.TestCandles.randomWalk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FibonacciRetracementTest {

    private static final double ATR = 1;
    private static final FibonacciRetracement RULE = new FibonacciRetracement(2, 5, 0.2, 3);

    /**
     * Falls to 100.1, rises to 109.9: with the wicks of 0.1 the swing runs from 100 to 110. Pulls back to
     * {@code pullbackClose}, whose low lies 0.1 below, then closes at {@code lastCloses}.
     */
    private static Ohlc swingUpThen(double pullbackClose, double... lastCloses) {
        return closingAt(join(line(106, 100.1, 6), line(102, 109.9, 5), line(108.5, pullbackClose, 3), lastCloses));
    }

    @ParameterizedTest
    @CsvSource({
        // 110 - 0.236 x 10 = 107.64 and so on; the low lies 0.1 below the close
        "107.74, LEVEL_23_6",
        "106.28, LEVEL_38_2",
        "105.10, LEVEL_50",
        "103.92, LEVEL_61_8",
        "102.24, LEVEL_78_6"
    })
    void aCloseBackUpConfirmsThePullbackToALevel(double pullbackClose, FibonacciLevel level) {
        Retracement read = RULE.read(swingUpThen(pullbackClose, pullbackClose + 0.5), ATR);
        assertThat(read).isInstanceOfSatisfying(Retracement.Confirmed.class, confirmed -> {
            assertThat(confirmed.level()).isEqualTo(level);
            assertThat(confirmed.swing().up()).isTrue();
            assertThat(confirmed.swing().start().price()).isCloseTo(100, within(1e-9));
            assertThat(confirmed.swing().end().price()).isCloseTo(110, within(1e-9));
        });
    }

    @Test
    void aSwingDownHasItsLevelsAboveAndIsConfirmedByACloseDown() {
        Ohlc candles = mirrored(swingUpThen(103.92, 104.42), 105);
        assertThat(RULE.read(candles, ATR)).isInstanceOfSatisfying(Retracement.Confirmed.class, confirmed -> {
            assertThat(confirmed.swing().up()).isFalse();
            assertThat(confirmed.level()).isEqualTo(FibonacciLevel.LEVEL_61_8);
        });
    }

    @Test
    void withoutACloseBackTheLevelIsOnlyTouched() {
        assertThat(RULE.read(swingUpThen(103.92), ATR)).isInstanceOf(Retracement.Touched.class);
    }

    @Test
    void aCloseBackThatStaysBelowTheLevelConfirmsNothing() {
        // Low 103.65 lies 0.17 below the level at 103.82; the close at 103.8 is up, but not above the level.
        assertThat(RULE.read(swingUpThen(103.75, 103.8), ATR)).isInstanceOf(Retracement.Touched.class);
    }

    @Test
    void aPullbackBetweenTwoLevelsIsNone() {
        // Low 104.45: 0.37 from 61.8 % (103.82 is 0.63 away) and 0.55 from 50 % (105), more than 0.2.
        assertThat(RULE.read(swingUpThen(104.55, 105), ATR))
                .isInstanceOfSatisfying(Retracement.BetweenLevels.class, between -> assertThat(between.depth())
                        .isCloseTo(0.555, within(1e-9)));
    }

    @Test
    void theToleranceIsMeasuredInAverageTrueRanges() {
        // The same pullback is near enough to 50 % when the tolerance is 0.56 and not when it is 0.54.
        Ohlc candles = swingUpThen(104.55, 105);
        assertThat(new FibonacciRetracement(2, 5, 0.56, 3).read(candles, ATR))
                .isNotInstanceOf(Retracement.BetweenLevels.class);
        assertThat(new FibonacciRetracement(2, 5, 0.54, 3).read(candles, ATR))
                .isInstanceOf(Retracement.BetweenLevels.class);
    }

    @Test
    void aTurnLongAgoNoLongerCounts() {
        assertThat(RULE.read(swingUpThen(107.74, 108.1, 108.2, 108.3, 108.4, 108.5), ATR))
                .isInstanceOfSatisfying(Retracement.Expired.class, expired -> assertThat(expired.candlesAgo())
                        .isEqualTo(4));
    }

    @Test
    void aPriceBeyondTheStartBreaksTheSwing() {
        assertThat(RULE.read(closingAt(join(line(106, 100.1, 6), line(102, 109.9, 5), line(107, 99, 2))), ATR))
                .isInstanceOf(Retracement.Broken.class);
    }

    @Test
    void aPriceBeyondTheEndExtendsTheSwing() {
        assertThat(RULE.read(swingUpThen(107.74, 109, 111), ATR)).isInstanceOf(Retracement.Extending.class);
    }

    @Test
    void aSwingMustReachTheSmallestSizeInAverageTrueRanges() {
        Ohlc candles = swingUpThen(103.92, 104.42);
        assertThat(RULE.read(candles, 2)).isNotInstanceOf(Retracement.NoSwing.class);
        assertThat(RULE.read(candles, 2.1)).isInstanceOf(Retracement.NoSwing.class);
    }

    @Test
    void tooFewCandlesHaveNoSwing() {
        assertThat(RULE.read(closingAt(), ATR)).isInstanceOf(Retracement.NoSwing.class);
        assertThat(RULE.read(closingAt(1, 2), ATR)).isInstanceOf(Retracement.NoSwing.class);
    }

    /** The swing a confirmed turn rests on must have been known at that candle, and must still stand in hindsight. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void restsOnPivotsThatWereKnownAndNeverVanish(long seed) {
        Ohlc all = randomWalk(seed, 600);
        List<Pivot> inHindsight = Pivot.confirmed(all, RULE.pivotStrength());
        int confirmed = 0;
        for (int n = 1; n <= all.size(); n++) {
            if (RULE.read(first(all, n), 0.6) instanceof Retracement.Confirmed turn) {
                confirmed++;
                Swing swing = turn.swing();
                assertThat(swing.end().index() + RULE.pivotStrength()).isLessThan(n);
                assertThat(inHindsight).contains(swing.start(), swing.end());
            }
        }
        assertThat(confirmed).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void upAndDownAreMirrorImages(long seed) {
        Ohlc candles = randomWalk(seed, 300);
        Ohlc mirror = mirrored(candles, 100);
        for (int n = 50; n <= 300; n += 7) {
            Retracement read = RULE.read(first(candles, n), 0.6);
            Retracement seen = RULE.read(first(mirror, n), 0.6);
            assertThat(seen).hasSameClassAs(read);
        }
    }

    @Test
    void refusesFiguresThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FibonacciRetracement(0, 5, 0.2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new FibonacciRetracement(2, 0, 0.2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new FibonacciRetracement(2, 5, Double.NaN, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new FibonacciRetracement(2, 5, 0.2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> RULE.read(closingAt(1, 2, 3), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RULE.read(closingAt(1, 2, 3), Double.NaN));
    }
}
