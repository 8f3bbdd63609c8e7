package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.brain.RowRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns the rows of a source into stored candles and accounts for every row.
 *
 * <p>One import is one transaction: when the source breaks off or the database fails, nothing of it is stored, and the
 * same import can be run again. Importing the same source twice stores nothing the second time; every row is a
 * duplicate then. Safe for use by several threads.
 */
public final class CandleImportService {

    private final CandleWriter writer;
    private final CandleReader reader;
    private final SeriesIndex index;
    private final Clock clock;

    public CandleImportService(CandleWriter writer, CandleReader reader, SeriesIndex index, Clock clock) {
        this.writer = writer;
        this.reader = reader;
        this.index = index;
        this.clock = clock;
    }

    /**
     * Stores the rows and says what became of each.
     *
     * @throws UnreadableSourceException when the source as a whole cannot be read; nothing is stored then
     */
    public ImportResult run(CandleRows rows, ImportOrder order) {
        long start = System.nanoTime();
        Tally tally = new Tally(new CandleRules(order.timeframe(), clock.instant(), order.source()));
        CandleWriter.Merge merge = writer.write(order, staging -> rows.forEach(tally.into(staging)));
        index.changed();
        List<ImportResult.SymbolResult> symbols = merge.symbols().stream()
                .sorted(Comparator.comparing(SymbolMerge::symbol))
                .map(symbol -> withGaps(symbol, order, tally))
                .toList();
        return new ImportResult(
                order,
                tally.rowsRead,
                tally.refusedByReason(merge.symbols()),
                tally.refusals(merge.refusals()),
                symbols,
                ImportWarnings.of(order.timeframe(), tally.rowsRead, symbols, tally.splits.sentences()),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private ImportResult.SymbolResult withGaps(SymbolMerge merge, ImportOrder order, Tally tally) {
        Period period = tally.period(merge.symbol());
        long[] openMillis = reader.openTimes(
                new SeriesKey(merge.symbol(), order.timeframe()),
                period.first.minus(Gaps.NEIGHBOURHOOD),
                period.last.plus(Gaps.NEIGHBOURHOOD).plusMillis(1));
        return new ImportResult.SymbolResult(
                merge, period.first, period.last, Gaps.find(openMillis, order.timeframe(), period.first, period.last));
    }

    /** Counts the rows of one import on their way to the database. */
    private static final class Tally {

        private final CandleRules rules;
        private final Map<RowRefusal, Long> refused = new EnumMap<>(RowRefusal.class);
        private final List<RefusedRow> firstRefusals = new ArrayList<>();
        private final Map<String, Period> periods = new TreeMap<>();
        private final OpenTimes openTimes;
        private final SplitWatch splits;
        private long rowsRead;

        Tally(CandleRules rules) {
            this.rules = rules;
            this.openTimes = new OpenTimes(rules.timeframe());
            this.splits = new SplitWatch(rules.timeframe());
        }

        CandleRows.Sink into(CandleWriter.Staging staging) {
            return new CandleRows.Sink() {
                @Override
                public void read(CandleRow row) {
                    rules.refusal(row).or(() -> overlap(row)).ifPresentOrElse(this::refused, () -> {
                        rowsRead++;
                        splits.see(row);
                        periods.computeIfAbsent(row.symbol(), _ -> new Period(row.openTime()))
                                .include(row.openTime());
                        staging.add(row);
                    });
                }

                @Override
                public void refused(RefusedRow row) {
                    rowsRead++;
                    refused.merge(row.reason(), 1L, Long::sum);
                    if (firstRefusals.size() < ImportResult.REPORTED_REFUSALS) {
                        firstRefusals.add(row);
                    }
                }
            };
        }

        private Optional<RefusedRow> overlap(CandleRow row) {
            return openTimes
                    .take(row.symbol(), row.openTime())
                    .map(other -> new RefusedRow(
                            row.line(),
                            RowRefusal.OVERLAPPING,
                            "%s of %s overlaps the candle of %s".formatted(row.symbol(), row.openTime(), other)));
        }

        Period period(String symbol) {
            Period period = periods.get(symbol);
            if (period == null) {
                throw new IllegalStateException("no row of " + symbol + " was handed over");
            }
            return period;
        }

        Map<RowRefusal, Long> refusedByReason(List<SymbolMerge> merges) {
            Map<RowRefusal, Long> all = new EnumMap<>(RowRefusal.class);
            all.putAll(refused);
            long conflicting =
                    merges.stream().mapToLong(SymbolMerge::conflicting).sum();
            long overlapping =
                    merges.stream().mapToLong(SymbolMerge::overlapping).sum();
            all.put(RowRefusal.CONFLICTING_DUPLICATE, conflicting);
            all.merge(RowRefusal.OVERLAPPING, overlapping, Long::sum);
            all.values().removeIf(count -> count == 0);
            return all;
        }

        List<RefusedRow> refusals(List<RefusedRow> byMerge) {
            return Stream.concat(firstRefusals.stream(), byMerge.stream())
                    .sorted(Comparator.comparingLong(RefusedRow::line))
                    .limit(ImportResult.REPORTED_REFUSALS)
                    .toList();
        }
    }

    /** First and last open time of a symbol in the source. */
    private static final class Period {

        private Instant first;
        private Instant last;

        Period(Instant openTime) {
            first = openTime;
            last = openTime;
        }

        void include(Instant openTime) {
            if (openTime.isBefore(first)) {
                first = openTime;
            } else if (openTime.isAfter(last)) {
                last = openTime;
            }
        }
    }
}
