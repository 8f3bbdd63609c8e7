package dev.tradesuite.portfolio.returns.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.RecordedReturn;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.ReturnStore;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code daily_return}. */
@Component
final class JdbcReturnStore implements ReturnStore, ReturnReader {

    private static final LocalDate EPOCH = LocalDate.ofEpochDay(0);

    private final JdbcClient jdbc;
    private final UnitOfWork work;

    JdbcReturnStore(JdbcClient jdbc, UnitOfWork work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    @Override
    public Stored add(String code, RunLabel label, List<DailyReturn> days, Instant now) {
        return work.durable(() -> {
            // Whoever else stores returns of the strategy waits, so that both see each other's versions.
            jdbc.sql("SELECT code FROM strategy WHERE code = :code FOR NO KEY UPDATE")
                    .param("code", code)
                    .query(String.class)
                    .single();
            List<Integer> versions = insert(code, label, days, now);
            int added = Math.toIntExact(
                    versions.stream().filter(version -> version == 1).count());
            return new Stored(added, versions.size() - added, days.size() - versions.size());
        });
    }

    private List<Integer> insert(String code, RunLabel label, List<DailyReturn> days, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO daily_return (strategy, label, day, version, value, recorded_at)
                        SELECT :strategy, :label, n.day, coalesce(o.version, 0) + 1, n.value, :now
                          FROM (SELECT DATE '1970-01-01' + u.day AS day, u.value
                                  FROM unnest(:days, :values) AS u (day, value)) AS n
                          LEFT JOIN LATERAL (SELECT r.version, r.value
                                               FROM daily_return r
                                              WHERE r.strategy = :strategy AND r.label = :label AND r.day = n.day
                                              ORDER BY r.version DESC
                                              LIMIT 1) AS o ON true
                         WHERE o.version IS NULL OR o.value <> n.value
                        RETURNING version
                        """)
                .param("strategy", code)
                .param("label", label.name())
                .param("days", days.stream().map(JdbcReturnStore::epochDay).toArray(Integer[]::new))
                .param("values", days.stream().map(DailyReturn::value).toArray(Double[]::new))
                .param("now", TimeColumns.of(now))
                .query(Integer.class)
                .list();
    }

    @Override
    public List<StrategyReturns> read(Wanted wanted) {
        return jdbc.sql(
                        """
                        SELECT strategy, label,
                               array_agg(day - DATE '1970-01-01' ORDER BY day) AS days,
                               array_agg(value ORDER BY day) AS values
                          FROM (SELECT DISTINCT ON (strategy, label, day) strategy, label, day, value
                                  FROM daily_return
                                 WHERE strategy = ANY (:codes)
                                   AND day BETWEEN :from AND :to
                                   AND (:label = '' OR label = :label)
                                 ORDER BY strategy, label, day, version DESC) AS newest
                         GROUP BY strategy, label
                         ORDER BY strategy, label
                        """)
                .param("codes", wanted.codes().toArray(String[]::new))
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("label", wanted.label().map(RunLabel::name).orElse(""))
                .query((row, _) -> returns(row))
                .list();
    }

    private static StrategyReturns returns(ResultSet row) throws SQLException {
        Integer[] days = (Integer[]) row.getArray("days").getArray();
        Double[] values = (Double[]) row.getArray("values").getArray();
        return new StrategyReturns(
                row.getString("strategy"),
                RunLabel.valueOf(row.getString("label")),
                IntStream.range(0, days.length)
                        .mapToObj(i -> new DailyReturn(EPOCH.plusDays(days[i]), values[i]))
                        .toList());
    }

    @Override
    public List<RecordedReturn> page(Asked asked) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (day, label) day, label, value, version, recorded_at
                          FROM daily_return
                         WHERE strategy = :code
                           AND day BETWEEN :from AND :to
                           AND (:label = '' OR label = :label)
                           AND (day, label) > (:after_day, :after_label)
                         ORDER BY day, label, version DESC
                         LIMIT :most
                        """)
                .param("code", asked.code())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("label", asked.label().map(RunLabel::name).orElse(""))
                .param("after_day", asked.after().map(Place::day).orElse(LocalDate.of(1, 1, 1)))
                .param(
                        "after_label",
                        asked.after().map(place -> place.label().name()).orElse(""))
                .param("most", asked.most())
                .query((row, _) -> new RecordedReturn(
                        row.getObject("day", LocalDate.class),
                        RunLabel.valueOf(row.getString("label")),
                        row.getDouble("value"),
                        row.getInt("version"),
                        TimeColumns.instant(row, "recorded_at")))
                .list();
    }

    private static Integer epochDay(DailyReturn one) {
        return Math.toIntExact(one.day().toEpochDay());
    }
}
