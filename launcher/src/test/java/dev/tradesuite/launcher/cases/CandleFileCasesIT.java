package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Candle files as people have them. */
@ExtendWith(CasesSuite.Shared.class)
@ResourceLock("the suite of the cases")
class CandleFileCasesIT {

    /**
     * A file and what it says.
     *
     * @param query how the import is asked for
     * @param series symbol and timeframe it belongs to
     * @param candles open time, close, and volume or nothing, of each candle
     */
    record FileCase(String file, String query, String series, List<String> candles) {

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<FileCase> files() {
        return Stream.of(
                file(
                        "01-binance-us-headerless.csv",
                        "timeframe=M1&symbol=LTCUSDT",
                        "LTCUSDT M1",
                        "2025-01-01T00:00:00Z 3.11 100.5",
                        "2025-01-01T00:01:00Z 3.12 90.1",
                        "2025-01-01T00:02:00Z 3.14 70.2"),
                file(
                        "02-binance-us-header.csv",
                        "timeframe=M1&symbol=LTCUSDT",
                        "LTCUSDT M1",
                        "2025-01-01T00:00:00Z 3.11 100.5",
                        "2025-01-01T00:01:00Z 3.12 90.1",
                        "2025-01-01T00:02:00Z 3.14 70.2"),
                file(
                        "03-mt4-headerless.csv",
                        "timeframe=M5&symbol=EURCAD",
                        "EURCAD M5",
                        "2019-03-04T00:00:00Z 1.13688 512",
                        "2019-03-04T00:05:00Z 1.13645 431",
                        "2019-03-04T00:10:00Z 1.13622 377"),
                file(
                        "04-histdata-headerless.csv",
                        "timeframe=M1&symbol=EURAUD&zone=-05:00",
                        "EURAUD M1",
                        "2021-03-01T22:00:00Z 1.2066 0",
                        "2021-03-01T22:01:00Z 1.2067 0"),
                file(
                        "05-histdata-header.csv",
                        "timeframe=M1&symbol=EURAUD&zone=-05:00",
                        "EURAUD M1",
                        "2021-03-01T22:00:00Z 1.2066 0",
                        "2021-03-01T22:01:00Z 1.2067 0"),
                file(
                        "06-dukascopy-local-time.csv",
                        "timeframe=M1&symbol=EURNZD",
                        "EURNZD M1",
                        "2023-01-02T23:00:00Z 1.06988 98.84",
                        "2023-01-02T23:01:00Z 1.0699 55.02"),
                file(
                        "07-dukascopy-utc-column.csv",
                        "timeframe=M1&symbol=EURNZD",
                        "EURNZD M1",
                        "2023-01-04T00:00:00Z 1.06988 98.84",
                        "2023-01-04T00:01:00Z 1.0699 55.02"),
                file(
                        "08-stooq-bulk-d1.txt",
                        "timeframe=D1&symbol=AAPL",
                        "AAPL D1",
                        "2023-01-03T00:00:00Z 123.96 113018532",
                        "2023-01-04T00:00:00Z 125.24 89799148"),
                file(
                        "09-stooq-bulk-m5.txt",
                        "timeframe=M5&symbol=AAPL&zone=Europe/Warsaw",
                        "AAPL M5",
                        "2023-01-03T14:35:00Z 128.96 113018",
                        "2023-01-03T14:40:00Z 129.24 89799"),
                file(
                        "10-thousands-quoted.csv",
                        "timeframe=D1&symbol=XAUUSD",
                        "XAUUSD D1",
                        "2023-03-01T00:00:00Z 1845.31 55479",
                        "2023-03-02T00:00:00Z 1836.7 48102"),
                file(
                        "11-decimal-comma.csv",
                        "timeframe=D1&symbol=EURCHF&columns=time:Datum,open:Erster,high:Hoch,low:Tief,"
                                + "close:Schlusskurs,volume:Volumen",
                        "EURCHF D1",
                        "2023-03-01T00:00:00Z 1.0667 1200",
                        "2023-03-02T00:00:00Z 1.0597 1100"),
                file(
                        "12-investing-export.csv",
                        "timeframe=D1&symbol=XAUUSD&columns=close:Price,volume:Vol.&time_format=MM/dd/yyyy"
                                + "&on_conflict=replace",
                        "XAUUSD D1",
                        "2023-03-01T00:00:00Z 1845.4 -",
                        "2023-03-02T00:00:00Z 1840.5 181500"),
                file(
                        "13-hourly-bars-half-past.csv",
                        "timeframe=H1&symbol=AAPL",
                        "AAPL H1",
                        "2023-03-06T14:30:00Z 155.1 31000000",
                        "2023-03-06T15:30:00Z 155.5 9000000",
                        "2023-03-06T16:30:00Z 155 7000000"),
                file(
                        "14-volume-named-after-coin.csv",
                        "timeframe=D1",
                        "BTCUSDT D1",
                        "2023-03-01T00:00:00Z 23628.9 315000.2",
                        "2023-03-02T00:00:00Z 23465.3 250000.1"),
                file(
                        "15-url-before-header.csv",
                        "timeframe=D1",
                        "BTCUSDT D1",
                        "2023-03-01T00:00:00Z 23628.9 315000.2",
                        "2023-03-02T00:00:00Z 23465.3 250000.1"),
                file(
                        "16-epoch-seconds-with-point.csv",
                        "timeframe=H1&symbol=EURUSD",
                        "EURUSD H1",
                        "2023-04-03T00:00:00Z 1.0845 120",
                        "2023-04-03T01:00:00Z 1.0858 140"),
                file(
                        "17-epoch-nanoseconds.csv",
                        "timeframe=H1&symbol=EURUSD&columns=time:ts_event",
                        "EURUSD H1",
                        "2023-04-04T00:00:00Z 1.0845 120",
                        "2023-04-04T01:00:00Z 1.0858 140"),
                file(
                        "18-header-ends-with-comma.csv",
                        "timeframe=D1&symbol=USDCAD",
                        "USDCAD D1",
                        "2023-04-06T00:00:00Z 1.0921 1000",
                        "2023-04-07T00:00:00Z 1.09 1100"),
                file(
                        "19-unnamed-index-column.csv",
                        "timeframe=D1&symbol=USDCAD",
                        "USDCAD D1",
                        "2023-04-12T00:00:00Z 1.0921 1000",
                        "2023-04-13T00:00:00Z 1.09 1100"),
                file(
                        "20-excel-sep-line.csv",
                        "timeframe=D1&symbol=USDCAD",
                        "USDCAD D1",
                        "2023-04-14T00:00:00Z 1.0921 1000"),
                file(
                        "21-yahoo-volume-null.csv",
                        "timeframe=D1&symbol=AAPL",
                        "AAPL D1",
                        "2023-03-06T00:00:00Z 153.83 -",
                        "2023-03-07T00:00:00Z 151.6 -"));
    }

