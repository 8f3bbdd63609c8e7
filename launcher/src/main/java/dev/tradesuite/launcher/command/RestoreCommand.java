package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.assembly.LeftOvers;
import dev.tradesuite.launcher.backup.Restore;
import dev.tradesuite.launcher.home.RunLock;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.log.LogOptions;
import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the data of a backup in the place of what the suite keeps now. */
@Command(
        name = "restore",
        description = {
            "Makes the data of the suite from a backup: database, events, dead letters and secrets. The suite must not"
                    + " run.",
            "The new data is made beside the old and takes its place when it is whole: a restore that fails or is"
                    + " killed changes nothing."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "A backup of an older build is brought up to date by the next ./suite up."})
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "File that ./suite backup has written.")
    private Path file;

    @Option(
            names = "--replace",
            description = "Put data that is there aside, in a folder of .suite that is named replaced-TIME.")
    private boolean replace;

    @Override
    public Integer call() throws Exception {
        SuiteSettings settings = options.settings();
        SuiteHome home = new SuiteHome(settings.state());
        home.prepare();
        Restore.Report report;
        try (RunLock _ = options.lock(home)) {
            LeftOvers.end(home, settings.stopTimeout());
            PartLogs.writeTo(home.logs(), LogOptions.of(settings.everyProperty()));
            report = new Restore(home, settings.startTimeout(), settings.stopTimeout(), Clock.systemUTC())
                    .from(file, replace);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Restored: the data of %s, %d rows of %d tables, %d events. Start with ./suite up.%n",
                report.manifest().createdAt(),
                report.manifest().rows(),
                report.manifest().tables(),
                report.manifest().events());
        if (!report.leftOut().isEmpty()) {
            out.printf("Left out, because no migration makes it: %s.%n", String.join(", ", report.leftOut()));
        }
        report.replaced()
                .ifPresent(folder ->
                        out.printf("What was there before is in %s; delete it when it is not needed.%n", folder));
        return ExitCode.OK.value();
    }
}
