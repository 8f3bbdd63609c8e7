package dev.tradesuite.launcher.startup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Marks the built jars as in use, so that the script does not build new ones under a running suite.
 *
 * <p>The mark is a file {@code in-use.<pid>} beside {@code launcher.jar}; one of a dead process means nothing.
 */
public final class JarsInUse {

    private static final String LAUNCHER = "launcher.jar";

    private JarsInUse() {}

    /** Sets the mark until this JVM ends. A folder that cannot be written is never built into either. */
    public static void mark() {
        String first = System.getProperty("java.class.path").split(File.pathSeparator, 2)[0];
        Path jar = Path.of(first);
        if (!jar.endsWith(LAUNCHER)) {
            return;
        }
        try {
            Path mark = Files.writeString(
                    jar.resolveSibling("in-use." + ProcessHandle.current().pid()), "");
            mark.toFile().deleteOnExit();
        } catch (IOException _) {
            // Read-only: nobody can replace the jars.
        }
    }
}
