package dev.tradesuite.training.command;

import dev.tradesuite.training.TrainingException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "suite models",
        description = "Trains models on recorded bars and looks after their versions.",
        mixinStandardHelpOptions = true,
        subcommands = {TrainModel.class, ListModels.class, ShowModel.class, UseModel.class, RemoveModel.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the message says why", "2:an option or an argument is wrong"})
public final class TrainingCommand implements Runnable {

    static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    /** Runs one command and returns its exit code. */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new TrainingCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command));
    }

    /** What a person can do something about is a sentence; anything else is a fault of the program and shows itself. */
    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof TrainingException
                || failure instanceof IllegalArgumentException
                || failure instanceof UncheckedIOException) {
            command.getErr().println("models: " + failure.getMessage());
            command.getErr().flush();
            return FAILED;
        }
        throw failure;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: train, list, show, use or remove");
    }
}
