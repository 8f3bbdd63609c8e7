package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandleImportServiceTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final ImportOrder ORDER =
            new ImportOrder(Timeframe.M5, "test", ConflictPolicy.KEEP, ImportOrder.Announcing.NEWEST_ONLY);

    private final FakeCandleReader reader = new FakeCandleReader();
    private final SeriesIndex index = new SeriesIndex(reader::states, Duration.ofDays(1), () -> 0);
    private final FakeWriter writer = new FakeWriter();
    private final CandleImportService candleImport =
            new CandleImportService(writer, reader, index, FixedClock.at("2026-02-01T00:00:00Z"));

    @Test
    void allRefusalsAreCountedAndTheFirstThousandAreListedByLine() {
        writer.conflicting.add(new RefusedRow(3, RowRefusal.CONFLICTING_DUPLICATE, "other prices"));

        ImportResult result = candleImport.run(
                sink -> {
                    sink.read(row(2, START));
                    sink.read(row(3, START));
                    IntStream.range(4, 1_504)
                            .forEach(line -> sink.refused(new RefusedRow(line, RowRefusal.BAD_TIME, "no time")));
                    sink.read(row(1_504, START.plusSeconds(1)));
                },
                ORDER);

        assertThat(result.rowsRead()).isEqualTo(1_503);
        assertThat(result.refused()).isEqualTo(1_502);
        assertThat(result.refusedByReason())
                .isEqualTo(Map.of(
                        RowRefusal.BAD_TIME, 1_500L, RowRefusal.OFF_GRID, 1L, RowRefusal.CONFLICTING_DUPLICATE, 1L));
        assertThat(result.refusals()).hasSize(1_000);
        assertThat(result.refusals().getFirst().line()).isEqualTo(3);
        assertThat(result.refusals().getLast().line()).isEqualTo(1_002);
        assertThat(result.stored() + result.duplicate() + result.refused()).isEqualTo(result.rowsRead());
    }

    @Test
    void firstAndLastAreThoseOfTheSourceWhateverItsOrder() {
        ImportResult result = candleImport.run(
                sink -> {
                    sink.read(row(2, START.plusSeconds(600)));
                    sink.read(row(3, START));
                    sink.read(row(4, START.plusSeconds(900)));
                },
                ORDER);

        assertThat(result.symbols()).singleElement().satisfies(symbol -> {
            assertThat(symbol.first()).isEqualTo(START);
            assertThat(symbol.last()).isEqualTo(START.plusSeconds(900));
        });
    }

    @Test
    void ownImportIsSeenAtOnceAndAFailedOneChangesNothing() {
        index.all();
        assertThatThrownBy(() -> candleImport.run(
                        _ -> {
                            throw UnreadableSourceException.damaged("cut off");
                        },
                        ORDER))
                .hasMessage("cut off");
        reader.questions.clear();
        index.all();
        assertThat(reader.questions).isEmpty();

        candleImport.run(sink -> sink.read(row(2, START)), ORDER);
        reader.questions.clear();
        index.all();
        assertThat(reader.questions).containsExactly("states");
    }

    @Test
    void candlesOfOneSourceNeverOverlapInWhateverOrderTheyCome() {
        ImportResult days = candleImport.run(
                sink -> {
                    sink.read(row(2, START));
                    sink.read(row(3, START.minus(Duration.ofHours(3))));
                    sink.read(row(4, START.plus(Duration.ofHours(21))));
                    sink.read(row(5, START.minus(Duration.ofHours(24))));
                    // The day before had 23 hours: clocks went forward.
                    sink.read(row(6, START.minus(Duration.ofHours(47))));
                    sink.read(row(7, START));
                },
                new ImportOrder(Timeframe.D1, "test", ConflictPolicy.KEEP, ImportOrder.Announcing.NEWEST_ONLY));

        assertThat(days.refusals())
                .extracting(RefusedRow::line, RefusedRow::reason, RefusedRow::found)
                .containsExactly(
                        tuple(
                                3L,
                                RowRefusal.OVERLAPPING,
                                "EURUSD of 2026-01-04T21:00:00Z overlaps the candle of 2026-01-05T00:00:00Z"),
                        tuple(
                                4L,
                                RowRefusal.OVERLAPPING,
                                "EURUSD of 2026-01-05T21:00:00Z overlaps the candle of 2026-01-05T00:00:00Z"));
        assertThat(days.refusedByReason()).isEqualTo(Map.of(RowRefusal.OVERLAPPING, 2L));
    }

    private static CandleRow row(long line, Instant openTime) {
        return new CandleRow(
                line, "EURUSD", openTime, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, null, false);
    }

    /** Stores every row but those it is told to find in conflict. */
    private static final class FakeWriter implements CandleWriter {

        private final List<RefusedRow> conflicting = new ArrayList<>();

        @Override
        public Merge write(ImportOrder order, Consumer<Staging> rows) {
            List<CandleRow> staged = new ArrayList<>();
            rows.accept(staged::add);
            return new Merge(
                    List.of(new SymbolMerge(
                            "EURUSD",
                            staged.size() - conflicting.size(),
                            0,
                            0,
                            conflicting.size(),
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0)),
                    conflicting);
        }
    }
}
