package dev.tradesuite.launcher.postgres;

import dev.tradesuite.launcher.home.SuiteHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The server of a run that was killed. Its watchdog normally stops it; this is for when both were killed. */
public final class LeftOverServer {

    private LeftOverServer() {}

    /**
     * Stops the server that still runs on the data of the state folder.
     *
     * @return whether there was one
     */
    public static boolean stop(SuiteHome home, Duration timeout) throws IOException, InterruptedException {
        Path data = new Cluster(home.postgres()).data();
        ServerProcess.forgetStranger(data);
        Optional<ProcessHandle> server = ServerProcess.of(data);
        if (server.isEmpty()) {
            return false;
        }
        Programs programs = new Programs(
                OsAccount.forFolder(home.postgres()),
                PostgresBinaries.unpackedBelow(home.postgres()),
                home.log(PostgresPart.NAME));
        new ServerStop(programs, data, timeout).stop();
        return true;
    }
}
