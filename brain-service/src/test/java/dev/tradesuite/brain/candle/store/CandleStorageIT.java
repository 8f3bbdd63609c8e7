package dev.tradesuite.brain.candle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.brain.candle.CandleReader;
import dev.tradesuite.brain.candle.CandleRemover;
import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.candle.CandleWriter;
import dev.tradesuite.brain.candle.ConflictPolicy;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.SeriesIndex;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SuiteIntegrationTest
class CandleStorageIT {

    private static final Instant START = Instant.parse("2025-12-31T20:00:00Z");
    /** Of the first candle; the others follow in steps of one. */
    private static final int PRICE = 100_000;

    private static final Instant LATER = START.plus(Duration.ofDays(9));
    private static final SeriesKey EURUSD = new SeriesKey("EURUSD", Timeframe.M5);

    @Autowired
    CandleWriter writer;

    @Autowired
    CandleRemover remover;

    @Autowired
    CandleReader reader;

    @Autowired
    CandleStore store;

    @Autowired
    SeriesIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void hundredCandlesOverTheTurnOfTheYear() {
        jdbc.sql("TRUNCATE candle, candle_series").update();
        write(0, 100);
        index.changed();
    }

    @Test
    void storeAnswersAsTheDatabaseDoesForEveryMoment() {
        for (int i = 0; i <= 101; i += 7) {
            Instant asOf = at(i);
            assertThat(store.closedBefore("EURUSD", Timeframe.M5, asOf, 20).closes())
                    .containsExactly(reader.newest(EURUSD, asOf, 20).closes());
        }
        CandleSeries newest = store.closedBefore("EURUSD", Timeframe.M5, LATER, 2);
        assertThat(newest.closes()).containsExactly(PRICE + 98, PRICE + 99);
        assertThat(newest.openTime(1)).isEqualTo(at(99));
        assertThat(newest.volume(1)).isNaN();
    }

    @Test
    void rangeReadsAStretchAcrossPartitions() {
        CandleSeries range = store.range("EURUSD", Timeframe.M5, at(40), at(60));

        // Four hours are 48 candles: the year turns within.
        assertThat(range.closes())
                .containsExactly(
                        IntStream.range(PRICE + 40, PRICE + 60).asDoubleStream().toArray());
        assertThat(range.openTime(8)).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(store.range("EURUSD", Timeframe.M5, Instant.MIN, Instant.MAX).size())
                .isEqualTo(100);
    }

    @Test
    void whatAnotherProcessWroteIsSeenSoonWithoutBeingTold() {
        assertThat(store.closedBefore("EURUSD", Timeframe.M5, LATER, 1).closes())
                .containsExactly(PRICE + 99);

        write(100, 101);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        store.closedBefore("EURUSD", Timeframe.M5, LATER, 1).closes())
                .containsExactly(PRICE + 100));
    }

    @Test
    void failureOfTheSourceLeavesNothingAndTheConnectionUsable() {
        long before = count();

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> writer.write(order(), staging -> {
                        IntStream.range(200, 5_200)
                                .mapToObj(CandleStorageIT::row)
                                .forEach(staging::add);
                        throw new IllegalStateException("the sender hung up");
                    }))
                    .hasMessage("the sender hung up");
        }

        assertThat(count()).isEqualTo(before);
        write(200, 201);
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void whatIsOlderThanItIsKeptGoesFromTheStoreAndFromMemory() {
        assertThat(store.closedBefore("EURUSD", Timeframe.M5, at(10), 5).size()).isEqualTo(5);

        assertThat(remover.removeBefore(EURUSD, at(40))).isEqualTo(40);
        index.changed();

        assertThat(count()).isEqualTo(60);
        assertThat(index.state(EURUSD)).hasValueSatisfying(state -> {
            assertThat(state.first()).isEqualTo(at(40));
            assertThat(state.count()).isEqualTo(60);
        });
        assertThat(store.closedBefore("EURUSD", Timeframe.M5, at(10), 5).isEmpty())
                .isTrue();
        assertThat(store.closedBefore("EURUSD", Timeframe.M5, LATER, 100).closes())
                .hasSize(60)
                .endsWith(PRICE + 99);
    }

    @Test
    void aSeriesWhoseLastCandleIsRemovedIsNoSeriesAnyMore() {
        remover.removeBefore(EURUSD, LATER);
        assertThat(reader.states()).isEmpty();
        write(100, 101);
        assertThat(reader.states()).singleElement().satisfies(state -> {
            assertThat(state.first()).isEqualTo(at(100));
            assertThat(state.count()).isEqualTo(1);
        });
    }

    @Test
    void partitionIsNotMadeForAYearWhoseCandlesStandInTheDefaultOne() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            INSERT INTO candle (symbol, timeframe, open_time, open, high, low, close, source)
                            VALUES ('KO', 'D1', '1950-06-01T00:00:00Z', 1, 1, 1, 1, 'by hand')
                            """)
                    .update();
            jdbc.sql("SELECT ensure_candle_partitions(1949, 1951)")
                    .query((_, _) -> true)
                    .list();

            assertThat(jdbc.sql("SELECT to_regclass('candle_y1950') IS NULL AND to_regclass('candle_y1951') IS NOT"
                                    + " NULL")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            status.setRollbackOnly();
        });
    }

    @Test
    void hypertableTakesEveryCandleAndKeepsTheKey() {
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

            jdbc.sql("SELECT candle_to_hypertable('fake_timescale')")
                    .query((_, _) -> true)
                    .list();

            assertThat(jdbc.sql("SELECT relkind::text || ' ' || obj_description(oid) FROM pg_class WHERE oid ="
                                    + " 'candle'::regclass")
                            .query(String.class)
                            .single())
                    .isEqualTo("r open_time 1 year true");
            assertThat(count()).isEqualTo(100);
            assertThat(jdbc.sql("SELECT count(*) FROM pg_constraint WHERE conrelid = 'candle'::regclass AND"
                                    + " contype = 'p'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            // The service goes on as before, and asking again changes nothing.
            jdbc.sql("SELECT ensure_candle_partitions(1960, 1961), candle_to_hypertable('fake_timescale')")
                    .query((_, _) -> true)
                    .list();
            assertThat(reader.newest(EURUSD, LATER, 1).closes()).containsExactly(PRICE + 99);
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("SELECT relkind::text FROM pg_class WHERE oid = 'candle'::regclass")
                        .query(String.class)
                        .single())
                .isEqualTo("p");
    }

    @Test
    void databaseItselfRefusesWhatIsNoCandle() {
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                INSERT INTO candle (symbol, timeframe, open_time, open, high, low, close, source)
                                VALUES ('KO', 'D1', '2026-01-05T00:00:00Z', 2, 1, 1, 1, 'by hand')
                                """)
                        .update())
                .hasMessageContaining("candle_range");
    }

    private void write(int from, int to) {
        writer.write(order(), staging -> IntStream.range(from, to)
                .mapToObj(CandleStorageIT::row)
                .forEach(staging::add));
    }

    private static ImportOrder order() {
        return new ImportOrder(Timeframe.M5, "test", ConflictPolicy.KEEP, ImportOrder.Announcing.NEWEST_ONLY);
    }

    private static CandleRow row(int candle) {
        BigDecimal price = BigDecimal.valueOf(PRICE + candle);
        return new CandleRow(candle + 2L, "EURUSD", at(candle), price, price, price, price, null, false);
    }

    private static Instant at(int candle) {
        return START.plusSeconds(300L * candle);
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM candle").query(Long.class).single();
    }
}
