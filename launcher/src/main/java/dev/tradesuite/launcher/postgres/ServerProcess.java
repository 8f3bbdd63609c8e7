package dev.tradesuite.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the server that runs on a data folder, by the file it keeps there. */
final class ServerProcess {

    private static final String PID_FILE = "postmaster.pid";

    private ServerProcess() {}

    /** The live server of the folder. */
    static Optional<ProcessHandle> of(Path data) throws IOException {
        return recorded(data).filter(ServerProcess::isServer);
    }

    /**
     * Removes the file of a server that is gone, when its number now belongs to another program.
     *
     * <p>The server itself removes the file of a dead process, but refuses to start when the process is alive, whatever
     * it is.
     */
    static void forgetStranger(Path data) throws IOException {
        if (recorded(data).filter(process -> !isServer(process)).isPresent()) {
            Files.deleteIfExists(data.resolve(PID_FILE));
        }
    }

    private static Optional<ProcessHandle> recorded(Path data) throws IOException {
        try {
            return Files.readString(data.resolve(PID_FILE))
                    .lines()
                    .findFirst()
                    .map(line -> Long.valueOf(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(false);
    }
}
