package dev.tradesuite.launcher.postgres;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the suite and the role that owns it. The services make their schemas in it themselves. */
public final class DatabaseSetup {

    /** Name of the database and of its owner. */
    public static final String NAME = "suite";

    private final int port;
    private final Secrets secrets;

    DatabaseSetup(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** Makes role and database unless they exist, and gives the role the password of the secrets file. */
    void createIfMissing() {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
        try (Connection admin = DriverManager.getConnection(url, Cluster.ADMIN, secrets.get(Secret.POSTGRES_ADMIN));
                Statement statement = admin.createStatement()) {
            if (!exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
                statement.execute("CREATE ROLE %s LOGIN".formatted(NAME));
            }
            statement.execute("ALTER ROLE %s PASSWORD %s"
                    .formatted(NAME, statement.enquoteLiteral(secrets.get(Secret.POSTGRES_SUITE))));
            if (!exists(admin, "SELECT 1 FROM pg_database WHERE datname = ?")) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, NAME));
            }
        } catch (SQLException e) {
            throw new SuiteException(
                    "postgresql refuses the suite's own administrator (%s); secrets.properties and the data folder do not belong together, restore the file that was there when the data was made"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
