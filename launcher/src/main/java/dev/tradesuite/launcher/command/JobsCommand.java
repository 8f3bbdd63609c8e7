package dev.tradesuite.launcher.command;

import dev.tradesuite.contracts.signals.ModelJob;
import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.client.ModelJobClient;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists backfills and backtests, shows one, or cancels it. */
@Command(
        name = "jobs",
        description = "Lists backfills and backtests of models, shows one until it is over, or cancels it.",
        mixinStandardHelpOptions = true)
final class JobsCommand implements Callable<Integer> {

    private static final int NEWEST = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The job to show.")
    private @Nullable Long id;

    @Option(names = "--cancel", description = "Cancels the job; what it has written stays.")
    private boolean cancel;

    @Override
    public Integer call() {
        if (cancel && id == null) {
            throw new ParameterException(spec.commandLine(), "--cancel needs the id of a job");
        }
        ModelJobClient jobs = ModelJobs.client(options);
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            jobs.newest(NEWEST).jobs().forEach(job -> out.println(row(job)));
            out.flush();
            return ExitCode.OK.value();
        }
        if (cancel) {
            jobs.cancel(id);
        }
        int code = JobWatch.on(jobs, out).watch(id);
        return cancel ? ExitCode.OK.value() : code;
    }

    private static String row(ModelJob job) {
        return "%6d  %-8s  %s to %s  %s  %s"
                .formatted(
                        job.jobId(),
                        job.kind().name().toLowerCase(Locale.ROOT),
                        job.from(),
                        job.to(),
                        job.parts().stream().map(ModelJob.JobPart::symbol).collect(Collectors.joining(",")),
                        JobWatch.line(job));
    }
}
