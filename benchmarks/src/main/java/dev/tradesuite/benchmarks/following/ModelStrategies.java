package dev.tradesuite.benchmarks.following;

import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Registers strategies on models and gives them capital, as a lifecycle and a rebalancing would have. */
final class ModelStrategies {

    private static final String REGISTER =
            """
            INSERT INTO portfolio.strategy (code, name, source, state, registered_at)
            VALUES (?, 'Benchmark', ?, 'PAPER', now())
            ON CONFLICT DO NOTHING
            """;

    private static final String GIVE =
            """
            INSERT INTO portfolio.strategy_allocation (account_id, strategy, capital, weight, since, version)
            VALUES (?, ?, ?, 0.01, now(), 1)
            ON CONFLICT DO NOTHING
            """;

    private static final String TAKE =
            "DELETE FROM portfolio.strategy_allocation WHERE account_id = ? AND strategy = ?";
    private static final String RETIRE = "UPDATE portfolio.strategy SET state = 'RETIRED' WHERE code = ?";

    private final SuiteDatabase database;

    ModelStrategies(SuiteDatabase database) {
        this.database = database;
    }

    /** Registers strategies as they come to paper, each with this capital. */
    void add(List<FollowedModel> strategies, BigDecimal capital) throws SQLException {
        try (Connection connection = database.connect()) {
            for (FollowedModel strategy : strategies) {
                run(connection, REGISTER, strategy.code(), strategy.source());
                run(connection, GIVE, strategy.account(), strategy.code(), capital);
            }
        }
    }

    /** Takes their capital and retires them; a strategy is never deleted. */
    void retire(List<FollowedModel> strategies) throws SQLException {
        try (Connection connection = database.connect()) {
            for (FollowedModel strategy : strategies) {
                run(connection, TAKE, strategy.account(), strategy.code());
                run(connection, RETIRE, strategy.code());
            }
        }
    }

    private static void run(Connection connection, String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
