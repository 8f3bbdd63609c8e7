package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Makes schemas by the migrations of this build, outside of the services. */
public final class Migrations {

    private final DatabaseAccess database;

    public Migrations(DatabaseAccess database) {
        this.database = database;
    }

    /** The schemas that migrations have made. */
    public List<String> schemas() throws SQLException {
        try (Connection connection = database.connect()) {
            return DatabaseDump.schemas(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        }
    }

    /**
     * Brings a schema to the newest version of this build.
     *
     * @return how many migrations that took
     * @throws SuiteException when it is newer than this build or a migration fails; a migration that fails leaves
     *     nothing
     */
    public int toNewest(String schema) {
        Flyway flyway = flyway(schema, "latest");
        requireKnown(schema, applied(flyway), flyway);
        return migrate(schema, flyway);
    }

    /** Makes a schema exactly as the migrations of a backup have made it. */
    void asIn(Manifest.Schema schema) {
        if (schema.version().isEmpty()) {
            return;
        }
        Flyway newest = flyway(schema.name(), "latest");
        requireKnown(schema.name(), schema.version().map(MigrationVersion::fromVersion), newest);
        Flyway flyway = flyway(schema.name(), schema.version().get());
        migrate(schema.name(), flyway);
        List<Manifest.Migration> made = Arrays.stream(flyway.info().applied())
                .filter(info -> info.getVersion() != null)
                .map(info -> new Manifest.Migration(info.getVersion().getVersion(), info.getChecksum()))
                .toList();
        if (!made.equals(schema.migrations())) {
            throw new SuiteException(
                    "the schema %s of the backup was made by other migrations than those of this build; restore it with the build that made it"
                            .formatted(schema.name()));
        }
    }

    private static int migrate(String schema, Flyway flyway) {
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new SuiteException(
                    "the schema %s cannot be migrated: %s"
                            .formatted(
                                    schema,
                                    String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ")),
                    e);
        }
    }

    private static void requireKnown(String schema, Optional<MigrationVersion> version, Flyway flyway) {
        Optional<MigrationVersion> known = Arrays.stream(flyway.info().all())
                .filter(info -> info.getState().isResolved() && info.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder());
        if (version.isPresent()
                && known.map(newest -> version.get().compareTo(newest) > 0).orElse(true)) {
            throw new SuiteException(
                    "the schema %s is at version %s, made by a newer build, and this build knows it up to version %s; use that build or a newer one"
                            .formatted(
                                    schema,
                                    version.get(),
                                    known.map(MigrationVersion::toString).orElse("0")));
        }
    }

    private static Optional<MigrationVersion> applied(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(Comparator.naturalOrder());
    }

    private Flyway flyway(String schema, String target) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations("classpath:db/migration/" + schema)
                .target(target)
                .ignoreMigrationPatterns(new String[0])
                .load();
    }
}
