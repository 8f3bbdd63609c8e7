package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.UnreadableSourceException.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of a file holds which field. */
final class ColumnMap {

    /** The fields that a header must name. */
    static final List<CandleField> PRICES =
            List.of(CandleField.OPEN, CandleField.HIGH, CandleField.LOW, CandleField.CLOSE);

    private final Map<CandleField, int[]> columns;
    private final List<Fault> faults = new ArrayList<>();
    private final int width;

    private ColumnMap(Map<CandleField, int[]> columns, int width) {
        this.columns = columns;
        this.width = width;
    }

    /**
     * Finds the columns by their headers; what is not found can be looked for among the rows.
     *
     * @param headers cells of the header line
     */
    static ColumnMap of(List<String> headers, FileFormat format) {
        Map<String, Integer> positions = new HashMap<>();
        int width = 0;
        for (int i = 0; i < headers.size(); i++) {
            positions.putIfAbsent(normalised(headers.get(i)), i);
            width = headers.get(i).isEmpty() ? width : i + 1;
        }
        ColumnMap map = new ColumnMap(new EnumMap<>(CandleField.class), width);
        for (CandleField field : CandleField.values()) {
            List<String> named = format.columns().get(field);
            if (named != null) {
                map.put(field, named, positions);
            } else {
                map.detect(field, positions);
            }
        }
        return map;
    }

    /** Columns of a file without a header, known by their positions from 0. */
    static ColumnMap at(Map<CandleField, int[]> positions, int width) {
        ColumnMap map = new ColumnMap(new EnumMap<>(CandleField.class), width);
        map.columns.putAll(positions);
        return map;
    }

    /** This map with the column of a field. */
    ColumnMap with(CandleField field, int... position) {
        Map<CandleField, int[]> all = new EnumMap<>(columns);
        all.put(field, position);
        ColumnMap map = new ColumnMap(all, width);
        map.faults.addAll(faults);
        return map;
    }

    /**
     * This map, if it has every field a candle needs.
     *
     * @throws UnreadableSourceException when one is missing; names all of them
     */
    ColumnMap complete(List<String> headers, FileFormat format) {
        List<Fault> all = new ArrayList<>(faults);
        for (CandleField field : CandleField.values()) {
            boolean isNeeded = field == CandleField.TIME || PRICES.contains(field);
            if (isNeeded && !has(field) && !format.columns().containsKey(field)) {
                all.add(new Fault(
                        "columns",
                        "no column for %s was found; name it, as in columns=%s:Header, or say where it stands, as in columns=1=%s"
                                .formatted(field.label(), field.label(), field.label())));
            }
        }
        if (!has(CandleField.SYMBOL) && !format.columns().containsKey(CandleField.SYMBOL) && format.symbol() == null) {
            all.add(new Fault("symbol", "the file has no symbol column, so the symbol must be given"));
        }
        if (!all.isEmpty()) {
            throw UnreadableSourceException.misfit(
                    "the columns of the file cannot be told from its first line: " + shortened(headers), all);
        }
        return this;
    }

    /** Whether a line of these cells can only be the header: it names all four prices. */
    boolean hasPrices() {
        return columns.keySet().containsAll(PRICES);
    }

    /** Number of fields found. */
    int size() {
        return columns.size();
    }

    /** The text of a field in a row; empty when the file has no such column. */
    String text(CandleField field, List<String> row) {
        int[] found = columns.get(field);
        return found == null ? "" : text(found, row);
    }

    /** The text in one column, or in two joined by a blank; empty beyond the end of the row. */
    static String text(int[] positions, List<String> row) {
        String first = cell(positions[0], row);
        return positions.length == 1 ? first : first + " " + cell(positions[1], row);
    }

    /** Positions of a field's columns: one, or two that are joined. */
    Optional<int[]> positions(CandleField field) {
        return Optional.ofNullable(columns.get(field));
    }

    boolean has(CandleField field) {
        return columns.containsKey(field);
    }

    /** Whether a field is read from this column. */
    boolean uses(int position) {
        return columns.values().stream()
                .anyMatch(found -> found[0] == position || (found.length == 2 && found[1] == position));
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

    private void put(CandleField field, List<String> named, Map<String, Integer> positions) {
        int[] found = new int[named.size()];
        for (int i = 0; i < found.length; i++) {
            Optional<Integer> position = position(named.get(i), positions);
            if (position.isEmpty()) {
                faults.add(new Fault("columns", "the file has no column '" + named.get(i) + "' for " + field.label()));
                return;
            }
            found[i] = position.get();
        }
        columns.put(field, found);
    }

    /** A column by its header, else by its number from 1. */
    private Optional<Integer> position(String name, Map<String, Integer> positions) {
        Integer named = positions.get(normalised(name));
        return named != null ? Optional.of(named) : number(name).filter(number -> number < width);
    }

    /** Position from 0 of a column that is told by its number from 1. */
    static Optional<Integer> number(String name) {
        return name.matches("[1-9]\\d{0,2}") ? Optional.of(Integer.parseInt(name) - 1) : Optional.empty();
    }

    private void detect(CandleField field, Map<String, Integer> positions) {
        Integer date = positions.getOrDefault("date", positions.get("dtyyyymmdd"));
        Integer time = positions.get("time");
        if (field == CandleField.TIME && date != null && time != null) {
            columns.put(field, new int[] {date, time});
            return;
        }
        for (String header : field.headers()) {
            Integer position = positions.get(header);
            if (position != null && !uses(position)) {
                columns.put(field, new int[] {position});
                return;
            }
        }
    }

    private static String cell(int position, List<String> row) {
        return position < row.size() ? row.get(position) : "";
    }

    /** {@code <TICKVOL>}, {@code Gmt time}, {@code Vol.} and {@code 1. open} become tickvol, gmt_time, vol and open. */
    static String normalised(String header) {
        return header.toLowerCase(Locale.ROOT)
                .replaceAll("[\"'\uFEFF]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "")
                .replaceAll("^\\d+_(?=\\p{L})", "");
    }

    private static String shortened(List<String> headers) {
        String text = String.join(", ", headers).replaceAll("\\p{Cntrl}", "?");
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }
}
