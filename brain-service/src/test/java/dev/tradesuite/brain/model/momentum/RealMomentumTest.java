package dev.tradesuite.brain.model.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.model.bar.BarView;
import dev.tradesuite.brain.model.bar.ClosedBars;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.brain.model.momentum.MomentumModel.Measure;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.test.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the rule wants a position on real bars; skipped where the shared data are absent. */
class RealMomentumTest {

    @ParameterizedTest
    @CsvSource({
        // Shares of bars in percent, counted with the index over the whole file.
        "EURUSD_M5_utc_2026-03_2026-06, 9.8, 9.2",
        "GBPUSD_M5_utc_2026-03_2026-06, 10.1, 8.6",
        "XAUUSD_M5_utc_2026-03_2026-06, 8.8, 11.0",
        "USDJPY_M5_utc_2026-05_2026-06, 8.4, 5.5"
    })
    void measuredInItsOwnDeviationsEveryMarketMovesEnough(String file, double longShare, double shortShare)
            throws IOException {
        double[] shares = shares(file, Measure.NORMALISED);

        assertThat(shares[0]).isCloseTo(longShare, within(0.3));
        assertThat(shares[1]).isCloseTo(shortShare, within(0.3));
    }

    @ParameterizedTest
    @CsvSource({"EURUSD_M5_utc_2026-03_2026-06", "GBPUSD_M5_utc_2026-03_2026-06", "USDJPY_M5_utc_2026-05_2026-06"})
    void theBareMoveOfMajorsNeverReachesTwoPercent(String file) throws IOException {
        assertThat(shares(file, Measure.RAW)).containsExactly(0, 0);
    }

    private static double[] shares(String file, Measure measure) throws IOException {
        PriceBars bars = ClosedBars.of(candles(file));
        MomentumModel model = new MomentumModel(measure);
        int judged = 0;
        int longs = 0;
        int shorts = 0;
        for (int bar = model.lookBack() - 1; bar < bars.size(); bar++) {
            int lean = model.on(
                            new BarView(Views.EURUSD, bars, bar, List.of(), Opinion.missing(SignalReason.NO_OPINION)))
                    .lean();
            judged++;
            longs += lean > 0 ? 1 : 0;
            shorts += lean < 0 ? 1 : 0;
        }
        return new double[] {100.0 * longs / judged, 100.0 * shorts / judged};
    }

    private static CandleSeries candles(String file) throws IOException {
        CandleSeries.Builder series = new CandleSeries.Builder("EURUSD", Timeframe.M5, 20_000);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require("fx/" + file + ".csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                series.add(
                        Instant.parse(cells[0]).toEpochMilli(),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]),
                        Double.NaN);
            }
        }
        return series.build();
    }
}
