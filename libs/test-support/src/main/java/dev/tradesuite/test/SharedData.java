package dev.tradesuite.test;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Market data that lies beside a checkout and is no part of it. */
public final class SharedData {

    private static final String FOLDER = "shared/data";

    private SharedData() {}

    /**
     * The file, or the end of the test: without the data it counts as skipped.
     *
     * @param path below {@code shared/data}, such as {@code fx/EURUSD_M5.csv.gz}
     */
    public static Path require(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FOLDER).resolve(path);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Assumptions.abort("needs %s/%s beside the checkout".formatted(FOLDER, path));
    }
}
