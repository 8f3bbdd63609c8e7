package dev.tradesuite.signals.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.signals.series.BarClose;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldInstrumentTest {

    private static final EquityCurve ACCOUNT = EquityCurve.of(new long[] {0, 100, 200}, new double[] {10_000, 1, 1});

    @Test
    void buysAtThePriceOfTheStartAndIsValuedAtTheNewestClose() {
        // 10,000 USD / (160 JPY x 0.00625) = 10,000 units; up 3 JPY at 0.00625 USD: 187.50 USD; at 0.0064 USD: 192 USD.
        EquityCurve held = HeldInstrument.of(
                        ACCOUNT, List.of(close(-50, 160, 0.00625), close(100, 163, 0.00625), close(150, 163, 0.0064)))
                .orElseThrow();

        assertThat(held.equity(0)).isCloseTo(10_000, within(1e-9));
        assertThat(held.equity(1)).isCloseTo(10_187.5, within(1e-9));
        assertThat(held.equity(2)).isCloseTo(10_192, within(1e-9));
    }

    @Test
    void withoutACloseOrARateThereIsNoCurve() {
        assertThat(HeldInstrument.of(ACCOUNT, List.of())).isEmpty();
        assertThat(HeldInstrument.of(ACCOUNT, List.of(new BarClose(Instant.EPOCH, 150, null))))
                .isEmpty();
    }

    private static BarClose close(long millis, double price, double rate) {
        return new BarClose(Instant.ofEpochMilli(millis), price, rate);
    }
}
