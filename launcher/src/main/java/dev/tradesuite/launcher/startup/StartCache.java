package dev.tradesuite.launcher.startup;

import dev.tradesuite.launcher.host.JavaCommand;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ahead-of-time cache of JEP 483 and 514: classes loaded and linked once, at the first start of a build.
 *
 * <p>The script names the files by the JDK and the build. When there is no cache yet it lets the JVM record; the JVM
 * writes what it recorded when it ends, and a process in the background makes the cache from it, which takes some
 * seconds. A cache that is interrupted in the making is never found, because it is renamed when complete.
 *
 * @param recording file the JVM writes when it ends, {@code <key>.config}
 */
public record StartCache(Path recording) {

    private static final String RECORDING = "-XX:AOTConfiguration=";
    private static final String SUFFIX = ".config";

    /**
     * Waits for the end of the JVM, which closes the pipe it reads from, then makes the cache under another name.
     *
     * <p>Arguments: recording, cache, then the command.
     */
    private static final String SCRIPT =
            """
            trap '' INT HUP TERM
            read -r _
            recording=$1
            cache=$2
            shift 2
            [ -f "$recording" ] && nice -n 10 "$@" && mv "$cache.new" "$cache"
            rm -f "$recording" "$cache.new"
            """;

    /** What this JVM records, if it does. */
    public static Optional<StartCache> ofThisJvm() {
        return JavaCommand.ofThisJvm().options().stream()
                .filter(option -> option.startsWith(RECORDING))
                .map(option -> new StartCache(Path.of(option.substring(RECORDING.length()))))
                .findFirst();
    }

    /** Path of the finished cache. */
    Path cache() {
        return recording.resolveSibling(key() + ".aot");
    }

    /** What the files of this JDK and build are named by. */
    private String key() {
        String name = String.valueOf(recording.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** Makes the cache in the background once this JVM has ended, and deletes those of earlier builds. */
    public void makeAfterExit() throws IOException {
        deleteOthers();
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "suite-cache", recording.toString()));
        words.add(cache().toString());
        words.addAll(JavaCommand.ofThisJvm().makingCache(recording, Path.of(cache() + ".new")));
        new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void deleteOthers() throws IOException {
        Path folder = recording.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!String.valueOf(file.getFileName()).startsWith(key())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
