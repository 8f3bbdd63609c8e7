package dev.tradesuite.launcher.postgres;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Stops the server when this JVM ends without having done so, even when it is killed.
 *
 * <p>A small shell reads from a pipe whose other end is this JVM. When the JVM is gone the pipe ends, and the shell
 * asks the server for a fast shutdown. It ignores Ctrl-C, which a terminal sends to it as well.
 */
final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = "trap '' INT TERM HUP; read -r _ || kill -INT \"$1\"";

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog over(ProcessHandle server) throws IOException {
        return new Watchdog(new ProcessBuilder("sh", "-c", SCRIPT, "suite-watchdog", Long.toString(server.pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Sends the shell away; the server is left alone. */
    @Override
    public void close() throws IOException {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write('\n');
        } catch (IOException e) {
            if (shell.isAlive()) {
                throw e;
            }
        }
    }
}
