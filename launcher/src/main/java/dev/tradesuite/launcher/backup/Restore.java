package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.PrivateFiles;
import dev.tradesuite.launcher.home.StagedState;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes the data of a state folder from a backup.
 *
 * <p>It is made beside the data that is there and takes its place when it is whole, so a restore that fails or is
 * killed leaves what was there before. Call it only while no launcher runs on the folder.
 *
 * @param home state folder
 * @param startTimeout how long a server may take to start
 * @param stopTimeout how long it may take to stop
 * @param clock names the folder of the old data
 */
public record Restore(SuiteHome home, Duration startTimeout, Duration stopTimeout, Clock clock) {

    /**
     * What was done.
     *
     * @param manifest what the backup held
     * @param leftOut tables of the backup that no migration of this build makes
     * @param replaced where the data that was there is now
     */
    public record Report(Manifest manifest, List<String> leftOut, Optional<Path> replaced) {

        public Report {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Restores a backup.
     *
     * @param replace whether data that is there may be put aside
     */
    public Report from(Path file, boolean replace) throws Exception {
        try (BackupReader backup = BackupReader.open(file)) {
            StagedState.finish(home);
            if (!replace && hasData()) {
                throw new SuiteException("%s holds data already; --replace puts it aside, in a folder beside it"
                        .formatted(home.folder()));
            }
            StagedState staged = StagedState.begin(home);
            List<String> leftOut;
            boolean whole = false;
            try {
                leftOut = fill(staged.home(), backup);
                whole = true;
            } finally {
                if (!whole) {
                    staged.discard();
                }
            }
            return new Report(backup.manifest(), leftOut, staged.commit(clock.instant()));
        }
    }

    private boolean hasData() throws IOException {
        return Files.exists(home.postgres().resolve("data"))
                || Files.exists(home.kafka().resolve("meta.properties"));
    }

    private List<String> fill(SuiteHome fresh, BackupReader backup) throws Exception {
        Manifest manifest = backup.manifest();
        PrivateFiles.write(fresh.secrets(), text(backup.stream(Manifest.SECRETS)));
        Optional<InputStream> key = backup.find(Manifest.SIGNING_KEY);
        if (key.isPresent()) {
            PrivateFiles.write(fresh.signingKey(), text(key.get()));
        }
        try (DataServers servers = new DataServers(fresh, startTimeout, stopTimeout)) {
            DatabaseAccess database = servers.database();
            Migrations migrations = new Migrations(database);
            manifest.database().schemas().forEach(migrations::asIn);
            List<String> leftOut = new DatabaseLoad(database, backup).run();
            if (manifest.topics() != null && !manifest.topics().isEmpty()) {
                EventRefill.run(servers.events(), backup, manifest.topics());
            }
            return leftOut;
        }
    }

    private static String text(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