    private static FileCase file(String name, String query, String series, String... candles) {
        return new FileCase(name, query, series, List.of(candles));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAsItSays(FileCase file, CasesSuite suite) throws IOException {
        Answer report = suite.postFile("/api/v1/candles/import?" + escaped(file.query), "csv/" + file.file, "text/csv");

        assertThat(report.status()).as(report.json().toString()).isEqualTo(200);
        assertThat(report.json().path("refused").asInt())
                .as(report.json().toString())
                .isZero();
        assertThat(stored(suite, file)).containsExactlyElementsOf(file.candles);
    }

    /** What the suite answers for the time of the file. */
    private static List<String> stored(CasesSuite suite, FileCase file) {
        String[] series = file.series.split(" ", -1);
        Instant from = Instant.parse(file.candles.getFirst().split(" ", -1)[0]);
        Instant last = Instant.parse(file.candles.getLast().split(" ", -1)[0]);
        JsonNode page = suite.get("/api/v1/candles/%s?timeframe=%s&from=%s&to=%s"
                        .formatted(series[0], series[1], from, last.plusSeconds(1)))
                .json();
        List<String> candles = new ArrayList<>();
        page.path("candles")
                .forEach(candle -> candles.add("%s %s %s"
                        .formatted(
                                candle.path("open_time").asString(),
                                candle.path("close")
                                        .decimalValue()
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                candle.path("volume").isNumber()
                                        ? candle.path("volume")
                                                .decimalValue()
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        : "-")));
        return candles;
    }

    private static String escaped(String query) {
        return Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
    }
}
