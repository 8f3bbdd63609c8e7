package dev.tradesuite.brain.feed.store;

import dev.tradesuite.brain.feed.MinuteCredits;
import dev.tradesuite.support.store.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Credits in the table {@code feed_credit}, by the clock of the database. Who spends at one source waits for the other.
 */
@Repository
class JdbcMinuteCredits implements MinuteCredits {

    private final JdbcClient jdbc;
    private final UnitOfWork work;

    JdbcMinuteCredits(JdbcClient jdbc, UnitOfWork work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    @Override
    public int spend(String source, int wanted, int perMinute) {
        return work.durable(() -> {
            // A statement of its own: the next one then sees what was spent while it waited.
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('credits of feeds from ' || :source, 0))::text")
                    .param("source", source)
                    .query(String.class)
                    .single();
            jdbc.sql("DELETE FROM feed_credit WHERE source = :source AND spent_at <= clock_timestamp() -"
                            + " interval '60 s'")
                    .param("source", source)
                    .update();
            return insert(source, wanted, perMinute);
        });
    }

    private int insert(String source, int wanted, int perMinute) {
        return jdbc.sql(
                        """
                        INSERT INTO feed_credit (source, spent_at, credits)
                        SELECT :source, clock_timestamp(), least(:wanted, :per_minute - coalesce(sum(credits), 0))
                        FROM feed_credit WHERE source = :source
                        HAVING least(:wanted, :per_minute - coalesce(sum(credits), 0)) > 0
                        RETURNING credits
                        """)
                .param("source", source)
                .param("wanted", wanted)
                .param("per_minute", perMinute)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
