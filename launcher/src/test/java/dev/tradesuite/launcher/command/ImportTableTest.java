package dev.tradesuite.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.brain.ImportReport.Gap;
import dev.tradesuite.contracts.brain.ImportReport.RefusedRow;
import dev.tradesuite.contracts.brain.ImportReport.SymbolReport;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.launcher.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTableTest {

    private static String print(ImportReport report) {
        StringWriter text = new StringWriter();
        new ImportTable(new PrintWriter(text)).print(report);
        return text.toString();
    }

    @Test
    void showsWhatBecameOfEveryRow() {
        Instant first = Instant.parse("2024-01-01T00:00:00Z");
        Instant last = Instant.parse("2024-01-31T23:55:00Z");
        String text = print(new ImportReport(
                "bars.csv.gz",
                Timeframe.M5,
                12_345,
                12_000,
                0,
                340,
                5,
                Map.of("BAD_NUMBER", 5L),
                List.of(new RefusedRow(17, "BAD_NUMBER", "close is 'abc'")),
                List.of(new SymbolReport(
                        "EURUSD",
                        12_000,
                        0,
                        340,
                        0,
                        7,
                        2,
                        0,
                        3,
                        0,
                        0,
                        first,
                        last,
                        1,
                        0,
                        List.of(new Gap(first, last, 42)))),
                List.of("The rows look like M1."),
                1_500,
                8_230));

        assertThat(text.lines().map(line -> line.replaceAll(" +", " ").strip()))
                .contains(
                        "bars.csv.gz, M5: 12,345 rows read in 1.5 s (8,230 rows a second)",
                        "stored 12,000",
                        "duplicate 340",
                        "refused 5",
                        "note: The rows look like M1.",
                        "EURUSD 12,000 340 7 5 0 1 2024-01-01T00:00:00Z 2024-01-31T23:55:00Z",
                        "EURUSD: 42 candles missing between 2024-01-01T00:00:00Z and 2024-01-31T23:55:00Z",
                        "BAD_NUMBER 5",
                        "line 17: BAD_NUMBER, close is 'abc'");
    }

    @Test
    void saysNothingOfRefusalsWhenThereAreNone() {
        String text = print(new ImportReport(
                "bars.csv", Timeframe.D1, 1, 1, 0, 0, 0, Map.of(), List.of(), List.of(), List.of(), 10, 100));

        assertThat(text).doesNotContain("Refused rows").doesNotContain("symbol");
    }

    @ParameterizedTest
    @CsvSource({
        // stored, replaced, duplicate, refused, exit code
        "0, 0, 0, 3, FAILED",
        "0, 0, 0, 0, FAILED",
        "1, 0, 0, 2, OK",
        "0, 1, 0, 2, OK",
        "0, 0, 3, 0, OK"
    })
    void anImportOfWhichNothingIsStoredHasFailed(
            long stored, long replaced, long duplicate, long refused, ExitCode expected) {
        ImportReport report = new ImportReport(
                "bars.csv",
                Timeframe.D1,
                3,
                stored,
                replaced,
                duplicate,
                refused,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                10,
                100);

        assertThat(ImportCommand.exitCode(report)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"localhost:19092,19092", "jdbc:postgresql://localhost:15432/suite,15432"})
    void findsThePortInAnAddress(String address, int port) {
        assertThat(PartProbe.port(address)).isEqualTo(port);
    }
}
