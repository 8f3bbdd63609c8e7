package dev.tradesuite.brain.feed.replay;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleRows;
import dev.tradesuite.brain.candle.CandleRules;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.file.CsvCandles;
import dev.tradesuite.brain.candle.file.FileFormat;
import dev.tradesuite.brain.feed.FeedException;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.SeriesKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A file of recorded bars, read as an import reads it, and more strictly: a row that cannot be read, breaks a rule of
 * candles or is not later than the one before it makes the whole file one that cannot be played.
 *
 * <p>Only what is asked for is held in memory; the file is read from its beginning each time.
 */
final class ReplayFile {

    private final Path path;
    private final FileFormat format;
    private final InstrumentCatalog catalog;
    private final long maxBytes;
    private final Timeframe timeframe;
    private final Map<String, Instrument> instruments;

    /**
     * Describes a file; nothing is read yet.
     *
     * @param zone of times without an offset
     * @param instruments what is played; a single one needs no column with symbols
     * @param maxBytes size the file may have when unpacked
     */
    ReplayFile(
            Path path,
            ZoneId zone,
            Timeframe timeframe,
            List<Instrument> instruments,
            InstrumentCatalog catalog,
            long maxBytes) {
        this.path = path;
        this.timeframe = timeframe;
        this.catalog = catalog;
        this.maxBytes = maxBytes;
        this.instruments =
                instruments.stream().collect(Collectors.toMap(Instrument::marketSymbol, instrument -> instrument));
        FileFormat detected = FileFormat.detected();
        this.format = new FileFormat(
                instruments.size() == 1 ? instruments.getFirst().marketSymbol() : null,
                detected.columns(),
                detected.timeFormat(),
                zone,
                detected.shift(),
                detected.timeRules(),
                detected.noHeader(),
                detected.decimalComma());
    }

    /** When the file was written last, and its size: another version has another. */
    String version() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** First and last bar of each instrument; all of the file is read and checked. */
    Map<Instrument, RecordedSpan> spans() {
        Map<Instrument, RecordedSpan> spans = new HashMap<>();
        forEach((instrument, bar) -> spans.merge(
                instrument,
                new RecordedSpan(bar.openTime(), bar.openTime()),
                (before, one) -> new RecordedSpan(before.firstOpen(), one.lastOpen())));
        instruments.values().stream()
                .filter(instrument -> !spans.containsKey(instrument))
                .findFirst()
                .ifPresent(instrument -> {
                    throw FeedException.lasting(path + " has no bar of " + instrument.marketSymbol());
                });
        return spans;
    }

    /** The bars of each instrument that close after a moment and not after another, oldest first, as recorded. */
    Map<Instrument, List<Candle>> bars(Instant after, Instant until) {
        Map<Instrument, List<Candle>> bars = new HashMap<>();
        Duration length = timeframe.length();
        forEach((instrument, bar) -> {
            Instant close = bar.openTime().plus(length);
            if (close.isAfter(after) && !close.isAfter(until)) {
                bars.computeIfAbsent(instrument, _ -> new ArrayList<>()).add(bar);
            }
        });
        return bars;
    }

    private void forEach(BiConsumer<Instrument, Candle> taker) {
        try (InputStream bytes = Files.newInputStream(path)) {
            new CsvCandles(bytes, format, catalog, maxBytes).forEach(new Checked(taker));
        } catch (UnreadableSourceException failure) {
            String faults = failure.faults().stream()
                    .map(UnreadableSourceException.Fault::message)
                    .collect(Collectors.joining("; "));
            throw FeedException.lasting(path + ": " + failure.getMessage() + (faults.isEmpty() ? "" : ": " + faults));
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private FeedException unreadable(IOException failure) {
        return FeedException.lasting(
                switch (failure) {
                    case NoSuchFileException _ -> "there is no file " + path;
                    case AccessDeniedException _ -> path + " may not be read";
                    default -> path + " cannot be read: " + failure.getClass().getSimpleName();
                });
    }

    /** Hands on the bars of the instruments that are played, and ends the reading at the first row that is amiss. */
    private final class Checked implements CandleRows.Sink {

        private final BiConsumer<Instrument, Candle> taker;
        private final CandleRules rules = new CandleRules(timeframe, Instant.MAX, SeriesKind.REPLAYED.source());
        private final Map<String, Instant> newest = new HashMap<>();

        Checked(BiConsumer<Instrument, Candle> taker) {
            this.taker = taker;
        }

        @Override
        public void read(CandleRow row) {
            Instrument instrument = instruments.get(row.symbol());
            if (instrument == null) {
                return;
            }
            rules.refusal(as(row, instrument.symbol())).ifPresent(this::refused);
            Instant before = newest.put(row.symbol(), row.openTime());
            if (before != null && row.openTime().isBefore(before.plus(timeframe.length()))) {
                throw amiss(
                        row.line(),
                        "the %s bar of %s comes after that of %s: rows must be in order of time"
                                .formatted(timeframe, row.openTime(), before));
            }
            taker.accept(
                    instrument,
                    new Candle(row.openTime(), row.open(), row.high(), row.low(), row.close(), row.volume()));
        }

        @Override
        public void refused(RefusedRow row) {
            throw amiss(row.line(), row.reason() + ", " + row.found());
        }

        private FeedException amiss(long line, String found) {
            return FeedException.lasting("%s, line %d: %s".formatted(path, line, found));
        }

        private static CandleRow as(CandleRow row, String symbol) {
            return new CandleRow(
                    row.line(),
                    symbol,
                    row.openTime(),
                    row.open(),
                    row.high(),
                    row.low(),
                    row.close(),
                    row.volume(),
                    row.timeMoved());
        }
    }
}
