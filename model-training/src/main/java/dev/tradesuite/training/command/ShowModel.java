package dev.tradesuite.training.command;

import dev.tradesuite.learning.model.ModelRead;
import dev.tradesuite.training.TrainingException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where a version comes from and what it is worth. */
@Command(name = "show", description = "Shows card and report of a version.", mixinStandardHelpOptions = true)
final class ShowModel implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOption folder;

    @Parameters(paramLabel = "VERSION", description = "A version, as 'list' shows it.")
    private String version;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        switch (folder.folder().read(version)) {
            case ModelRead.Served readable ->
                Console.print(out, readable.model().card());
            case ModelRead.Unreadable unreadable ->
                throw new TrainingException(
                        "%s: %s: %s".formatted(version, ModelRead.Unreadable.CODE, unreadable.problem()));
        }
        out.println("Report: " + folder.folder().report(version));
        out.flush();
        return 0;
    }
}
