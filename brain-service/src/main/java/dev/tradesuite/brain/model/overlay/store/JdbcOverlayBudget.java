package dev.tradesuite.brain.model.overlay.store;

import dev.tradesuite.brain.model.overlay.OverlayBudget;
import dev.tradesuite.brain.model.overlay.OverlayCall;
import dev.tradesuite.brain.model.overlay.OverlaySettings;
import dev.tradesuite.support.store.TimeColumns;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The budget in the tables {@code overlay_day} and {@code overlay_asked}: a call is one statement. */
@Repository
class JdbcOverlayBudget implements OverlayBudget {

    private final JdbcClient jdbc;
    private final OverlaySettings settings;

    JdbcOverlayBudget(JdbcClient jdbc, OverlaySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public Grant take(OverlayCall call) {
        return jdbc.sql(
                        """
                        WITH forgotten AS (
                            DELETE FROM overlay_day WHERE day < :day - 400
                        ), asked AS (
                            INSERT INTO overlay_asked AS known (symbol, timeframe, closed_at)
                            VALUES (:symbol, :timeframe, :closed)
                            ON CONFLICT (symbol, timeframe) DO UPDATE SET closed_at = excluded.closed_at
                            WHERE known.closed_at < excluded.closed_at
                            RETURNING 1
                        ), taken AS (
                            INSERT INTO overlay_day AS spent (day, calls, tokens)
                            SELECT :day, 1, :tokens FROM asked
                            WHERE :calls_per_day >= 1 AND :tokens_per_day >= :tokens
                            ON CONFLICT (day) DO UPDATE
                            SET calls = spent.calls + 1, tokens = spent.tokens + excluded.tokens
                            WHERE spent.calls < :calls_per_day
                              AND spent.tokens + excluded.tokens <= :tokens_per_day
                            RETURNING 1
                        )
                        SELECT CASE WHEN NOT EXISTS (SELECT FROM asked) THEN 'ASKED_ALREADY'
                                    WHEN NOT EXISTS (SELECT FROM taken) THEN 'OVER_BUDGET'
                                    ELSE 'GRANTED' END
                        """)
                .param("day", call.day())
                .param("symbol", call.symbol())
                .param("timeframe", call.timeframe().name())
                .param("closed", TimeColumns.of(call.closedAt()))
                .param("tokens", call.mostTokens())
                .param("calls_per_day", settings.callsPerDay())
                .param("tokens_per_day", settings.tokensPerDay())
                .query((row, _) -> Grant.valueOf(row.getString(1)))
                .single();
    }

    @Override
    public void correct(LocalDate day, long difference) {
        jdbc.sql("UPDATE overlay_day SET tokens = tokens + :difference WHERE day = :day")
                .param("day", day)
                .param("difference", difference)
                .update();
    }
}
