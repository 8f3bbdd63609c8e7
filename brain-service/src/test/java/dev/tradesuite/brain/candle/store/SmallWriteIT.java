package dev.tradesuite.brain.candle.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleWriter;
import dev.tradesuite.brain.candle.ConflictPolicy;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.PriceCollar;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a write sends to the database. */
@SuiteIntegrationTest
class SmallWriteIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final RecordingDataSource recorded;
    private final CandleWriter writer;
    private final JdbcClient jdbc;

    @Autowired
    SmallWriteIT(DataSource dataSource, PriceCollar collar) {
        recorded = new RecordingDataSource(dataSource);
        jdbc = JdbcClient.create(recorded);
        JdbcTransactionManager transactions = new JdbcTransactionManager(recorded);
        writer = new JdbcCandleWriter(
                recorded,
                jdbc,
                new Work(new TransactionTemplate(transactions)),
                new JdbcCandlePartitions(jdbc, transactions),
                new JdbcCandlePlausibility(jdbc, collar, InstrumentCatalog.shipped()),
                _ -> {});
    }

    @BeforeEach
    void somethingStored() {
        jdbc.sql("TRUNCATE candle, candle_series").update();
        write(0, 2);
        recorded.statements().clear();
    }

    @Test
    void aCandleOfAFeedTakesSixStatementsAndNoTableOfItsOwn() {
        CandleWriter.Merge merge = write(2, 3);
        assertThat(merge.symbols()).singleElement().satisfies(symbol -> assertThat(symbol.stored())
                .isEqualTo(1));
        assertThat(recorded.statements())
                .hasSize(6)
                .noneMatch(sql -> sql.matches("(?is)\\s*(CREATE|ANALYZE|COPY|SET)\\b.*"));
    }

    @Test
    void aFileIsCopiedIntoATableThatThePlannerKnows() {
        CandleWriter.Merge merge = write(2, 2 + StagedRows.FEW + 1);
        assertThat(merge.symbols()).singleElement().satisfies(symbol -> assertThat(symbol.stored())
                .isEqualTo(StagedRows.FEW + 1));
        assertThat(recorded.statements())
                .anyMatch(sql -> sql.startsWith("CREATE TEMPORARY TABLE"))
                .contains("ANALYZE candle_staging");
    }

    @Test
    void theLargestSmallWriteIsStillOne() {
        write(2, 2 + StagedRows.FEW);
        assertThat(recorded.statements()).noneMatch(sql -> sql.startsWith("CREATE"));
        assertThat(jdbc.sql("SELECT count(*) FROM candle").query(Integer.class).single())
                .isEqualTo(2 + StagedRows.FEW);
    }

    private CandleWriter.Merge write(int from, int to) {
        List<CandleRow> rows =
                IntStream.range(from, to).mapToObj(SmallWriteIT::row).toList();
        return writer.write(
                new ImportOrder(Timeframe.M5, "feed", ConflictPolicy.REPLACE, ImportOrder.Announcing.EVERY_NEWER),
                staging -> rows.forEach(staging::add));
    }

    private static CandleRow row(int candle) {
        BigDecimal price = BigDecimal.valueOf(10_000L + candle);
        Instant openTime = START.plusSeconds(300L * candle);
        return new CandleRow(candle + 1L, "EURUSD", openTime, price, price, price, price, null, false);
    }

    private record Work(TransactionTemplate transactions) implements UnitOfWork {

        @Override
        public <T> T durable(Supplier<T> work) {
            return transactions.execute(_ -> work.get());
        }

        @Override
        public <T> T relaxed(Supplier<T> work) {
            return durable(work);
        }
    }
}
