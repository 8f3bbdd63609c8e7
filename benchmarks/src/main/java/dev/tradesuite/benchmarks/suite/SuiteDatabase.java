package dev.tradesuite.benchmarks.suite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The suite's PostgreSQL. The programs work in the schema {@value #SCHEMA} of their own and drop it at the end. */
public final class SuiteDatabase implements AutoCloseable {

    /** Schema of the programs. */
    public static final String SCHEMA = "benchmark";

    private static final String USER = "suite";

    private final String url;
    private final String password;

    SuiteDatabase(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, USER, password);
    }

    /** A pool whose commits wait for the disk. */
    public HikariDataSource durablePool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(USER);
        config.setPassword(password);
        config.setMaximumPoolSize(10);
        config.setConnectionInitSql("set synchronous_commit = on");
        return new HikariDataSource(config);
    }

    /** Makes the schema anew and runs the statements that fill it. */
    public void prepare(String... statements) throws SQLException {
        run("drop schema if exists " + SCHEMA + " cascade", "create schema " + SCHEMA);
        run(statements);
    }

    /** Runs statements, each a transaction of its own. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    /** Drops the schema. */
    @Override
    public void close() throws SQLException {
        run("drop schema if exists " + SCHEMA + " cascade");
    }
}
