package dev.tradesuite.portfolio.rotation.store;

import dev.tradesuite.portfolio.rotation.RotationMarks;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code rotation_mark}, by the clock of the database, whose trigger marks too. */
@Component
final class JdbcRotationMarks implements RotationMarks {

    private final JdbcClient jdbc;

    JdbcRotationMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void mark(Set<String> codes, String cause) {
        jdbc.sql(
                        """
                        INSERT INTO rotation_mark (strategy, cause, marked_at)
                        SELECT code, :cause, clock_timestamp()
                          FROM strategy
                         WHERE state IN ('PAPER', 'LIVE') AND code = ANY (:codes)
                         ORDER BY code
                        ON CONFLICT (strategy) DO UPDATE SET cause = excluded.cause, marked_at = excluded.marked_at
                        """)
                .param("codes", codes.toArray(String[]::new))
                .param("cause", cause)
                .update();
    }

    @Override
    public void markAll(String cause) {
        jdbc.sql(
                        """
                        INSERT INTO rotation_mark (strategy, cause, marked_at)
                        SELECT code, :cause, clock_timestamp()
                          FROM strategy
                         WHERE state IN ('PAPER', 'LIVE')
                         ORDER BY code
                        ON CONFLICT (strategy) DO UPDATE SET cause = excluded.cause, marked_at = excluded.marked_at
                        """)
                .param("cause", cause)
                .update();
    }

    @Override
    public List<Mark> all() {
        return jdbc.sql(
                        """
                        SELECT strategy, (extract(epoch FROM marked_at) * 1000000)::bigint AS micros
                          FROM rotation_mark
                         ORDER BY strategy
                        """)
                .query((row, _) -> new Mark(row.getString("strategy"), row.getLong("micros")))
                .list();
    }

    @Override
    public void clear(List<Mark> seen) {
        jdbc.sql(
                        """
                        DELETE FROM rotation_mark mark
                         USING unnest(:codes::text[], :times::bigint[]) AS seen (code, micros)
                         WHERE mark.strategy = seen.code
                           AND (extract(epoch FROM mark.marked_at) * 1000000)::bigint <= seen.micros
                        """)
                .param("codes", seen.stream().map(Mark::code).toArray(String[]::new))
                .param("times", seen.stream().map(Mark::markedAtMicros).toArray(Long[]::new))
                .update();
    }
}
