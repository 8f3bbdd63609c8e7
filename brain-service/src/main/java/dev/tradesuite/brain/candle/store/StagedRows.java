package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one write until they are judged: in memory while they are few, in a temporary table when they are many.
 *
 * <p>A feed adds one candle at a time, and a table for each would swell the catalogue of the database.
 */
final class StagedRows implements CandleWriter.Staging, AutoCloseable {

    /** Most rows that travel as parameters of the statement. */
    static final int FEW = 50;

    private final DataSource dataSource;
    private final List<CandleRow> few = new ArrayList<>();
    private final TreeSet<String> symbols = new TreeSet<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private @Nullable StagingTable many;

    StagedRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void add(CandleRow row) {
        symbols.add(row.symbol());
        first = row.openTime().isBefore(first) ? row.openTime() : first;
        last = row.openTime().isAfter(last) ? row.openTime() : last;
        if (many != null) {
            many.add(row);
            return;
        }
        few.add(row);
        if (few.size() > FEW) {
            StagingTable table = new StagingTable(dataSource);
            many = table;
            few.forEach(table::add);
            few.clear();
        }
    }

    /** Ends the adding; the rows can be judged now. */
    void complete() {
        if (many != null) {
            many.complete();
        }
    }

    @Override
    public void close() {
        if (many != null) {
            many.close();
        }
    }

    boolean isEmpty() {
        return symbols.isEmpty();
    }

    /** Whether the rows stand in the temporary table. */
    boolean areInTable() {
        return many != null;
    }

    /** Symbols of the rows, sorted. */
    List<String> symbols() {
        return List.copyOf(symbols);
    }

    /** Open time of the oldest row. */
    Instant first() {
        return first;
    }

    /** Open time of the newest row. */
    Instant last() {
        return last;
    }

    /** The rows as one array for each column, as {@link MergeSql#OF_ROWS} takes them. */
    Map<String, Object> columns() {
        return Map.ofEntries(
                Map.entry("lines", few.stream().map(CandleRow::line).toArray(Long[]::new)),
                Map.entry("rowSymbols", texts(CandleRow::symbol)),
                Map.entry("times", texts(row -> row.openTime().toString())),
                Map.entry("opens", texts(row -> plain(row.open()))),
                Map.entry("highs", texts(row -> plain(row.high()))),
                Map.entry("lows", texts(row -> plain(row.low()))),
                Map.entry("closes", texts(row -> plain(row.close()))),
                Map.entry("volumes", texts(row -> plain(row.volume()))),
                Map.entry("adjustedCloses", texts(row -> plain(row.adjustedClose()))),
                Map.entry("rowFlags", few.stream().map(CandleRow::flags).toArray(Integer[]::new)));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private @Nullable String[] texts(Function<CandleRow, @Nullable String> text) {
        return few.stream().map(text).toArray(String[]::new);
    }
}
