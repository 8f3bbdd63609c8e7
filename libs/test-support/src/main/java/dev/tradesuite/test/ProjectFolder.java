package dev.tradesuite.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of the project from the folder of any module. */
public final class ProjectFolder {

    private static final String MARK = "CONTRIBUTING.md";

    private ProjectFolder() {}

    /**
     * A file or folder of the project, whether it exists or not.
     *
     * @param first of the path below the project's folder, such as {@code docs}
     * @param more of the path
     */
    public static Path resolve(String first, String... more) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(MARK))) {
                return folder.resolve(Path.of(first, more));
            }
        }
        throw new IllegalStateException(
                "no folder above %s has a %s".formatted(Path.of("").toAbsolutePath(), MARK));
    }
}
