package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess;
import dev.tradesuite.launcher.SuiteProcess.Outcome;
import dev.tradesuite.test.SharedCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Price files with two prices a day, a byte order mark, and times as numbers. */
class BacktestCasesIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"01-two-prices-a-day.csv", "02-bom.csv", "03-epoch-seconds.csv"})
    void midnightIsTradedAtThePriceOfMidnight(String file) throws IOException, InterruptedException {
        assertBoughtAtMidnight(replay(SharedCases.require("backtest/" + file)));
    }

    @Test
    void orderOfTheRowsDoesNotMatter() throws IOException, InterruptedException {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(SharedCases.require("backtest/01-two-prices-a-day.csv")));
        String header = lines.removeFirst();
        Collections.reverse(lines);
        lines.addFirst(header);

        assertBoughtAtMidnight(replay(Files.write(folder.resolve("reversed.csv"), lines)));
    }

    /** The favourite is worth 0.78 at midnight of the third, and costs half a spread of 0.01 more. */
    private static void assertBoughtAtMidnight(String trades) {
        assertThat(trades.lines().filter(line -> line.startsWith("BACKTEST,")))
                .isNotEmpty()
                .first()
                .satisfies(line -> {
                    assertThat(line).contains("2023-03-03", "0.79");
                });
    }

    private String replay(Path prices) throws IOException, InterruptedException {
        Path results = folder.resolve("results");
        try (SuiteProcess suite = new SuiteProcess(folder)) {
            Outcome outcome = suite.run("backtest", "--prices", prices.toString(), "--out", results.toString());
            assertThat(outcome.exit()).as(outcome.err()).isZero();
        }
        return Files.readString(results.resolve("trades.csv"));
    }
}
