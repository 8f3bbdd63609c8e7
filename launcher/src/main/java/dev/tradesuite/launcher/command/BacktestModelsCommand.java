package dev.tradesuite.launcher.command;

import dev.tradesuite.contracts.signals.CreateJobRequest;
import dev.tradesuite.contracts.signals.JobCostUnit;
import dev.tradesuite.contracts.signals.JobCosts;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.launcher.client.ModelJobClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Books stored bars of the past in accounts of their own. */
@Command(
        name = "backtest-models",
        description = {
            "Books stored bars of the past in accounts of a run of its own, by the code that books bars as they close.",
            "The job goes on when this command is left with Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./suite backtest-models --symbol EURUSD --from 2026-05-01 --to 2026-06-01 --half-spread 1.2"
        })
final class BacktestModelsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private JobRange range;

    @Option(
            names = "--strategy",
            paramLabel = "CODE",
            split = ",",
            description = "Code of a strategy that takes part, repeatable. Default: all")
    private List<String> strategies = new ArrayList<>();

    @Option(
            names = "--half-spread",
            paramLabel = "PIPS",
            description = "Pips a fill pays to the market. Default, when no cost is named: as the live accounts")
    private @Nullable BigDecimal halfSpread;

    @Option(names = "--slippage", paramLabel = "PIPS", description = "Pips a fill is worse than that.")
    private @Nullable BigDecimal slippage;

    @Option(names = "--commission", paramLabel = "USD", description = "US dollars for each lot and fill.")
    private @Nullable BigDecimal commission;

    @Override
    public Integer call() {
        CreateJobRequest request = new CreateJobRequest(
                JobKind.BACKTEST,
                range.symbols(),
                range.timeframe(),
                range.from(Instant.now()),
                range.to(),
                strategies.isEmpty() ? null : strategies,
                costs(),
                null);
        ModelJobClient jobs = ModelJobs.client(options);
        return JobWatch.on(jobs, spec.commandLine().getOut())
                .watch(jobs.order(request).jobId());
    }

    private @Nullable JobCosts costs() {
        return halfSpread == null && slippage == null && commission == null
                ? null
                : new JobCosts(halfSpread, slippage, JobCostUnit.PIPS, commission);
    }
}
