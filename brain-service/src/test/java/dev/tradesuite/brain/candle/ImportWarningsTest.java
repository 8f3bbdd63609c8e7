package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportWarningsTest {

    @Test
    void anImportWithoutOddityHasNoWarning() {
        assertThat(warnings(100, merge(100, 50, 50), Duration.ofMinutes(5))).isEmpty();
    }

    @Test
    void aFileWithoutRowsSaysSo() {
        assertThat(ImportWarnings.of(Timeframe.M5, 0, List.of(), List.of()))
                .containsExactly("The source has a header but no rows.");
    }

    @Test
    void candlesFartherApartThanTheTimeframeHintAtAWrongOne() {
        assertThat(warnings(10, merge(10, 0, 0), Duration.ofHours(1)))
                .containsExactly("EURUSD: candles are mostly 1 h apart, not 5 min; the timeframe M5 may be wrong.");
    }

    @Test
    void moreThanHalfOfFlatCandlesOrVolumesOfZeroIsTold() {
        assertThat(warnings(200, merge(200, 101, 150), Duration.ofMinutes(5)))
                .containsExactly(
                        "EURUSD: 50.5 % of the candles are flat, so indicators of the range say nothing there.",
                        "EURUSD: 75.0 % of the candles have a volume of zero.");
    }

    private static List<String> warnings(long rows, SymbolMerge merge, Duration step) {
        Gaps gaps = new Gaps(0, 0, List.of(), step);
        return ImportWarnings.of(
                Timeframe.M5, rows, List.of(new ImportResult.SymbolResult(merge, null, null, gaps)), List.of());
    }

    private static SymbolMerge merge(long stored, long flat, long zeroVolume) {
        return new SymbolMerge("EURUSD", stored, 0, 0, 0, 0, flat, zeroVolume, 0, 0, 0, 0);
    }
}
