package dev.tradesuite.brain.candle.file;

import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows the columns of a file without a header by what stands in them.
 *
 * <p>The exports of Binance, MetaTrader, HistData, NinjaTrader, Kraken and others agree on one order: the time in one
 * column or two, open, high, low, close, volume, and then what is not read. Prices in another order do not pass,
 * because the second must be the highest and the third the lowest of the four.
 */
final class UnnamedColumns {

    private static final int MOST_BEFORE_TIME = 3;
    private static final int PRICES = 4;
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?|\\d{4}|\\d{6}");

    private UnnamedColumns() {}

    /** The columns that nine of ten rows agree with; empty when there are none such. */
    static Optional<ColumnMap> of(List<List<String>> rows, FileFormat format, InstrumentCatalog catalog) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> first = rows.getFirst();
        for (int time = 0; time < Math.min(first.size(), MOST_BEFORE_TIME + 1); time++) {
            for (int parts = 2; parts >= 1; parts--) {
                int[] label = parts == 2 ? new int[] {time, time + 1} : new int[] {time};
                int open = time + parts;
                if (rows.stream()
                                        .filter(row -> isCandle(row, label, open, format))
                                        .count()
                                * 10
                        >= rows.size() * 9L) {
                    return Optional.of(columns(first, label, open, catalog));
                }
            }
        }
        return Optional.empty();
    }

    /** Reads a label as it would be in a file that begins its dates with the day, else with the month. */
    static TimeLabel readInAnyOrder(String label) {
        try {
            return AutoTimeFormat.read(label, DateOrder.DAY_FIRST);
        } catch (DateTimeException _) {
            return AutoTimeFormat.read(label, DateOrder.MONTH_FIRST);
        }
    }

    private static ColumnMap columns(List<String> row, int[] label, int open, InstrumentCatalog catalog) {
        Map<CandleField, int[]> columns = new EnumMap<>(CandleField.class);
        columns.put(CandleField.TIME, label);
        for (int i = 0; i < label[0]; i++) {
            if (catalog.find(row.get(i)).isPresent()) {
                columns.put(CandleField.SYMBOL, new int[] {i});
            }
        }
        columns.put(CandleField.OPEN, new int[] {open});
        columns.put(CandleField.HIGH, new int[] {open + 1});
        columns.put(CandleField.LOW, new int[] {open + 2});
        columns.put(CandleField.CLOSE, new int[] {open + 3});
        if (row.size() > open + PRICES && !row.get(open + PRICES).isEmpty()) {
            columns.put(CandleField.VOLUME, new int[] {open + PRICES});
        }
        int width = row.size();
        while (row.get(width - 1).isEmpty()) {
            width--;
        }
        return ColumnMap.at(columns, width);
    }

    private static boolean isCandle(List<String> row, int[] label, int open, FileFormat format) {
        if (row.size() < open + PRICES) {
            return false;
        }
        try {
            TimeLabel time = format.timeFormat() == null
                    ? readInAnyOrder(ColumnMap.text(label, row))
                    : format.timeFormat().read(ColumnMap.text(label, row));
            return (label.length == 1 || isDateAndTime(row, label, time, format))
                    && arePrices(row.subList(open, open + PRICES), format);
        } catch (DateTimeException | ArithmeticException _) {
            return false;
        }
    }

    /** Whether two cells are a date and a time of day, and not a time and a number. */
    private static boolean isDateAndTime(List<String> row, int[] label, TimeLabel time, FileFormat format) {
        return TIME_OF_DAY.matcher(row.get(label[1])).matches()
                && (format.timeFormat() != null
                        || (readInAnyOrder(row.get(label[0]))
                                        .wallClock()
                                        .toLocalTime()
                                        .equals(LocalTime.MIDNIGHT)
                                && time.offset() == null));
    }

    private static boolean arePrices(List<String> cells, FileFormat format) {
        for (NumberStyle style : NumberStyle.values()) {
            if (format.decimalComma() == null || format.decimalComma() == (style == NumberStyle.DECIMAL_COMMA)) {
                try {
                    List<BigDecimal> prices = cells.stream().map(style::read).toList();
                    BigDecimal high = prices.get(1);
                    BigDecimal low = prices.get(2);
                    return low.signum() > 0
                            && prices.stream()
                                    .allMatch(price -> price.compareTo(high) <= 0 && price.compareTo(low) >= 0);
                } catch (NumberFormatException _) {
                    // Perhaps in the other style.
                }
            }
        }
        return false;
    }
}
