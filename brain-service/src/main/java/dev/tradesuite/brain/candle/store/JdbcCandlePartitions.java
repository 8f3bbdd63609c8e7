package dev.tradesuite.brain.candle.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the yearly partitions of {@code candle} that a write needs.
 *
 * <p>In a short transaction of its own, because attaching a partition makes other writers wait until it commits. That
 * takes a second connection, so it is done only for a year that has no partition yet. Years once seen are not asked for
 * again.
 */
@Repository
class JdbcCandlePartitions {

    private final JdbcClient jdbc;
    private final TransactionTemplate ofItsOwn;
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    JdbcCandlePartitions(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Makes sure that every year from one candle to another has its partition. */
    void ensure(Instant first, Instant last) {
        int firstYear = first.atOffset(ZoneOffset.UTC).getYear();
        int lastYear = last.atOffset(ZoneOffset.UTC).getYear();
        if (IntStream.rangeClosed(firstYear, lastYear).allMatch(known::contains)) {
            return;
        }
        if (isAnyMissing(firstYear, lastYear)) {
            ofItsOwn.executeWithoutResult(_ -> jdbc.sql("SELECT ensure_candle_partitions(:first, :last)")
                    .param("first", firstYear)
                    .param("last", lastYear)
                    .query((_, _) -> true)
                    .list());
        }
        IntStream.rangeClosed(firstYear, lastYear).forEach(known::add);
    }

    private boolean isAnyMissing(int firstYear, int lastYear) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM generate_series(:first::int, :last::int) AS year
                                        WHERE to_regclass('candle_y' || year) IS NULL)
                        """)
                .param("first", firstYear)
                .param("last", lastYear)
                .query(Boolean.class)
                .single();
    }
}
