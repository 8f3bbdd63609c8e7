package dev.tradesuite.support.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/**
 * Why the database did not do what it was asked, where that says nothing about the request: the same request may
 * succeed later.
 *
 * <p>Reads the SQLSTATE; the classes are those of the PostgreSQL manual, appendix A.
 */
public enum DatabaseFailure {
    AWAY("The database does not answer"),
    FULL("The disk of the database is full"),
    BUSY("The database did not get to it in time");

    /** Its disk is full; class 53 has other shortages as well. */
    private static final String DISK_FULL = "53100";

    /** A time-out, a lock that was not to be had, a deadlock, a transaction to be repeated. */
    private static final Set<String> LATER = Set.of("57014", "55P03", "25P03", "25P04", "40001", "40P01");

    /** A standby, which takes no writes: the primary is gone. */
    private static final String READ_ONLY = "25006";

    /** Connections, resources, an operator's intervention, the system. */
    private static final Set<String> GONE = Set.of("08", "53", "57", "58");

    /** What the pool says of a connection that broke on the way, without a SQLSTATE. */
    private static final String CLOSED = "Connection is closed";

    private final String sentence;

    DatabaseFailure(String sentence) {
        this.sentence = sentence;
    }

    /** What a person is told. */
    public String sentence() {
        return sentence;
    }

    /** What the failure comes from; empty when the database did answer, or was not asked. */
    public static Optional<DatabaseFailure> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
        }
        return Optional.empty();
    }

    private static Optional<DatabaseFailure> of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals(DISK_FULL)) {
            return Optional.of(FULL);
        }
        if (LATER.contains(state)) {
            return Optional.of(BUSY);
        }
        boolean gone = state.equals(READ_ONLY)
                || (state.isEmpty() && CLOSED.equals(failure.getMessage()))
                || (state.length() == 5 && GONE.contains(state.substring(0, 2)))
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException;
        return gone ? Optional.of(AWAY) : Optional.empty();
    }
}
