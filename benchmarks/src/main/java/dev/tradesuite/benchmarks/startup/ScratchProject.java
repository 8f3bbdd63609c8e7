package dev.tradesuite.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A folder with the project's script and a link to its built jars; closing it deletes it. */
final class ScratchProject implements AutoCloseable {

    /** Name of the script. */
    static final String SCRIPT = "suite";

    private static final String JARS = "launcher";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path folder;

    private ScratchProject(Path folder) {
        this.folder = folder;
    }

    /** A scratch folder for the jars of a project. */
    static ScratchProject of(Path project) throws IOException {
        Path folder = Files.createTempDirectory("suite-startup-").toRealPath();
        Files.copy(project.resolve(SCRIPT), folder.resolve(SCRIPT), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(folder.resolve(JARS), project.resolve(JARS));
        return new ScratchProject(folder);
    }

    Path folder() {
        return folder;
    }

    /** Whether the next start finds a finished cache. */
    boolean hasCache() throws IOException {
        return cacheFolderHas(".aot");
    }

    /** Waits for the training run, which makes the cache after the first stop. */
    void waitForCache() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hasCache()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the start cache is not made after " + PATIENCE);
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean cacheFolderHas(String suffix) throws IOException {
        Path cache = folder.resolve(".suite/aot");
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.anyMatch(file -> file.toString().endsWith(suffix));
        }
    }

    @Override
    public void close() throws IOException {
        // The link first: what it leads to stays.
        Files.delete(folder.resolve(JARS));
        FileSystemUtils.deleteRecursively(folder);
    }
}
