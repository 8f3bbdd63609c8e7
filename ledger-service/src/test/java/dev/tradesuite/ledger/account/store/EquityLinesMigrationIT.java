package dev.tradesuite.ledger.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Equity points from before there were lines become lines, with the growth of the money that was there. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class EquityLinesMigrationIT {

    private static final String SCHEMA = "ledger_of_before_lines";

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(SCHEMA)).update();
    }

    /** 100 become 110, 50 are paid in, 160 become 144: x 1.1 and x 0.9. Then all is lost, and cash paid in anew. */
    @Test
    void pointsBecomeLines() {
        migration().target("5").load().migrate();
        jdbc.sql(
                        """
                        INSERT INTO ledger_of_before_lines.account (id, name, currency, label, status, initial_balance,
                            realised_pnl, commission_paid, net_cash_flow, sequence, opened_at, updated_at)
                        VALUES ('old', 'Old', 'USD', 'PAPER', 'ACTIVE', 100, 0, 0, 0, 3, now(), now())
                        """)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO ledger_of_before_lines.account_equity (account_id, sequence, at, cause, label,
                            balance, net_cash_flow, floating_pnl, margin_used, equity_at)
                        VALUES ('old', 1, '2026-03-02T10:00:00Z', 'OPENED', 'PAPER', 100, 0, 0, 0, now()),
                               ('old', 2, '2026-03-02T10:01:00Z', 'MARK', 'PAPER', 100, 0, 10, 0, now()),
                               ('old', 4, '2026-03-02T10:06:00Z', 'CASH_FLOW', 'PAPER', 150, 50, 10, 0, now()),
                               ('old', 5, '2026-03-02T11:01:00Z', 'MARK', 'PAPER', 150, 50, -6, 0, now()),
                               ('old', 6, '2026-03-03T10:01:00Z', 'MARK', 'PAPER', 150, 50, -150, 0, now()),
                               ('old', 7, '2026-03-03T10:02:00Z', 'CASH_FLOW', 'PAPER', 250, 150, -150, 0, now())
                        """)
                .update();

        migration().load().migrate();

        assertThat(growth("account_equity_5m")).hasSize(4);
        assertGrowth(growth("account_equity_5m"), 1.1, 1.1, 0.99, Double.NaN);
        assertGrowth(growth("account_equity_1h"), 1.1, 0.99, Double.NaN);
        assertGrowth(growth("account_equity_1d"), 0.99, Double.NaN);
    }

    private static void assertGrowth(List<Double> found, double... expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(found.get(i)).isNaN();
            } else {
                assertThat(found.get(i)).isCloseTo(expected[i], within(1e-12));
            }
        }
    }

    /** NaN stands for none. */
    private List<Double> growth(String table) {
        return jdbc.sql("SELECT coalesce(growth, 'NaN') FROM %s.%s ORDER BY bucket".formatted(SCHEMA, table))
                .query(Double.class)
                .list();
    }

    private FluentConfiguration migration() {
        return Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:db/migration/ledger");
    }
}
