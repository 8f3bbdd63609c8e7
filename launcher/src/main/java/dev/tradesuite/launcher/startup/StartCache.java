package dev.tradesuite.launcher.startup;

import dev.tradesuite.launcher.Launcher;
import dev.tradesuite.launcher.host.JavaCommand;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ahead-of-time cache of JEP 483, 514 and 515: classes loaded and linked once, for every later start of a build.
 *
 * <p>Recording slows a start down by half, so no start that somebody waits for is recorded. When there is no cache yet,
 * a suite that has been stopped leaves a process behind that makes one at the lowest priority: it starts and stops the
 * suite on a scratch folder and on free ports, and makes the cache from what the JVM recorded. A mark says that this is
 * under way; the script deletes the mark at the next start, and the process ends at once and begins anew after the next
 * stop.
 *
 * @param key path of the cache without its ending; the script names it by the JDK and the build
 */
public record StartCache(Path key) {

    /** Says which cache the script has not found; set for {@code up} only. */
    private static final String WANTED = "suite.cache";

    private static final String MARK = ".training";

    /** After that long, a mark was left by a machine that lost its power. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /**
     * Waits for the end of the JVM, which closes the pipe it reads from, then makes the cache under another name.
     *
     * <p>A checksum goes beside it, because a damaged cache can end the JVM that reads it; the script compares.
     *
     * <p>Arguments: key, class path, main class, then the JVM and its options. What runs is killed when its mark is
     * gone; the server it leaves behind ends with it, and the scratch folder is deleted when that has happened.
     */
    static final String SCRIPT =
            """
            trap '' INT HUP TERM
            read -r _
            key=$1
            jars=$2
            main=$3
            shift 3
            scratch=$key.scratch
            while_wanted() {
                nice -n 19 "$@" &
                while kill -0 $! 2>/dev/null; do
                    [ -e "$key.training" ] || kill -9 $! 2>/dev/null
                    sleep 1
                done
                wait $!
            }
            while_wanted "$@" -XX:AOTMode=record "-XX:AOTConfiguration=$key.config" -cp "$jars" "$main" make-start-cache "$scratch" &&
                while_wanted "$@" -XX:AOTMode=create "-XX:AOTConfiguration=$key.config" "-XX:AOTCache=$key.new" -cp "$jars" &&
                cksum < "$key.new" > "$key.sum" && mv "$key.new" "$key.aot"
            tries=0
            while [ -e "$scratch/postgres/data/postmaster.pid" ] && [ $tries -lt 60 ]; do
                tries=$((tries + 1))
                sleep 1
            done
            rm -rf "$scratch" "$key.config" "$key.new" "$key.training"
            """;

    /** The cache the script has not found, if this JVM was started to run the suite. */
    public static Optional<StartCache> wanted() {
        return Optional.ofNullable(System.getProperty(WANTED)).map(key -> new StartCache(Path.of(key)));
    }

    /**
     * Makes the cache in the background once this JVM has ended, and deletes those of earlier builds.
     *
     * @return whether it will; not when another suite of this build is at it already
     */
    public boolean makeAfterExit() throws IOException {
        if (!mark()) {
            return false;
        }
        deleteOthers();
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "suite-cache", key.toString()));
        words.add(System.getProperty("java.class.path"));
        words.add(Launcher.class.getName());
        words.addAll(JavaCommand.ofThisJvm().forCache());
        new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return true;
    }

    private boolean mark() throws IOException {
        Path mark = file(MARK);
        try {
            if (Files.getLastModifiedTime(mark)
                    .toInstant()
                    .isBefore(Instant.now().minus(LONGEST))) {
                Files.deleteIfExists(mark);
            }
        } catch (NoSuchFileException _) {
            // The usual case: nobody is at it.
        }
        try {
            Files.createFile(mark);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    Path file(String ending) {
        return key.resolveSibling(key.getFileName() + ending);
    }

    private void deleteOthers() throws IOException {
        Path folder = key.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (!String.valueOf(file.getFileName()).startsWith(String.valueOf(key.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
