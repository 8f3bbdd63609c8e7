package dev.tradesuite.launcher.command;

import dev.tradesuite.backtest.BacktestFiles;
import dev.tradesuite.backtest.BacktestRequest;
import dev.tradesuite.backtest.BacktestResult;
import dev.tradesuite.backtest.Backtests;
import dev.tradesuite.backtest.HistoryFiles;
import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyProvider;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a strategy over daily prices of markets that are over. Nothing needs to run for it. */
@Command(
        name = "backtest",
        description = {
            "Replays a strategy over daily prices of prediction markets and writes trades and the equity curve.",
            "The rules are those of the strategy's controller. Nothing has to be running; results are labelled"
                    + " BACKTEST."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./suite backtest --prices prices.csv.gz --markets markets.csv.gz --set min_confidence=0.76"
        })
final class BacktestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--strategy",
            paramLabel = "TYPE",
            defaultValue = "momentum",
            description = "Strategy to replay. Default: ${DEFAULT-VALUE}")
    private String strategy;

    @Option(
            names = "--prices",
            required = true,
            paramLabel = "FILE",
            description = "CSV of daily prices by market and outcome, plain or gzip.")
    private Path prices;

    @Option(
            names = "--markets",
            paramLabel = "FILE",
            description = "CSV that tells of each market its question, volume and end, plain or gzip.")
    private @Nullable Path markets;

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description = "CSV with the outcome that came true, as market_id,outcome.")
    private @Nullable Path outcomes;

    @Option(
            names = "--set",
            paramLabel = "PARAMETER=VALUE",
            description = "A parameter of the strategy, as a portfolio would set it, repeatable.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--balance", paramLabel = "USD", description = "Cash to begin with. Default: 10000")
    private BigDecimal balance = BacktestRequest.DEFAULT_BALANCE;

    @Option(
            names = "--half-spread",
            paramLabel = "PRICE",
            description = "What a purchase pays above the day's price, and a sale gets below it. Default: 0.01")
    private BigDecimal halfSpread = BacktestRequest.DEFAULT_HALF_SPREAD;

    @Option(
            names = "--settled-from",
            paramLabel = "PRICE",
            description = "Last price from which an outcome counts as come true where no file names it. Default: 0.95")
    private BigDecimal settledFrom = BacktestRequest.DEFAULT_SETTLED_FROM;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder for equity.csv, trades.csv, equity.svg and summary.txt. Default: backtest in the"
                    + " project's folder .suite")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        try {
            BacktestResult result = Backtests.run(new BacktestRequest(
                    named(strategy),
                    values(),
                    new HistoryFiles(prices, markets, outcomes),
                    balance,
                    halfSpread,
                    settledFrom));
            result.summary().forEach(console::println);
            BacktestFiles.write(result, folder()).forEach(file -> console.println("Written: " + file));
        } catch (IllegalArgumentException e) {
            throw new SuiteException(ExitCode.USAGE, reason(e), e);
        } catch (MarketSourceException | UncheckedIOException e) {
            throw new SuiteException(reason(e), e);
        }
        return ExitCode.OK.value();
    }

    private Path folder() {
        return out != null ? out : SettingsOptions.root().resolve(".suite").resolve("backtest");
    }

    private static Strategy named(String type) {
        List<Strategy> strategies =
                StrategyProvider.all().stream().map(StrategyProvider::strategy).toList();
        return strategies.stream()
                .filter(known -> known.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new SuiteException(
                        ExitCode.USAGE,
                        "there is no strategy '%s'; --strategy takes %s"
                                .formatted(
                                        type,
                                        strategies.stream().map(Strategy::type).collect(Collectors.joining(", ")))));
    }

    /** Numbers as numbers; what is none stays as it is, and the strategy says what it expects. */
    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, text) -> values.put(name, number(text)));
        return values;
    }

    private static Object number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException _) {
            return text;
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
