package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.test.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real records of another system, whose stored metrics of the day were never computed. */
class RecordedTradesTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssX");

    @Test
    void metricsComeFromTheTradesAndNotFromStoredMetrics() throws IOException {
        List<TradeResult> trades = rows(
                "public_trades_history",
                row -> new TradeResult(time(row[5]), time(row[6]), new BigDecimal(row[8]), BigDecimal.ZERO));

        TradeStatistics statistics = TradeStatistics.of(trades);

        assertThat(statistics.count()).isEqualTo(57);
        assertThat(statistics.wins()).isEqualTo(13);
        assertThat(statistics.losses()).isEqualTo(44);
        assertThat(statistics.grossProfit()).isEqualByComparingTo("196.2956");
        assertThat(statistics.grossLoss()).isEqualByComparingTo("-550.0384");
        assertThat(statistics.netProfit()).isEqualByComparingTo("-353.7428");
        assertThat(value(statistics.profitFactor())).isCloseTo(0.3569, within(5e-5));
        assertThat(value(statistics.winRate())).isCloseTo(0.2281, within(5e-5));
        assertThat(value(statistics.averageWin())).isCloseTo(15.0997, within(5e-5));
        assertThat(value(statistics.averageLoss())).isCloseTo(-12.5009, within(5e-5));
        assertThat(value(statistics.averageTrade())).isCloseTo(-6.2060, within(5e-5));
    }

    @Test
    void theDeepestFallIsThatOfTheEquityPoints() throws IOException {
        record Point(long millis, double equity) {}
        List<Point> points = rows(
                "public_equity_snapshots", row -> new Point(time(row[2]).toEpochMilli(), Double.parseDouble(row[3])));
        EquityCurve curve = EquityCurve.of(
                points.stream().mapToLong(Point::millis).toArray(),
                points.stream().mapToDouble(Point::equity).toArray());

        PerformanceSummary summary = PerformanceSummary.of(
                curve, List.of(), new PerformanceSummary.Sampling(ReturnInterval.HOURLY, DayEnd.UTC, 1215, 0));

        assertThat(curve.size()).isEqualTo(62);
        assertThat(summary.drawdown().maximum() * 100).isCloseTo(3.6406, within(5e-5));
        assertThat(value(summary.totalReturn()) * 100).isCloseTo(-3.4988, within(5e-5));
        assertThat(value(summary.returns().sharpe())).isNegative();
        assertThat(summary.calmar()).isEqualTo(Metric.absent(MetricReason.TOO_SHORT));
    }

    private interface Reading<T> {

        T of(String[] row);
    }

    private static <T> List<T> rows(String table, Reading<T> reading) throws IOException {
        Path file = SharedData.require("seed-system/" + table + ".csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> reading.of(line.split(",", -1)))
                    .toList();
        }
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text, TIME).toInstant();
    }

    private static double value(Metric metric) {
        return metric.value().orElseThrow();
    }
}
