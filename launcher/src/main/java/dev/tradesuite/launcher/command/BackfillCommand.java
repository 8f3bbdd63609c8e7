package dev.tradesuite.launcher.command;

import dev.tradesuite.contracts.signals.CreateJobRequest;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.launcher.client.ModelJobClient;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Books stored bars of the past in the live accounts of the models. */
@Command(
        name = "backfill",
        description = {
            "Books stored bars of the past in the live accounts of the models, as if they had been there.",
            "Accounts begin with their first bar: what is booked is left out, and a range before the beginning needs"
                    + " --restart.",
            "The job goes on when this command is left with Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./suite backfill --symbol USDCOP --days 30",
            "  ./suite backfill --symbol EURUSD --from 2026-05-01 --restart"
        })
final class BackfillCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private JobRange range;

    @Option(
            names = "--restart",
            description = "Makes the accounts anew: removes what is booked and begins with the range.")
    private boolean restart;

    @Override
    public Integer call() {
        CreateJobRequest request = new CreateJobRequest(
                JobKind.BACKFILL,
                range.symbols(),
                range.timeframe(),
                range.from(Instant.now()),
                range.to(),
                null,
                null,
                restart);
        ModelJobClient jobs = ModelJobs.client(options);
        return JobWatch.on(jobs, spec.commandLine().getOut())
                .watch(jobs.order(request).jobId());
    }
}
