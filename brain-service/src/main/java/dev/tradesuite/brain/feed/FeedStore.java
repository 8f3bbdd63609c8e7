package dev.tradesuite.brain.feed;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleImportService;
import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.ConflictPolicy;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.ImportOrder.Announcing;
import dev.tradesuite.brain.candle.ImportResult;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SeriesState;
import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.instruments.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The stored series, as feeds see and write them. */
public final class FeedStore {

    /** From this many bars on only the newest is announced: a catch-up is history, not news. */
    static final int NEWS = 12;

    private final Function<SeriesKey, Optional<SeriesState>> stored;
    private final CandleImportService imports;

    /** @param stored state of a stored series */
    public FeedStore(Function<SeriesKey, Optional<SeriesState>> stored, CandleImportService imports) {
        this.stored = stored;
        this.imports = imports;
    }

    /** Close of the newest stored bar; empty without any. */
    Optional<Instant> newestClose(Feed feed, Instrument instrument) {
        return stored.apply(new SeriesKey(instrument.symbol(), feed.timeframe()))
                .map(state -> state.last().plus(feed.timeframe().length()));
    }

    /**
     * Stores bars, as far as the rules of candles allow.
     *
     * @return why the first refused one was refused; empty when none was
     */
    Optional<String> store(Feed feed, Instrument instrument, List<Candle> bars) {
        ImportOrder order = new ImportOrder(
                feed.timeframe(),
                feed.adapter().source(),
                ConflictPolicy.KEEP,
                bars.size() > NEWS ? Announcing.NEWEST_ONLY : Announcing.EVERY_NEWER);
        ImportResult result = imports.run(
                sink -> {
                    long line = 0;
                    for (Candle bar : bars) {
                        line++;
                        sink.read(row(line, instrument, bar));
                    }
                },
                order);
        return result.refusals().stream()
                // A bar that is there with other prices is kept as it was read first.
                .filter(refused -> refused.reason() != RowRefusal.CONFLICTING_DUPLICATE)
                .findFirst()
                .map(refused -> refused.reason() + ": " + refused.found());
    }

    private static CandleRow row(long line, Instrument instrument, Candle bar) {
        return new CandleRow(
                line,
                instrument.symbol(),
                bar.openTime(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                false);
    }
}
