package dev.tradesuite.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource({
        "08006, AWAY",
        "08001, AWAY",
        "57P01, AWAY",
        "57P03, AWAY",
        "53300, AWAY",
        "58030, AWAY",
        "25006, AWAY",
        "53100, FULL",
        "57014, BUSY",
        "55P03, BUSY",
        "40001, BUSY",
        "40P01, BUSY",
        "25P03, BUSY"
    })
    void readsWhatPostgresSays(String state, DatabaseFailure expected) {
        assertThat(DatabaseFailure.of(
                        new IllegalStateException(new DataAccessResourceFailureException("x", sql(state)))))
                .hasValue(expected);
    }

    @Test
    void poolWithoutAConnectionInTimeIsADatabaseThatIsAway() {
        assertThat(DatabaseFailure.of(new SQLTransientConnectionException("timed out")))
                .hasValue(DatabaseFailure.AWAY);
    }

    /** The rollback after it hides what broke: Hibernate says "Unable to rollback", and the pool that it is closed. */
    @Test
    void connectionThatBrokeInATransactionIsADatabaseThatIsAway() {
        assertThat(DatabaseFailure.of(new IllegalStateException(
                        "Unable to rollback against JDBC Connection", new SQLException("Connection is closed"))))
                .hasValue(DatabaseFailure.AWAY);
    }

    @ParameterizedTest
    @CsvSource({"23505", "22003", "42P01", "P0001", "''"})
    void whatIsWrongWithTheRequestIsNoFailureOfTheDatabase(String state) {
        assertThat(DatabaseFailure.of(sql(state))).isEmpty();
    }

    @Test
    void failureThatIsNotOfTheDatabaseIsNone() {
        assertThat(DatabaseFailure.of(new IllegalStateException("x"))).isEmpty();
        assertThat(DatabaseFailure.of(new SQLException("x"))).isEmpty();
    }

    private static SQLException sql(String state) {
        return new SQLException("x", state);
    }
}
