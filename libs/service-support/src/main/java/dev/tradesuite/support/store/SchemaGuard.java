package dev.tradesuite.support.store;

import dev.tradesuite.support.boot.ConfigMistake;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Brings the schema of a service to the version of its build, and keeps a build away from a schema it does not know.
 *
 * <p>An older build on a newer schema would write rows without what the newer one relies on, so it does not start.
 */
final class SchemaGuard implements FlywayMigrationStrategy {

    private static final String WAY_OUT =
            "Start that build or a newer one again, or put the data back as it was: restore the backup that was made"
                    + " before the upgrade (./suite restore FILE --replace).";

    @Override
    public void migrate(Flyway flyway) {
        requireKnown(flyway);
        try {
            // Validates first, so a migration another instance applies just now is not overlooked either.
            flyway.migrate();
        } catch (FlywayValidateException e) {
            requireKnown(flyway);
            throw new ConfigMistake(
                    "The schema %s was not made by the migrations of this build: %s"
                            .formatted(schema(flyway), inOneLine(String.valueOf(e.getMessage()))),
                    "A released migration is never changed. " + WAY_OUT);
        }
    }

    private static void requireKnown(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        Optional<MigrationVersion> known = newest(all, info -> info.getState().isResolved());
        Optional<MigrationVersion> applied = newest(all, info -> info.getState().isApplied());
        if (applied.isPresent()
                && known.map(version -> applied.get().compareTo(version) > 0).orElse(true)) {
            throw new ConfigMistake(
                    "The schema %s is at version %s, made by a newer build; this build knows it up to version %s"
                            .formatted(
                                    schema(flyway),
                                    applied.get(),
                                    known.map(MigrationVersion::toString).orElse("0")),
                    WAY_OUT);
        }
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] all, Predicate<MigrationInfo> which) {
        return Arrays.stream(all)
                .filter(info -> info.getVersion() != null)
                .filter(which)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder());
    }

    private static String schema(Flyway flyway) {
        return flyway.getConfiguration().getDefaultSchema();
    }

    private static String inOneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
