package dev.tradesuite.portfolio.returns.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.returns.HourlyReturn;
import dev.tradesuite.portfolio.returns.HourlyReturnReader;
import dev.tradesuite.portfolio.returns.HourlyReturnStore;
import dev.tradesuite.portfolio.returns.HourlyReturns;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code hourly_return}. */
@Component
final class JdbcHourlyReturns implements HourlyReturnStore, HourlyReturnReader {

    private final JdbcClient jdbc;

    JdbcHourlyReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(String code, RunLabel label, List<HourlyReturn> hours) {
        jdbc.sql(
                        """
                        INSERT INTO hourly_return (strategy, label, ended_at, value)
                        SELECT :strategy, :label, to_timestamp(u.ended), u.value
                          FROM unnest(:ends, :values) AS u (ended, value)
                         ORDER BY u.ended
                        ON CONFLICT (strategy, label, ended_at) DO UPDATE SET value = excluded.value
                         WHERE hourly_return.value <> excluded.value
                        """)
                .param("strategy", code)
                .param("label", label.name())
                .param(
                        "ends",
                        hours.stream().map(hour -> hour.end().getEpochSecond()).toArray(Long[]::new))
                .param("values", hours.stream().map(HourlyReturn::value).toArray(Double[]::new))
                .update();
    }

    @Override
    public Map<String, Instant> newestHours() {
        return jdbc
                .sql("SELECT strategy, max(ended_at) AS ended_at FROM hourly_return GROUP BY strategy")
                .query((row, _) -> Map.entry(row.getString("strategy"), TimeColumns.instant(row, "ended_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void forgetHoursBefore(Instant moment) {
        jdbc.sql("DELETE FROM hourly_return WHERE ended_at < :moment")
                .param("moment", TimeColumns.of(moment))
                .update();
    }

    @Override
    public List<HourlyReturns> hours(Collection<String> codes, Instant after, Optional<RunLabel> label) {
        return jdbc.sql(
                        """
                        SELECT strategy, label,
                               array_agg(extract(epoch FROM ended_at)::bigint ORDER BY ended_at) AS ends,
                               array_agg(value ORDER BY ended_at) AS values
                          FROM hourly_return
                         WHERE strategy = ANY (:codes)
                           AND ended_at > :after
                           AND (:label = '' OR label = :label)
                         GROUP BY strategy, label
                         ORDER BY strategy, label
                        """)
                .param("codes", codes.toArray(String[]::new))
                .param("after", TimeColumns.of(after))
                .param("label", label.map(RunLabel::name).orElse(""))
                .query((row, _) -> returns(row))
                .list();
    }

    private static HourlyReturns returns(ResultSet row) throws SQLException {
        Long[] ends = (Long[]) row.getArray("ends").getArray();
        Double[] values = (Double[]) row.getArray("values").getArray();
        return new HourlyReturns(
                row.getString("strategy"),
                RunLabel.valueOf(row.getString("label")),
                IntStream.range(0, ends.length)
                        .mapToObj(i -> new HourlyReturn(Instant.ofEpochSecond(ends[i]), values[i]))
                        .toList());
    }
}
