package dev.tradesuite.training.command;

import dev.tradesuite.learning.model.ModelFolder;
import dev.tradesuite.training.TrainingException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes a version. */
@Command(name = "remove", description = "Deletes a version that is not in use.", mixinStandardHelpOptions = true)
final class RemoveModel implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOption folder;

    @Parameters(paramLabel = "VERSION", description = "A version, as 'list' shows it.")
    private String version;

    @Option(names = "--in-use", description = "Also when it is in use; then the rule stands in again.")
    private boolean inUse;

    @Override
    public Integer call() {
        ModelFolder models = folder.folder();
        if (inUse) {
            models.stopUsing(version);
        }
        if (!models.remove(version)) {
            throw new TrainingException("there is no version %s in %s".formatted(version, models.path()));
        }
        spec.commandLine().getOut().println("Removed: " + version);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
