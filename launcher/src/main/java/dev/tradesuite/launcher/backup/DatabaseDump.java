package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database as it was at one moment: every table is read in one transaction, while the services go on.
 *
 * <p>The programs that come with the server have no {@code pg_dump}. What is needed of it is little, because the
 * migrations make the tables: rows, partitions, and where the sequences stand.
 */
final class DatabaseDump implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient sql;
    private final List<String> schemas;

    private DatabaseDump(Connection connection) {
        this.connection = connection;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        // The first question fixes the moment.
        this.schemas = schemas(sql);
    }

    /** Fixes the moment. */
    static DatabaseDump begin(DatabaseAccess database) throws SQLException {
        Connection connection = database.connect();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return new DatabaseDump(connection);
    }

    /** The schemas that migrations have made. */
    static List<String> schemas(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relname = 'flyway_schema_history' ORDER BY 1
                        """)
                .query(String.class)
                .list();
    }

    /** Writes every table to the backup and says what there was. */
    Manifest.Content writeTo(BackupWriter backup) throws Exception {
        List<Manifest.Table> written = new ArrayList<>();
        for (Manifest.Table table : tables()) {
            written.add(rows(table, backup));
        }
        return new Manifest.Content(
                schemas.stream()
                        .map(name -> new Manifest.Schema(name, migrations(name)))
                        .toList(),
                partitions(),
                written,
                sequences());
    }

    private Manifest.Table rows(Manifest.Table table, BackupWriter backup) throws Exception {
        long[] rows = new long[1];
        backup.add(
                table.file(),
                out -> rows[0] = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "COPY (SELECT %s FROM \"%s\".\"%s\") TO STDOUT"
                                        .formatted(table.columns(), table.schema(), table.name()),
                                out));
        return new Manifest.Table(table.schema(), table.name(), table.columns(), rows[0], table.file());
    }

    private List<Manifest.Migration> migrations(String schema) {
        return sql.sql(
                        """
                        SELECT version, checksum FROM "%s".flyway_schema_history
                        WHERE version IS NOT NULL AND success ORDER BY installed_rank
                        """
                                .formatted(schema))
                .query((row, _) ->
                        new Manifest.Migration(row.getString("version"), row.getObject("checksum", Integer.class)))
                .list();
    }

    /** Columns that are computed from others are left out: they cannot be written. */
    private List<Manifest.Table> tables() {
        return sql.sql(
                        """
                        SELECT n.nspname AS schema, c.relname AS name,
                            (SELECT string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum) FROM pg_attribute a
                             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                            ) AS columns
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname IN (:schemas) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                          AND c.relname <> 'flyway_schema_history'
                        ORDER BY 1, 2
                        """)
                .param("schemas", named())
                .query((row, _) -> new Manifest.Table(
                        row.getString("schema"),
                        row.getString("name"),
                        row.getString("columns"),
                        0,
                        "tables/%s/%s.copy".formatted(row.getString("schema"), row.getString("name"))))
                .list();
    }

    private List<Manifest.Partition> partitions() {
        return sql.sql(
                        """
                        SELECT n.nspname AS schema, c.relname AS name, p.relname AS parent,
                            pg_get_expr(c.relpartbound, c.oid) AS bound
                        FROM pg_class c
                            JOIN pg_namespace n ON n.oid = c.relnamespace
                            JOIN pg_inherits i ON i.inhrelid = c.oid
                            JOIN pg_class p ON p.oid = i.inhparent
                        WHERE n.nspname IN (:schemas) AND c.relispartition AND c.relkind = 'r'
                        ORDER BY 1, 2
                        """)
                .param("schemas", named())
                .query((row, _) -> new Manifest.Partition(
                        row.getString("schema"),
                        row.getString("name"),
                        row.getString("parent"),
                        row.getString("bound")))
                .list();
    }

    private List<Manifest.Sequence> sequences() {
        return sql.sql(
                        """
                        SELECT schemaname, sequencename, last_value FROM pg_sequences
                        WHERE schemaname IN (:schemas) AND last_value IS NOT NULL ORDER BY 1, 2
                        """)
                .param("schemas", named())
                .query((row, _) -> new Manifest.Sequence(
                        row.getString("schemaname"), row.getString("sequencename"), row.getLong("last_value")))
                .list();
    }

    /** An empty list is no list in SQL. */
    private List<String> named() {
        return schemas.isEmpty() ? List.of("") : schemas;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
