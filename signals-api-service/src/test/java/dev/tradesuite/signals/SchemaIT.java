package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuiteIntegrationTest
class SchemaIT {

    @Autowired
    SuiteClient client;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isReadyAsSoonAsItsTablesAre() {
        assertThat(client.get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void theModelsOfTheSuiteAreThereAndTheMonthsAhead() {
        assertThat(jdbc.sql("SELECT strategy_code FROM dim_strategy ORDER BY strategy_id")
                        .query(String.class)
                        .list())
                .containsExactly("RL_PPO", "ML_XGB", "ML_LGBM", "LLM_CLAUDE", "ENSEMBLE");
        assertThat(jdbc.sql(
                                """
                        SELECT count(*) FROM pg_inherits
                        WHERE inhparent IN ('fact_strategy_signals'::regclass, 'fact_equity_curve'::regclass)
                        """)
                        .query(Integer.class)
                        .single())
                // Two of each series behind, this month, two ahead, and the default; more where bars of other months
                // came.
                .isGreaterThanOrEqualTo(12);
        assertThat(jdbc.sql("SELECT count(*) FROM vw_portfolio_summary WHERE symbol = 'NZDUSD'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
