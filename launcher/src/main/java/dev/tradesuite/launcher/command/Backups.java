package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.assembly.LeftOvers;
import dev.tradesuite.launcher.backup.Backup;
import dev.tradesuite.launcher.backup.DataServers;
import dev.tradesuite.launcher.backup.Manifest;
import dev.tradesuite.launcher.home.PrivateFiles;
import dev.tradesuite.launcher.home.RunLock;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.kafka.KafkaPart;
import dev.tradesuite.launcher.log.LogOptions;
import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import dev.tradesuite.launcher.postgres.PostgresPart;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a backup of a suite that runs, or of one that does not. */
final class Backups {

    private static final String FOLDER = "backups";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final SettingsOptions options;
    private final PrintWriter out;
    private final Clock clock = Clock.systemUTC();

    Backups(SettingsOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Writes a backup and says so.
     *
     * @param file where to; absent for a name of its own
     * @param purpose part of that name
     * @return the file
     */
    Path write(@Nullable Path file, String purpose, boolean withEvents) throws Exception {
        SuiteSettings settings = options.settings();
        SuiteHome home = new SuiteHome(settings.state());
        requireData(home);
        Path target = file == null ? ownName(purpose) : file.toAbsolutePath().normalize();
        Optional<RunState> running = options.running();
        Manifest manifest = running.isPresent()
                ? ofRunning(running.get(), home, target, withEvents)
                : ofStopped(settings, home, target, withEvents);
        out.printf(
                "Written: %s, %d rows of %d tables, %s, %d bytes.%n",
                target,
                manifest.rows(),
                manifest.tables(),
                withEvents ? manifest.events() + " events" : "no events",
                Files.size(target));
        out.flush();
        return target;
    }

    static boolean hasData(SuiteHome home) {
        return Files.exists(home.postgres().resolve("data"));
    }

    private static void requireData(SuiteHome home) {
        if (!hasData(home)) {
            throw new SuiteException(
                    "there is nothing to back up: no suite was ever started on %s".formatted(home.folder()));
        }
    }

    private Path ownName(String purpose) throws IOException {
        Path folder = SettingsOptions.root().resolve(FOLDER);
        PrivateFiles.createFolder(folder);
        return folder.resolve("suite-%s%s.zip".formatted(TIME.format(clock.instant()), purpose));
    }

    private Manifest ofRunning(RunState state, SuiteHome home, Path target, boolean withEvents) throws Exception {
        Secrets secrets = Secrets.loadOrCreate(home.secrets());
        DatabaseAccess database = new DatabaseAccess(Tokens.address(state, PostgresPart.NAME), secrets);
        KafkaAccess kafka = withEvents ? KafkaAccess.of(Tokens.address(state, KafkaPart.NAME), secrets) : null;
        return new Backup(home, database, kafka, SuiteVersion.text(), clock).writeTo(target);
    }

    private Manifest ofStopped(SuiteSettings settings, SuiteHome home, Path target, boolean withEvents)
            throws Exception {
        home.prepare();
        try (RunLock _ = options.lock(home)) {
            LeftOvers.end(home, settings.stopTimeout());
            PartLogs.writeTo(home.logs(), LogOptions.of(settings.everyProperty()));
            try (DataServers servers = new DataServers(home, settings.startTimeout(), settings.stopTimeout())) {
                DatabaseAccess database = servers.database();
                return new Backup(home, database, withEvents ? servers.events() : null, SuiteVersion.text(), clock)
                        .writeTo(target);
            }
        }
    }
}
