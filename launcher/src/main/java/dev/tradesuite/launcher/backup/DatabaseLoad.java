package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Fills a database whose tables the migrations have just made. All of it is one transaction. */
final class DatabaseLoad {

    private final DatabaseAccess database;
    private final BackupReader backup;
    private final Manifest.Content content;

    DatabaseLoad(DatabaseAccess database, BackupReader backup) {
        this.database = database;
        this.backup = backup;
        this.content = backup.manifest().database();
    }

    /**
     * Fills it.
     *
     * @return tables of the backup that no migration has made, and that are left out
     */
    List<String> run() throws SQLException, IOException {
        makePartitions();
        try (Connection connection = database.connectAsAdmin()) {
            connection.setAutoCommit(false);
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            List<Manifest.Table> tables = content.tables().stream()
                    .filter(table -> exists(sql, table.schema(), table.name()))
                    .toList();
            // The rows held together when they were read, so their order need not follow the references among them.
            sql.sql("SET LOCAL session_replication_role = replica").update();
            empty(sql, tables);
            for (Manifest.Table table : tables) {
                fill(connection, table);
            }
            for (Manifest.Sequence sequence : content.sequences()) {
                if (!exists(sql, sequence.schema(), sequence.name())) {
                    continue;
                }
                var _ = sql.sql("SELECT setval(format('%I.%I', :schema::text, :name::text)::regclass, :value)")
                        .param("schema", sequence.schema())
                        .param("name", sequence.name())
                        .param("value", sequence.lastValue())
                        .query(Long.class)
                        .single();
            }
            connection.commit();
            connection.setAutoCommit(true);
            sql.sql("ANALYZE").update();
            return content.tables().stream()
                    .filter(table -> !tables.contains(table))
                    .map(DatabaseLoad::name)
                    .toList();
        }
    }

    private static boolean exists(JdbcClient sql, String schema, String name) {
        return sql.sql("SELECT to_regclass(format('%I.%I', :schema::text, :name::text)) IS NOT NULL")
                .param("schema", schema)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** The services make some partitions as time goes on. */
    private void makePartitions() throws SQLException {
        try (Connection connection = database.connect()) {
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (Manifest.Partition partition : content.partitions()) {
                if (!exists(sql, partition.schema(), partition.parent())) {
                    continue;
                }
                sql.sql("CREATE TABLE IF NOT EXISTS \"%s\".\"%s\" PARTITION OF \"%s\".\"%s\" %s"
                                .formatted(
                                        partition.schema(),
                                        partition.name(),
                                        partition.schema(),
                                        partition.parent(),
                                        partition.bound()))
                        .update();
            }
        }
    }

    /** A migration may have written rows; they are in the backup as they became. */
    private static void empty(JdbcClient sql, List<Manifest.Table> tables) {
        if (!tables.isEmpty()) {
            sql.sql("TRUNCATE " + tables.stream().map(DatabaseLoad::name).collect(Collectors.joining(", ")))
                    .update();
        }
    }

    private void fill(Connection connection, Manifest.Table table) throws SQLException, IOException {
        try (InputStream rows = backup.stream(table.file())) {
            long written = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s (%s) FROM STDIN".formatted(name(table), table.columns()), rows);
            if (written != table.rows()) {
                throw new SuiteException("%s has %d rows in the backup, and %d were read; use another backup"
                        .formatted(name(table), table.rows(), written));
            }
        }
    }

    private static String name(Manifest.Table table) {
        return "\"%s\".\"%s\"".formatted(table.schema(), table.name());
    }
}
