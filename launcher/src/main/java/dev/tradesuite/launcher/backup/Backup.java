package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes everything a suite keeps to one file, as it was at one moment.
 *
 * <p>That moment is the same for database and Kafka: while it is chosen, for some milliseconds, nobody can publish an
 * event, and none that was sent leaves the outbox. So every event of what the tables show is in an outbox or in Kafka,
 * and Kafka holds none of what they do not show.
 *
 * @param home state folder of the suite
 * @param database its database, which runs
 * @param kafka its Kafka, which runs; absent to leave events out
 * @param build version of this build
 * @param clock tells the moment
 */
public record Backup(SuiteHome home, DatabaseAccess database, @Nullable KafkaAccess kafka, String build, Clock clock) {

    private static final int ATTEMPTS = 10;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Writes the file, which must not exist, and says what is in it. */
    public Manifest writeTo(Path file) throws Exception {
        try (BackupWriter backup = BackupWriter.begin(file);
                Moment moment = moment()) {
            Manifest.Content content = moment.dump().writeTo(backup);
            List<Manifest.Topic> topics = kafka == null || moment.tail() == null
                    ? null
                    : moment.tail().writeTo(backup, kafka);
            backup.add(Manifest.SECRETS, out -> Files.copy(home.secrets(), out));
            if (Files.exists(home.signingKey())) {
                backup.add(Manifest.SIGNING_KEY, out -> Files.copy(home.signingKey(), out));
            }
            Manifest manifest = new Manifest(Manifest.FORMAT, moment.at(), build, content, topics, backup.entries());
            backup.finish(manifest);
            return manifest;
        }
    }

    /** The chosen moment: the tables as they were then, and how far Kafka was. */
    private record Moment(Instant at, DatabaseDump dump, @Nullable EventTail tail) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            dump.close();
        }
    }

    /** Tries again when a long transaction holds an outbox: nobody should have to wait for a backup. */
    private Moment moment() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Connection pause = database.connect()) {
                pause.setAutoCommit(false);
                holdOutboxes(pause);
                EventTail tail = kafka == null ? null : EventTail.now(kafka);
                Instant now = clock.instant();
                return new Moment(now, DatabaseDump.begin(database), tail);
            } catch (org.springframework.dao.DataAccessException e) {
                if (!isBusy(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new SuiteException("the suite is too busy for a backup just now; try again", e);
                }
            }
        }
    }

    private static boolean isBusy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static void holdOutboxes(Connection pause) {
        JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(pause, true));
        List<String> outboxes = sql.sql(
                        """
                        SELECT format('%I.%I', n.nspname, c.relname)
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relname = 'event_publication' AND c.relkind = 'r' ORDER BY 1
                        """)
                .query(String.class)
                .list();
        if (!outboxes.isEmpty()) {
            sql.sql("SET LOCAL lock_timeout = '500ms'").update();
            sql.sql(outboxes.stream().collect(Collectors.joining(", ", "LOCK TABLE ", " IN SHARE MODE")))
                    .update();
        }
    }
}
