package dev.tradesuite.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int backtest(String... words) {
        List<String> all = new ArrayList<>(List.of("backtest"));
        all.addAll(List.of(words));
        return SuiteCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    /** One market whose YES rises to 1: bought at 0.78 plus half a spread of 0.01, and settled at 1. */
    private String prices() throws IOException {
        StringBuilder rows = new StringBuilder("market_id,token_id,outcome,question,timestamp,price\n");
        String[] yes = {"0.78", "0.80", "0.90", "0.99", "1"};
        String[] no = {"0.22", "0.20", "0.10", "0.01", "0"};
        for (int day = 0; day < yes.length; day++) {
            rows.append("m1,1,Yes,Will it?,2023-01-0%dT00:00:00Z,%s%n".formatted(day + 1, yes[day]));
            rows.append("m1,2,No,Will it?,2023-01-0%dT00:00:00Z,%s%n".formatted(day + 1, no[day]));
        }
        return Files.writeString(folder.resolve("prices.csv"), rows).toString();
    }

    @Test
    void replaysAStrategyAndWritesWhatCameOfIt() throws IOException {
        Path results = folder.resolve("results");

        int exit = backtest("--prices", prices(), "--out", results.toString(), "--set", "min_confidence=0.76");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("BACKTEST", "equity.csv", "equity.svg");
        assertThat(results.resolve("equity.csv")).content().contains("BACKTEST");
        assertThat(results.resolve("equity.svg")).content().contains("<svg");
    }

    @Test
    void saysWhatIsWrongInOneSentence() throws IOException {
        assertThat(backtest("--prices", prices(), "--strategy", "astrology")).isEqualTo(2);
        assertThat(lastError())
                .isEqualTo("suite: there is no strategy 'astrology'; --strategy takes momentum, mean_reversion,"
                        + " arbitrage, hybrid");

        assertThat(backtest("--prices", folder.resolve("nowhere.csv").toString()))
                .isEqualTo(1);
        assertThat(lastError()).contains("nowhere.csv");

        assertThat(backtest("--prices", prices(), "--set", "min_confidense=0.76"))
                .isEqualTo(2);
        assertThat(lastError()).contains("min_confidense");

        assertThat(backtest("--prices", prices(), "--set", "min_confidence=high"))
                .isEqualTo(2);
        assertThat(lastError()).contains("min_confidence");

        assertThat(backtest("--prices", prices(), "--balance", "-5")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("Exception", "unexpected failure");
    }

    private String lastError() {
        return err.toString().lines().toList().getLast();
    }
}
