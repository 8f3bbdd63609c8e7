package dev.tradesuite.launcher.postgres;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data folder of the server: made once, then kept.
 *
 * @param parent folder that holds it
 */
record Cluster(Path parent) {

    static final String ADMIN = "postgres";

    private static final String OWN_SETTINGS = "suite.conf";
    private static final String SERVER_VERSION = "18";

    Path data() {
        return parent.resolve("data");
    }

    /**
     * Makes the data folder unless it exists.
     *
     * <p>It is made under another name and renamed when complete, so a start that was cut short leaves nothing half
     * done. Connections need a password even on loopback, because every account of the machine can reach loopback.
     */
    void createIfMissing(Programs programs, String adminPassword) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            requireVersion();
            return;
        }
        Path fresh = parent.resolve("data.new");
        deleteTree(fresh);
        Path password = Files.createTempFile(
                parent,
                "admin-",
                ".pw",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, adminPassword + "\n");
            programs.account().own(parent);
            int exit = programs.run(
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=" + ADMIN,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            if (exit != 0) {
                throw new IOException("initdb ended with %d".formatted(exit));
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.writeString(
                fresh.resolve("postgresql.conf"),
                "\ninclude_if_exists = '%s'\n".formatted(OWN_SETTINGS),
                StandardOpenOption.APPEND);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireVersion() throws IOException {
        String version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!version.equals(SERVER_VERSION)) {
            throw new SuiteException(
                    "%s was made by PostgreSQL %s, and this suite runs %s; dump it with the suite that made it, or move it away to begin with empty books"
                            .formatted(data(), version, SERVER_VERSION));
        }
    }

    /** Writes what the suite wants of the server; the server reads it when it starts. */
    void configure(int port) throws IOException {
        Files.writeString(data().resolve(OWN_SETTINGS), String.join("\n", settings(port)) + "\n");
    }

    private static List<String> settings(int port) {
        return List.of(
                "# Written at every start; own settings belong into postgresql.auto.conf.",
                "listen_addresses = '127.0.0.1'",
                "unix_socket_directories = ''",
                "port = " + port,
                "max_connections = 200",
                // Books: a commit that was answered must survive a power failure.
                "fsync = on",
                "synchronous_commit = on",
                "full_page_writes = on",
                "shared_buffers = 128MB",
                "max_wal_size = 512MB",
                // The queries are short; compiling them costs more than it saves.
                "jit = off",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                "log_checkpoints = off");
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
