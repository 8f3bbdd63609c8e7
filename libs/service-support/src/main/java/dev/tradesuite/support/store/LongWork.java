package dev.tradesuite.support.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Transactions that may take minutes, such as an import, and so need more time than a request is given. */
public final class LongWork {

    private static final Duration STATEMENT = Duration.ofMinutes(10);

    /** The database gives up first, and says why. */
    private static final Duration ANSWER = STATEMENT.plusMinutes(1);

    private LongWork() {}

    /**
     * Gives every statement of the transaction under way ten minutes. A lock is waited for no longer than ever; the
     * pool takes the connection back as it was.
     */
    public static void allow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = " + STATEMENT.toMillis());
        }
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER.toMillis()));
    }
}
