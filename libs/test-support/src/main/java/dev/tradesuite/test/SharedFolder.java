package dev.tradesuite.test;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A folder that lies beside a checkout and is no part of it: real data, and inputs that once failed. */
final class SharedFolder {

    private static final Path FOLDER = Path.of("shared");

    private SharedFolder() {}

    /** The file, or the end of the test: without it the test counts as skipped. */
    static Path require(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FOLDER).resolve(path);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Assumptions.abort("needs %s beside the checkout".formatted(FOLDER.resolve(path)));
    }
}
