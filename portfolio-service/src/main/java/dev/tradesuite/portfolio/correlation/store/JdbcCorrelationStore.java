package dev.tradesuite.portfolio.correlation.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationHistory.Cause;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.portfolio.correlation.CorrelationStore;
import dev.tradesuite.portfolio.correlation.StrategyPair;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code correlation*}. */
@Component
final class JdbcCorrelationStore implements CorrelationStore {

    private final JdbcClient jdbc;

    JdbcCorrelationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long version() {
        return jdbc.sql("SELECT version FROM correlation_version")
                .query(Long.class)
                .single();
    }

    @Override
    public Freshness freshness() {
        return jdbc.sql("SELECT refreshed_at, version <> refreshed_version AS changed FROM correlation_version")
                .query((row, _) -> new Freshness(
                        Optional.ofNullable(TimeColumns.instantOrNull(row, "refreshed_at")), row.getBoolean("changed")))
                .single();
    }

    @Override
    public long nextVersion(Instant now) {
        return jdbc.sql(
                        """
                        UPDATE correlation_version
                        SET version = version + 1, refreshed_version = version + 1, refreshed_at = :now
                        RETURNING version
                        """)
                .param("now", TimeColumns.of(now))
                .query(Long.class)
                .single();
    }

    @Override
    public Set<StrategyPair> alike(RunLabel label) {
        return jdbc.sql("SELECT a, b FROM correlation_alike WHERE label = :label")
                .param("label", label.name())
                .query((row, _) -> StrategyPair.of(row.getString("a"), row.getString("b")))
                .set();
    }

    @Override
    public void begin(RunLabel label, StrategyPair pair, double correlation, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO correlation_alike (label, a, b, correlation, since)
                        VALUES (:label, :a, :b, :correlation, :at)
                        """)
                .param("label", label.name())
                .param("a", pair.a())
                .param("b", pair.b())
                .param("correlation", correlation)
                .param("at", TimeColumns.of(at))
                .update();
    }

    @Override
    public void end(RunLabel label, StrategyPair pair) {
        jdbc.sql("DELETE FROM correlation_alike WHERE label = :label AND a = :a AND b = :b")
                .param("label", label.name())
                .param("a", pair.a())
                .param("b", pair.b())
                .update();
    }

    @Override
    public boolean shifted(RunLabel label) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM correlation_regime WHERE label = :label)")
                .param("label", label.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void setShifted(RunLabel label, boolean shifted, Instant at) {
        jdbc.sql("DELETE FROM correlation_regime WHERE label = :label")
                .param("label", label.name())
                .update();
        if (shifted) {
            jdbc.sql("INSERT INTO correlation_regime (label, since) VALUES (:label, :at)")
                    .param("label", label.name())
                    .param("at", TimeColumns.of(at))
                    .update();
        }
    }

    @Override
    public void keep(RunLabel label, Cause cause, CorrelationSnapshot snapshot) {
        LocalDate day = LocalDate.ofInstant(snapshot.asOf(), ZoneOffset.UTC);
        String window = snapshot.basis().window().wireName();
        if (cause == Cause.DAILY) {
            jdbc.sql(
                            """
                            DELETE FROM correlation
                            WHERE label = :label AND window_name = :window AND day = :day AND cause = 'DAILY'
                            """)
                    .param("label", label.name())
                    .param("window", window)
                    .param("day", day)
                    .update();
        }
        jdbc.sql(
                        """
                        INSERT INTO correlation (label, window_name, day, as_of, cause, matrix)
                        VALUES (:label, :window, :day, :asOf, :cause, :matrix)
                        """)
                .param("label", label.name())
                .param("window", window)
                .param("day", day)
                .param("asOf", TimeColumns.of(snapshot.asOf()))
                .param("cause", cause.name())
                .param("matrix", SnapshotCodec.encode(snapshot))
                .update();
    }

    @Override
    public List<Stored> history(Asked asked) {
        return jdbc
                .sql(
                        """
                        SELECT label, day, cause, matrix
                        FROM correlation
                        WHERE label = coalesce(:label, label) AND window_name = :window AND day BETWEEN :from AND :to
                        ORDER BY as_of, label, cause
                        """)
                .param("label", asked.label().map(RunLabel::name).orElse(null), Types.VARCHAR)
                .param("window", asked.window().wireName())
                .param("from", asked.from())
                .param("to", asked.to())
                .query((row, _) -> stored(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void forgetBefore(LocalDate day) {
        jdbc.sql("DELETE FROM correlation WHERE day < :day").param("day", day).update();
    }

    /** Empty when another build has written it in a form of its own. */
    private static Optional<Stored> stored(ResultSet row) throws SQLException {
        RunLabel label = RunLabel.valueOf(row.getString("label"));
        LocalDate day = row.getObject("day", LocalDate.class);
        Cause cause = Cause.valueOf(row.getString("cause"));
        return SnapshotCodec.decode(row.getBytes("matrix")).map(snapshot -> new Stored(label, day, cause, snapshot));
    }
}
