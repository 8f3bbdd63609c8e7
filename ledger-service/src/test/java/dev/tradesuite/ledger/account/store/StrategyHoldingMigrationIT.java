package dev.tradesuite.ledger.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.SuiteIntegrationTest;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was held before holdings were kept is nobody's. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class StrategyHoldingMigrationIT {

    private static final String SCHEMA = "ledger_of_before";

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(SCHEMA)).update();
    }

    @Test
    void positionsBecomeUnassigned() {
        migration().target("4").load().migrate();
        jdbc.sql(
                        """
                        INSERT INTO ledger_of_before.account (id, name, currency, label, status, initial_balance,
                            realised_pnl, commission_paid, net_cash_flow, sequence, opened_at, updated_at)
                        VALUES ('old', 'Old', 'USD', 'PAPER', 'ACTIVE', 10000, 0, 0, 0, 3, now(), now())
                        """)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO ledger_of_before.position (account_id, symbol, direction, lots, cost, margin,
                            leverage, opened_at, mark_price, mark_source, marked_at, conversion_rate)
                        VALUES ('old', 'EURUSD', 'LONG', 0.4, 0.432, 800, 1, now(), 1.08, 'FILL', now(), 1),
                               ('old', 'GBPUSD', 'SHORT', 0.1, 0.127, 200, 1, now(), 1.27, 'FILL', now(), 1)
                        """)
                .update();

        migration().load().migrate();

        assertThat(jdbc.sql("SELECT * FROM ledger_of_before.strategy_holding ORDER BY symbol")
                        .query((row, _) -> tuple(
                                row.getString("symbol"),
                                row.getString("strategy"),
                                row.getBigDecimal("lots").toPlainString(),
                                row.getBigDecimal("cost").toPlainString()))
                        .list())
                .containsExactly(
                        tuple("EURUSD", "unassigned", "0.4", "0.432"), tuple("GBPUSD", "unassigned", "-0.1", "-0.127"));
    }

    private FluentConfiguration migration() {
        return Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:db/migration/ledger");
    }
}
