package dev.tradesuite.launcher.postgres;

import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The way to the database of a server that runs.
 *
 * @param url JDBC URL of the database
 * @param secrets passwords of the installation
 */
public record DatabaseAccess(String url, Secrets secrets) {

    /** A connection of the role that owns the database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, DatabaseSetup.NAME, password());
    }

    /** A connection of the server's administrator. */
    public Connection connectAsAdmin() throws SQLException {
        return DriverManager.getConnection(url, Cluster.ADMIN, secrets.get(Secret.POSTGRES_ADMIN));
    }

    /** Name of the role that owns the database. */
    public String user() {
        return DatabaseSetup.NAME;
    }

    /** Its password. */
    public String password() {
        return secrets.get(Secret.POSTGRES_SUITE);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return url;
    }
}
