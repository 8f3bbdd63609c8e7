package dev.tradesuite.training.command;

import dev.tradesuite.learning.model.ModelFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the versions lie. */
final class FolderOption {

    @Option(
            names = {"--models", "--out"},
            paramLabel = "FOLDER",
            defaultValue = "${env:SUITE_MODELS:-.suite/models}",
            description = "Folder of the model versions. Default: ${DEFAULT-VALUE}")
    private Path folder;

    ModelFolder folder() {
        return new ModelFolder(folder.toAbsolutePath().normalize());
    }
}
