package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong in a command into one sentence on the error output. */
final class CommandFailures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof SuiteException known) {
            print(command, known.getMessage());
            return known.exitCode().value();
        }
        print(command, "unexpected failure: %s; please report it with %s".formatted(failure, details(failure)));
        return ExitCode.FAILED.value();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        print(command, String.valueOf(failure.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(failure, command.getErr())) {
            command.getErr()
                    .printf(
                            "%s --help lists what is possible.%n",
                            command.getCommandSpec().qualifiedName());
        }
        return ExitCode.USAGE.value();
    }

    private static String details(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            return Files.writeString(Files.createTempFile("suite-failure-", ".txt"), trace.toString())
                    .toString();
        } catch (IOException _) {
            return "what you did before";
        }
    }

    private static void print(CommandLine command, String message) {
        command.getErr().println("suite: " + message);
        command.getErr().flush();
    }
}
