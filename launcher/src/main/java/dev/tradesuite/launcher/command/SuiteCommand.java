package dev.tradesuite.launcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "suite",
        description = "Starts and controls the trade suite on this machine.",
        mixinStandardHelpOptions = true,
        versionProvider = SuiteVersion.class,
        subcommands = {
            UpCommand.class,
            StopCommand.class,
            StatusCommand.class,
            OpenCommand.class,
            TokenCommand.class,
            ImportCommand.class,
            BackfillCommand.class,
            BacktestModelsCommand.class,
            JobsCommand.class,
            ImportTradesCommand.class,
            BacktestCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            UpgradeCommand.class,
            DeadLettersCommand.class,
            DoctorCommand.class,
            ModelsCommand.class,
            MakeStartCacheCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the message says why",
            "2:an option, an argument or a setting is wrong",
            "3:the suite is not running"
        },
        footer = {"", "./suite COMMAND --help tells more about a command."})
public final class SuiteCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Runs one command and returns its exit code. */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandFailures failures = new CommandFailures();
        return new CommandLine(new SuiteCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, for example ./suite up");
    }
}
