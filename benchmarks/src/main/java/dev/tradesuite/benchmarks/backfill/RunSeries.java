package dev.tradesuite.benchmarks.backfill;

import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A table of signals or equity points, and one of the same columns, keys and checks in the schema of the programs.
 *
 * @param name of both tables
 * @param columns that are written, with commas between; the database makes the others itself
 */
record RunSeries(String name, String columns) {

    private static final String SCHEMA = "dw.";

    /** A table of the suite. */
    static RunSeries of(Connection connection, String name) throws SQLException {
        String columns =
                """
                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                  and attgenerated = '' and attidentity = ''
                """
                        .formatted(SCHEMA + name);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(columns)) {
            row.next();
            return new RunSeries(name, row.getString(1));
        }
    }

    /** Makes the table of the same shape, in one piece where the suite's has partitions. */
    String creation() {
        return "create table %s (like %s including all)".formatted(target(), SCHEMA + name);
    }

    String truncation() {
        return "truncate " + target();
    }

    /** Reads the rows of a run in the order in which the suite writes them. */
    String copyOut(long run, BarStretchTimes bars) {
        return """
                copy (select %s from %s where run_id = %d and timestamp_utc between '%s' and '%s'
                      order by timestamp_utc, strategy_id) to stdout
                """
                .formatted(columns, SCHEMA + name, run, bars.first(), bars.last());
    }

    String copyIn() {
        return "copy %s (%s) from stdin".formatted(target(), columns);
    }

    private String target() {
        return SuiteDatabase.SCHEMA + "." + name;
    }
}
