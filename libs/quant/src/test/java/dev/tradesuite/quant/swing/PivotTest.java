package dev.tradesuite.quant.swing;

import static dev.tradesuite.quant.swing.TestCandles.closingAt;
import static dev.tradesuite.quant.swing.TestCandles.first;
import static dev.tradesuite.quant.swing.TestCandles.randomWalk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PivotTest {

    @Test
    void aTopStandsAboveItsNeighbours() {
        // Closes rise to 13 at candle 3 and fall: the high of candle 3 is 13.1. Candle 4 opens at 13, so its high is
        // 13.1 too: of the two the first counts.
        assertThat(Pivot.confirmed(closingAt(10, 11, 12, 13, 12, 11, 10), 2)).containsExactly(new Pivot(3, 13.1, true));
    }

    @Test
    void aTopIsUnknownUntilEnoughCandlesFollow() {
        Ohlc candles = closingAt(10, 11, 12, 13, 12, 11, 10);
        assertThat(Pivot.confirmed(first(candles, 5), 2)).isEmpty();
        assertThat(Pivot.confirmed(first(candles, 6), 2)).hasSize(1);
    }

    @Test
    void aCandleThatIsTopAndBottomIsLeftOut() {
        double[] flat = {10, 10, 10, 10, 10};
        assertThat(Pivot.confirmed(
                        new Ohlc(flat, new double[] {11, 11, 15, 11, 11}, new double[] {9, 9, 5, 9, 9}, flat), 2))
                .isEmpty();
    }

    @Test
    void aFlatSeriesHasNoPivots() {
        assertThat(Pivot.confirmed(closingAt(5, 5, 5, 5, 5, 5, 5), 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void laterCandlesNeitherRemoveNorChangeAPivot(long seed) {
        Ohlc all = randomWalk(seed, 300);
        List<Pivot> known = Pivot.confirmed(all, 3);
        for (int n = 1; n <= all.size(); n++) {
            int last = n - 1;
            assertThat(Pivot.confirmed(first(all, n), 3))
                    .isEqualTo(known.stream()
                            .filter(pivot -> pivot.index() + 3 <= last)
                            .toList());
        }
    }

    @Test
    void refusesAStrengthBelowOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pivot.confirmed(closingAt(1, 2, 3), 0));
    }
}
