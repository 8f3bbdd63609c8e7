package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged launcher, because strategies are found beside it. */
class BacktestIT {

    @TempDir
    Path folder;

    private Outcome backtest(String... words) throws IOException, InterruptedException {
        try (SuiteProcess suite = new SuiteProcess(folder)) {
            return suite.run("backtest", words);
        }
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
    void replaysAStrategyAndWritesWhatCameOfIt() throws IOException, InterruptedException {
        Path results = folder.resolve("results");

        Outcome outcome = backtest("--prices", prices(), "--out", results.toString(), "--set", "min_confidence=0.76");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("BACKTEST", "equity.csv", "equity.svg");
        assertThat(results.resolve("equity.csv")).content().contains("BACKTEST");
        assertThat(results.resolve("equity.svg")).content().contains("<svg");
    }

    @Test
    void saysWhatIsWrongInOneSentence() throws IOException, InterruptedException {
        assertThat(backtest("--prices", prices(), "--strategy", "astrology"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "suite: there is no strategy 'astrology'; --strategy takes momentum, mean_reversion, arbitrage,"
                                + " hybrid"));
        assertRefused(
                1, "nowhere.csv", "--prices", folder.resolve("nowhere.csv").toString());
        assertRefused(2, "min_confidense", "--prices", prices(), "--set", "min_confidense=0.76");
        assertRefused(2, "min_confidence", "--prices", prices(), "--set", "min_confidence=high");
        assertRefused(2, "", "--prices", prices(), "--balance", "-5");
    }

    private void assertRefused(int exit, String named, String... words) throws IOException, InterruptedException {
        Outcome outcome = backtest(words);

        assertThat(outcome.exit()).isEqualTo(exit);
        assertThat(outcome.err()).contains(named).doesNotContain("Exception", "unexpected failure");
    }
}
