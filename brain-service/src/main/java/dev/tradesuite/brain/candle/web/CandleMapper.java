package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleRules;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Candles of a request: all are valid, or the request is refused with every fault named. */
final class CandleMapper {

    private static final int REPORTED = 100;

    private CandleMapper() {}

    static List<CandleRow> rows(String symbol, List<Candle> candles) {
        List<CandleRow> rows = new ArrayList<>(candles.size());
        for (Candle candle : candles) {
            rows.add(new CandleRow(
                    rows.size() + 1,
                    symbol,
                    candle.openTime(),
                    candle.open(),
                    candle.high(),
                    candle.low(),
                    candle.close(),
                    candle.volume(),
                    false));
        }
        return rows;
    }

    /** The newest candle when it had opened by a moment and not closed: a feed may send it along. */
    static Optional<Candle> forming(List<Candle> candles, Timeframe timeframe, Instant now) {
        return candles.stream()
                .max(Comparator.comparing(Candle::openTime))
                .filter(newest -> !newest.openTime().isAfter(now)
                        && newest.openTime().plus(timeframe.length()).isAfter(now));
    }

    /** @throws ProblemException {@code VALIDATION_FAILED} naming the first hundred faulty candles */
    static void requireAll(List<CandleRow> rows, CandleRules rules) {
        List<FieldError> faults = rows.stream()
                .flatMap(row -> rules.refusal(row).stream())
                .limit(REPORTED)
                .map(CandleMapper::fault)
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    static Candle onTheWire(dev.tradesuite.brain.candle.Candle candle) {
        return new Candle(
                candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }

    private static FieldError fault(RefusedRow row) {
        return new FieldError(
                "candles[" + (row.line() - 1) + "]" + field(row.reason()),
                row.reason().name(),
                row.reason().sentence() + " Found: " + row.found(),
                null);
    }

    private static String field(RowRefusal reason) {
        return switch (reason) {
            case BAD_TIME, OFF_GRID, IN_FUTURE -> ".open_time";
            case NEGATIVE_VOLUME -> ".volume";
            case UNREADABLE_ROW,
                    BAD_NUMBER,
                    PRICE_NOT_POSITIVE,
                    RANGE_BROKEN,
                    UNKNOWN_SYMBOL,
                    OTHER_SYMBOL,
                    CONFLICTING_DUPLICATE,
                    OVERLAPPING,
                    SOURCE_NOT_ALLOWED -> "";
        };
    }
}
