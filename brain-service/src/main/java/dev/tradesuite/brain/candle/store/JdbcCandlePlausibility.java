package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleFlag;
import dev.tradesuite.brain.candle.CandlePlausibility;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.PriceCollar;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Judges stored candles anew after a write and keeps the verdict as {@link CandleFlag#IMPLAUSIBLE}.
 *
 * <p>It begins one candle before the written ones, because the verdict on that one rests on what follows it, and goes
 * on behind them until a believed candle is believed as before. Two series never need each other.
 */
@Repository
class JdbcCandlePlausibility {

    private static final int CHUNK = 5_000;

    private final JdbcClient jdbc;
    private final PriceCollar collar;
    private final InstrumentCatalog catalog;

    JdbcCandlePlausibility(JdbcClient jdbc, PriceCollar collar, InstrumentCatalog catalog) {
        this.jdbc = jdbc;
        this.collar = collar;
        this.catalog = catalog;
    }

    /**
     * Judges the candles of a series from one open time to another and those that rest on them.
     *
     * <p>To be called in the transaction that wrote them, while nobody else writes to the series.
     */
    Judged judge(SeriesKey key, Instant from, Instant to) {
        Optional<Instrument> instrument = catalog.find(key.symbol());
        if (instrument.isEmpty()) {
            return new Judged(List.of(), List.of());
        }
        Walk walk = new Walk(new CandlePlausibility(collar, instrument.get().assetClass(), key.timeframe()), to);
        List<Flagged> rows = aroundStart(key, from);
        int judgedFrom = Math.max(
                0, (int) rows.stream().filter(row -> row.opensBefore(from)).count() - 1);
        rows.subList(0, judgedFrom).forEach(walk::known);
        boolean settled = walk.judge(rows.subList(judgedFrom, rows.size()));
        while (!settled && !rows.isEmpty()) {
            rows = after(key, rows.getLast().candle().openTime());
            settled = walk.judge(rows);
        }
        Judged judged = walk.judged();
        flag(key, judged);
        return judged;
    }

    private void flag(SeriesKey key, Judged judged) {
        if (!judged.doubted().isEmpty()) {
            update(key, "flags | :bit", judged.doubted().stream().map(Doubt::candle));
        }
        if (!judged.confirmed().isEmpty()) {
            update(key, "flags & ~ :bit", judged.confirmed().stream().map(Flagged::candle));
        }
    }

    private void update(SeriesKey key, String flags, Stream<Candle> candles) {
        jdbc.sql("UPDATE candle SET flags = " + flags
                        + " WHERE symbol = :symbol AND timeframe = :timeframe AND open_time = ANY"
                        + " (:times::timestamptz[])")
                .param("bit", CandleFlag.IMPLAUSIBLE.bit())
                .param("symbol", key.symbol())
                .param("timeframe", key.timeframe().name())
                .param(
                        "times",
                        candles.map(candle -> candle.openTime().toString()).toArray(String[]::new))
                .update();
    }

    /** Candles before the first to be judged, for the average true range, and the first of those after. */
    private List<Flagged> aroundStart(SeriesKey key, Instant from) {
        return rows(
                key,
                """
                SELECT * FROM (
                    (SELECT open_time, open, high, low, close, volume, flags, source
                       FROM candle
                      WHERE symbol = :symbol AND timeframe = :timeframe AND open_time < :time
                      ORDER BY open_time DESC
                      LIMIT :lookBack)
                    UNION ALL
                    (SELECT open_time, open, high, low, close, volume, flags, source
                       FROM candle
                      WHERE symbol = :symbol AND timeframe = :timeframe AND open_time >= :time
                      ORDER BY open_time
                      LIMIT :chunk)) AS around
                 ORDER BY open_time
                """,
                TimeColumns.of(from));
    }

    private List<Flagged> after(SeriesKey key, Instant openTime) {
        return rows(
                key,
                """
                SELECT open_time, open, high, low, close, volume, flags, source
                  FROM candle
                 WHERE symbol = :symbol AND timeframe = :timeframe AND open_time > :time
                 ORDER BY open_time
                 LIMIT :chunk
                """,
                TimeColumns.of(openTime));
    }

    private List<Flagged> rows(SeriesKey key, String sql, OffsetDateTime time) {
        return jdbc.sql(sql)
                .param("symbol", key.symbol())
                .param("timeframe", key.timeframe().name())
                .param("time", time)
                .param("lookBack", CandlePlausibility.LOOK_BACK + 1)
                .param("chunk", CHUNK)
                .query((row, _) -> new Flagged(
                        JdbcCandleReader.candle(row),
                        (row.getInt("flags") & CandleFlag.IMPLAUSIBLE.bit()) != 0,
                        row.getString("source")))
                .list();
    }

    /** A stored candle with what is known of it. */
    record Flagged(Candle candle, boolean implausible, String source) {

        private boolean opensBefore(Instant time) {
            return candle.openTime().isBefore(time);
        }
    }

    /**
     * A candle that was believed, or not judged, and is doubted now.
     *
     * @param lastClose close it is too far from
     */
    record Doubt(Candle candle, String source, BigDecimal lastClose) {}

    /**
     * What has changed.
     *
     * @param doubted candles that are implausible now, oldest first
     * @param confirmed candles that were implausible before, oldest first
     */
    record Judged(List<Doubt> doubted, List<Flagged> confirmed) {

        /** Whether a candle up to an open time changed; nothing did before the first. */
        boolean changesBefore(@Nullable OffsetDateTime lastOpen) {
            return lastOpen != null
                    && Stream.concat(
                                    doubted.stream().map(Doubt::candle),
                                    confirmed.stream().map(Flagged::candle))
                            .anyMatch(candle -> !candle.openTime().isAfter(lastOpen.toInstant()));
        }
    }

    /** Goes through the candles in the order of time. */
    private static final class Walk {

        private final CandlePlausibility plausibility;
        private final Instant lastWritten;
        private final List<Doubt> doubted = new ArrayList<>();
        private final List<Flagged> confirmed = new ArrayList<>();

        /** The doubtful candle the next one decides about. */
        private @Nullable Flagged open;

        private @Nullable BigDecimal openAgainst;

        Walk(CandlePlausibility plausibility, Instant lastWritten) {
            this.plausibility = plausibility;
            this.lastWritten = lastWritten;
        }

        void known(Flagged row) {
            plausibility.known(row.candle(), row.implausible());
        }

        /** Judges rows; true when those after them need not be looked at. */
        boolean judge(List<Flagged> rows) {
            for (Flagged row : rows) {
                BigDecimal lastClose = plausibility.lastClose();
                CandlePlausibility.Verdict verdict = plausibility.next(row.candle());
                decideOpen(verdict.confirming());
                if (verdict.plausible()) {
                    if (row.implausible()) {
                        confirmed.add(row);
                    } else if (row.candle().openTime().isAfter(lastWritten)) {
                        return true;
                    }
                } else {
                    open = row;
                    openAgainst = lastClose;
                }
            }
            return rows.size() < CHUNK;
        }

        Judged judged() {
            decideOpen(false);
            return new Judged(doubted, confirmed);
        }

        private void decideOpen(boolean isConfirmed) {
            Flagged row = open;
            BigDecimal lastClose = openAgainst;
            open = null;
            if (row != null && isConfirmed && row.implausible()) {
                confirmed.add(row);
            } else if (row != null && lastClose != null && !isConfirmed && !row.implausible()) {
                doubted.add(new Doubt(row.candle(), row.source(), lastClose));
            }
        }
    }
}
