package dev.tradesuite.benchmarks.suite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The baseline of what is computed from daily returns: one statement that reads the same returns. */
public final class ReturnReads {

    private static final String READ =
            """
            SELECT strategy, day, value
            FROM portfolio.daily_return
            WHERE strategy LIKE ? AND label = ? AND day > current_date - 366
            ORDER BY strategy, day
            """;

    private final String strategies;
    private final String label;
    private final int rows;

    /**
     * Reads of these returns.
     *
     * @param strategies pattern of their codes, such as {@code BENCH-C-%}
     * @param label of the returns
     * @param rows how many there are
     */
    public ReturnReads(String strategies, String label, int rows) {
        this.strategies = strategies;
        this.label = label;
        this.rows = rows;
    }

    /** Reads all of them, and returns how many nanoseconds that took. */
    public long time(Connection connection) throws SQLException {
        long start = System.nanoTime();
        int count = 0;
        double sum = 0;
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, strategies);
            statement.setString(2, label);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    count++;
                    sum += found.getString(1).length()
                            + found.getObject(2, LocalDate.class).getDayOfYear()
                            + found.getDouble(3);
                }
            }
        }
        long nanos = System.nanoTime() - start;
        if (count != rows || Double.isNaN(sum)) {
            throw new IllegalStateException("SQL reads %d returns".formatted(count));
        }
        return nanos;
    }
}
