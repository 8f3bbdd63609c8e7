package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.UnreadableSourceException.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which column of a file holds which field. */
final class ColumnMap {

    private static final List<CandleField> REQUIRED =
            List.of(CandleField.TIME, CandleField.OPEN, CandleField.HIGH, CandleField.LOW, CandleField.CLOSE);

    private final Map<CandleField, int[]> columns = new EnumMap<>(CandleField.class);
    private final int width;

    private ColumnMap(int width) {
        this.width = width;
    }

    /**
     * Finds the columns by their headers.
     *
     * @throws UnreadableSourceException when a needed column is missing; names all of them
     */
    static ColumnMap of(List<String> headers, FileFormat format) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            positions.putIfAbsent(normalised(headers.get(i)), i);
        }
        ColumnMap map = new ColumnMap(headers.size());
        List<Fault> faults = new ArrayList<>();
        for (CandleField field : CandleField.values()) {
            List<String> named = format.columns().get(field);
            if (named != null) {
                map.put(field, named, positions, faults);
            } else {
                map.detect(field, positions);
            }
        }
        map.requireAll(format, faults);
        if (!faults.isEmpty()) {
            throw UnreadableSourceException.misfit(
                    "the columns of the file cannot be told from its first line: " + shortened(headers), faults);
        }
        return map;
    }

    /** The text of a field in a row; empty when the file has no such column. */
    String text(CandleField field, List<String> row) {
        int[] found = columns.get(field);
        if (found == null) {
            return "";
        }
        String first = row.get(found[0]);
        return found.length == 1 ? first : first + " " + row.get(found[1]);
    }

    boolean has(CandleField field) {
        return columns.containsKey(field);
    }

    /** Whether a row has a field for every column and nothing beyond but empty ones. */
    boolean fits(List<String> row) {
        for (int i = width; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                return false;
            }
        }
        return row.size() >= width;
    }

    int width() {
        return width;
    }

    private void put(CandleField field, List<String> named, Map<String, Integer> positions, List<Fault> faults) {
        int[] found = new int[named.size()];
        for (int i = 0; i < found.length; i++) {
            Integer position = positions.get(normalised(named.get(i)));
            if (position == null) {
                faults.add(new Fault("columns", "the file has no column '" + named.get(i) + "' for " + field.label()));
                return;
            }
            found[i] = position;
        }
        columns.put(field, found);
    }

    private void detect(CandleField field, Map<String, Integer> positions) {
        Integer date = positions.get("date");
        Integer time = positions.get("time");
        if (field == CandleField.TIME && date != null && time != null) {
            columns.put(field, new int[] {date, time});
            return;
        }
        for (String header : field.headers()) {
            Integer position = positions.get(header);
            if (position != null) {
                columns.put(field, new int[] {position});
                return;
            }
        }
    }

    private void requireAll(FileFormat format, List<Fault> faults) {
        for (CandleField field : REQUIRED) {
            if (!has(field) && !format.columns().containsKey(field)) {
                faults.add(new Fault(
                        "columns",
                        "no column for %s was found; name it, as in columns=%s:Header"
                                .formatted(field.label(), field.label())));
            }
        }
        if (!has(CandleField.SYMBOL) && !format.columns().containsKey(CandleField.SYMBOL) && format.symbol() == null) {
            faults.add(new Fault("symbol", "the file has no symbol column, so the symbol must be given"));
        }
    }

    /** {@code <TICKVOL>}, {@code Gmt time} and {@code "Open"} become tickvol, gmt_time and open. */
    private static String normalised(String header) {
        return header.replaceAll("[<>\"'\uFEFF]", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[ .-]+", "_");
    }

    private static String shortened(List<String> headers) {
        String text = String.join(", ", headers).replaceAll("\\p{Cntrl}", "?");
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }
}
