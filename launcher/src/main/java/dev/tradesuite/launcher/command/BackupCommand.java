package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything the suite keeps to one file. */
@Command(
        name = "backup",
        description = {
            "Writes the database, the events nobody has handled yet, the dead letters and the secrets to one file, as"
                    + " they are at one moment. The suite may run or not.",
            "The file holds the secrets: only its owner can read it. Keep it on another disk."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "The way back: ./suite stop, ./suite restore FILE --replace, ./suite up."})
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "File to write; it must not exist. Default: backups/suite-TIME.zip in the project folder.")
    private @Nullable Path file;

    @Option(
            names = "--without-events",
            description = "Leave Kafka out, for when it does not answer. Fills are asked for again after a restore;"
                    + " other events nobody has handled yet, and dead letters, are lost then.")
    private boolean withoutEvents;

    @Override
    public Integer call() throws Exception {
        new Backups(options, spec.commandLine().getOut()).write(file, "", !withoutEvents);
        return ExitCode.OK.value();
    }
}
