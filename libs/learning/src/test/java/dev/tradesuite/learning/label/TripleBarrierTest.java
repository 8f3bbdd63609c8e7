package dev.tradesuite.learning.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.learning.SyntheticBars;
import dev.tradesuite.learning.feature.PriceBars;
import org.junit.jupiter.api.Test;

/** Entry at 100 with an average true range of 2: target 103, stop 97 for a purchase. */
class TripleBarrierTest {

    private static final TripleBarrier THREE_BARS = new TripleBarrier(1.5, 3);

    @Test
    void targetIsReached() {
        PriceBars bars = bars(new double[] {100, 101, 99, 100}, new double[] {100, 103.5, 99, 102});

        assertThat(end(bars, 1)).isEqualTo(new TradeEnd(Barrier.TARGET, 2, 3));
        assertThat(end(bars, -1)).isEqualTo(new TradeEnd(Barrier.STOP, 2, -3));
    }

    @Test
    void stopIsReached() {
        PriceBars bars = bars(new double[] {100, 101, 96.5, 98});

        assertThat(end(bars, 1)).isEqualTo(new TradeEnd(Barrier.STOP, 1, -3));
        assertThat(end(bars, -1)).isEqualTo(new TradeEnd(Barrier.TARGET, 1, 3));
    }

    @Test
    void bothInOneBarAreTheStop() {
        PriceBars bars = bars(new double[] {100, 104, 96, 101});

        assertThat(end(bars, 1).barrier()).isEqualTo(Barrier.STOP);
        assertThat(end(bars, -1).barrier()).isEqualTo(Barrier.STOP);
    }

    @Test
    void openBeyondABarrierEndsThere() {
        assertThat(end(bars(new double[] {95, 96, 94, 95}), 1)).isEqualTo(new TradeEnd(Barrier.STOP, 1, -5));
        assertThat(end(bars(new double[] {105, 106, 104, 105}), 1)).isEqualTo(new TradeEnd(Barrier.TARGET, 1, 5));
        assertThat(end(bars(new double[] {105, 106, 104, 105}), -1)).isEqualTo(new TradeEnd(Barrier.STOP, 1, -5));
    }

    @Test
    void timeEndsAtTheLastClose() {
        PriceBars bars = bars(new double[] {100, 101, 99, 100.4});

        assertThat(end(bars, 1).barrier()).isEqualTo(Barrier.TIME);
        assertThat(end(bars, 1).bar()).isEqualTo(3);
        assertThat(end(bars, 1).profit()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void barsBehindTheHorizonChangeNothing() {
        PriceBars bars = SyntheticBars.walk(400, 9);
        TripleBarrier barrier = TripleBarrier.DEFAULT;

        for (int entry = 300; entry < 370; entry++) {
            PriceBars changed = SyntheticBars.changedFrom(bars, entry + barrier.horizon() + 1);
            assertThat(barrier.end(changed, entry, 1, 0.0005)).isEqualTo(barrier.end(bars, entry, 1, 0.0005));
        }
    }

    private static TradeEnd end(PriceBars bars, int side) {
        return THREE_BARS.end(bars, 0, side, 2);
    }

    /** A bar that closes at 100, then these as open, high, low, close; the last repeats to the horizon. */
    private static PriceBars bars(double[]... later) {
        int size = 4;
        double[][] prices = new double[4][size];
        for (int bar = 0; bar < size; bar++) {
            for (int price = 0; price < 4; price++) {
                prices[price][bar] = bar == 0 ? 100 : later[Math.min(bar, later.length) - 1][price];
            }
        }
        return new PriceBars(new long[size], prices[0], prices[1], prices[2], prices[3]);
    }
}
