package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The time series as hypertables. */
class HypertablesIT extends BookedModelsIT {

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void hypertablesTakeEveryRowWithItsKeyAndItsNumber() {
        // TimescaleDB is not here: a function of the same name stands in and records how it was called.
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("CREATE SCHEMA fake_timescale").update();
            jdbc.sql(
                            """
                            CREATE FUNCTION fake_timescale.create_hypertable(
                                relation regclass, time_column name, chunk_time_interval interval, migrate_data boolean)
                                RETURNS text LANGUAGE plpgsql AS
                            $$
                            BEGIN
                                EXECUTE format('COMMENT ON TABLE %s IS %L', relation, time_column || ' ' || chunk_time_interval || ' ' || migrate_data);
                                return 'ok';
                            END
                            $$
                            """)
                    .update();
            String rows =
                    """
                    SELECT md5(string_agg(s.signal_id || s.timestamp_cot::text || s.strategy_id, ',' ORDER BY s.signal_id))
                           || (SELECT count(*) || ' ' || sum(equity_value) FROM fact_equity_curve)
                           || (SELECT count(*) || ' ' || sum(current_equity) FROM vw_portfolio_summary)
                    FROM fact_strategy_signals s
                    """;
            String before = text(rows);

            jdbc.sql("SELECT dw_to_hypertables('fake_timescale')")
                    .query((_, _) -> true)
                    .list();

            assertThat(text(rows)).isEqualTo(before);
            for (String series : new String[] {"fact_strategy_signals", "fact_equity_curve"}) {
                assertThat(text(
                                "SELECT relkind::text || ' ' || obj_description(oid) FROM pg_class WHERE oid = '%s'::regclass"
                                        .formatted(series)))
                        .isEqualTo("r timestamp_utc 1 mon true");
                assertThat(text(
                                "SELECT count(*)::text FROM pg_constraint WHERE conrelid = '%s'::regclass AND contype = 'p'"
                                        .formatted(series)))
                        .isEqualTo("1");
            }
            // The service goes on as before, numbers go on counting, and asking again changes nothing.
            jdbc.sql(
                            """
                            INSERT INTO fact_strategy_signals (run_id, symbol, timeframe, strategy_id, timestamp_utc, signal, side,
                                confidence, size, reasoning, model_version, proxy, label)
                            VALUES (0, 'X', 'M5', 1, '2026-01-01T00:00:00Z', 'flat', 'hold', 0, 0, 'x', 'x', true, 'PAPER')
                            """)
                    .update();
            assertThat(text("SELECT (count(*) = count(DISTINCT signal_id))::text FROM fact_strategy_signals"))
                    .isEqualTo("true");
            jdbc.sql("SELECT ensure_dw_partitions('2031-01-01', '2031-02-01'), dw_to_hypertables('fake_timescale')")
                    .query((_, _) -> true)
                    .list();
            status.setRollbackOnly();
        });
        JsonNode models = get("/api/models");
        assertThat(models.path("models").size()).isEqualTo(5);
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
