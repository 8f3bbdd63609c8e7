package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleRows;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one row after the other. Serves one file and one thread. */
final class RowReader {

    private static final int MAX_NUMBER = 40;
    private static final int SHOWN = 60;
    private static final Set<String> MISSING = Set.of("-", "null", "nan", "none", "n/a", "na");

    private final FileLayout layout;
    private final ColumnMap columns;
    private final FileFormat format;
    private final InstrumentCatalog catalog;
    private final LabelClock clock;

    RowReader(FileLayout layout, FileFormat format, InstrumentCatalog catalog) {
        this.layout = layout;
        this.columns = layout.columns();
        this.format = format;
        this.catalog = catalog;
        this.clock = new LabelClock(format);
    }

    /** What a row turned out to be. */
    sealed interface Outcome {

        void handTo(CandleRows.Sink sink);
    }

    record Read(CandleRow row) implements Outcome {

        @Override
        public void handTo(CandleRows.Sink sink) {
            sink.read(row);
        }
    }

    record Refused(RefusedRow row) implements Outcome {

        @Override
        public void handTo(CandleRows.Sink sink) {
            sink.refused(row);
        }
    }

    Outcome read(long line, List<String> row) {
        try {
            if (!columns.fits(row)) {
                throw new Refusal(
                        RowRefusal.UNREADABLE_ROW, "expected " + columns.width() + " columns, found " + row.size());
            }
            String symbol = symbol(row);
            LabelClock.Moment moment = moment(symbol, row);
            return new Read(new CandleRow(
                    line,
                    symbol,
                    moment.time(),
                    price(CandleField.OPEN, row),
                    price(CandleField.HIGH, row),
                    price(CandleField.LOW, row),
                    price(CandleField.CLOSE, row),
                    volume(row),
                    moment.moved(),
                    adjustedClose(row)));
        } catch (Refusal refusal) {
            return new Refused(new RefusedRow(line, refusal.reason, refusal.found));
        }
    }

    /** The symbol told for the file wins over its column, unless the column names another instrument. */
    private String symbol(List<String> row) throws Refusal {
        String name = columns.text(CandleField.SYMBOL, row);
        Optional<String> found =
                columns.has(CandleField.SYMBOL) ? catalog.find(name).map(Instrument::symbol) : Optional.empty();
        if (format.symbol() == null) {
            return found.orElseThrow(() -> new Refusal(RowRefusal.UNKNOWN_SYMBOL, "'" + shortened(name) + "'"));
        }
        if (found.isPresent() && !found.get().equals(format.symbol())) {
            throw new Refusal(RowRefusal.OTHER_SYMBOL, "'" + shortened(name) + "' in a file of " + format.symbol());
        }
        return format.symbol();
    }

    private LabelClock.Moment moment(String symbol, List<String> row) throws Refusal {
        String text = columns.text(CandleField.TIME, row);
        try {
            return clock.read(layout.times().read(text), symbol);
        } catch (DateTimeException | ArithmeticException cause) {
            throw new Refusal(RowRefusal.BAD_TIME, shortened("'" + text + "': " + cause.getMessage()));
        }
    }

    private BigDecimal price(CandleField field, List<String> row) throws Refusal {
        return number(field, columns.text(field, row));
    }

    private @Nullable BigDecimal adjustedClose(List<String> row) throws Refusal {
        String text = columns.text(CandleField.ADJUSTED_CLOSE, row);
        return isMissing(text) ? null : number(CandleField.ADJUSTED_CLOSE, text);
    }

    private @Nullable BigDecimal volume(List<String> row) throws Refusal {
        String text = columns.text(CandleField.VOLUME, row);
        if (isMissing(text)) {
            return null;
        }
        return number(CandleField.VOLUME, withoutUnit(text)).scaleByPowerOfTen(unit(text));
    }

    /** What files write where they have no number. */
    private static boolean isMissing(String text) {
        return text.isEmpty() || MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** {@code 181.50K} without the letter. */
    static String withoutUnit(String text) {
        return unit(text) == 0 ? text : text.substring(0, text.length() - 1).strip();
    }

    /** Power of ten of a volume in thousands, millions or billions. */
    private static int unit(String text) {
        return text.isEmpty()
                ? 0
                : switch (text.charAt(text.length() - 1)) {
                    case 'K', 'k' -> 3;
                    case 'M', 'm' -> 6;
                    case 'B', 'b' -> 9;
                    default -> 0;
                };
    }

    private BigDecimal number(CandleField field, String text) throws Refusal {
        if (!text.isEmpty() && text.length() <= MAX_NUMBER) {
            try {
                return layout.numbers().read(text);
            } catch (NumberFormatException _) {
                // Said below, together with empty and overlong text.
            }
        }
        throw new Refusal(RowRefusal.BAD_NUMBER, field.label() + " is '" + shortened(text) + "'");
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    /** Leaves the reading of a row; without a stack trace, because a broken file has many. */
    private static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final RowRefusal reason;
        private final String found;

        Refusal(RowRefusal reason, String found) {
            super(found, null, false, false);
            this.reason = reason;
            this.found = found;
        }
    }
}
