package dev.tradesuite.launcher.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Stops the server of a data folder.
 *
 * @param programs programs of the server
 * @param data its data folder
 * @param timeout how long each attempt may take
 */
record ServerStop(Programs programs, Path data, Duration timeout) {

    /** Disconnects the clients and writes everything to the disk; when that takes too long, the log is enough. */
    void stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> server = ServerProcess.of(data);
        if (server.isEmpty()) {
            return;
        }
        if (pgCtl("fast") != 0 && pgCtl("immediate") != 0) {
            server.get().destroyForcibly();
        }
    }

    private int pgCtl(String mode) throws IOException, InterruptedException {
        return programs.run(
                "pg_ctl", "stop", "--wait", "--timeout=" + timeout.toSeconds(), "--mode=" + mode, "--pgdata=" + data);
    }
}
