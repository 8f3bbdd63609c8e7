package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.UnreadableSourceException.Fault;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a file is written, found out from its first lines and from what was told about it.
 *
 * <p>The header is the first line that names the four prices; what stands before it, such as a title, an address or
 * {@code sep=;}, is passed over. Without such a line the columns are known by what stands in them
 * ({@link UnnamedColumns}). What can be read in two ways is refused, with the setting that decides it.
 *
 * @param firstRow index of the first candle among the lines read ahead
 * @param delimiter between the cells
 * @param columns which column holds which field
 * @param numbers how numbers are written
 * @param times how time labels are written
 */
record FileLayout(int firstRow, char delimiter, ColumnMap columns, NumberStyle numbers, TimeFormat times) {

    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[-+$]?[\\d.,' ]*\\d");
    private static final int TITLE_LINES = 20;
    private static final int PROBED_ROWS = 50;

    /**
     * The layout of a file.
     *
     * @param lines its first lines
     * @throws UnreadableSourceException when they do not show it
     */
    static FileLayout of(List<FileLine> lines, FileFormat format, InstrumentCatalog catalog) {
        return new Finder(lines, format, catalog).layout();
    }

    /** Where the rows begin, and what stands in their columns. */
    private record Table(int firstRow, char delimiter, List<String> headers, ColumnMap columns) {}

    private static final class Finder {

        private final List<FileLine> lines;
        private final FileFormat format;
        private final InstrumentCatalog catalog;
        private final int start;
        private final List<Character> delimiters;

        Finder(List<FileLine> lines, FileFormat format, InstrumentCatalog catalog) {
            this.lines = lines;
            this.format = format;
            this.catalog = catalog;
            if (lines.isEmpty()) {
                throw UnreadableSourceException.damaged("the file has no lines");
            }
            Matcher separator = SEPARATOR_LINE.matcher(lines.getFirst().text());
            this.start = separator.matches() ? 1 : 0;
            this.delimiters = separator.matches() ? List.of(separator.group(1).charAt(0)) : CsvLine.DELIMITERS;
        }

        FileLayout layout() {
            Table table = (format.noHeader() ? Optional.<Table>empty() : named())
                    .or(this::told)
                    .or(this::unnamed)
                    .orElseThrow(this::noTable);
            List<List<String>> rows = rows(table);
            ColumnMap columns = withTime(table, rows).complete(table.headers(), format);
            columns = withVolume(columns, table.headers(), rows);
            refuseUnquotedDecimals(table, columns, rows);
            return new FileLayout(
                    table.firstRow(), table.delimiter(), columns, numbers(columns, rows), times(columns, rows));
        }

        /** The table under the first line that names the prices. */
        private Optional<Table> named() {
            for (int i = start; i < Math.min(lines.size(), start + TITLE_LINES); i++) {
                for (char delimiter : delimiters) {
                    List<String> cells = lines.get(i).cells(delimiter).orElse(List.of());
                    ColumnMap columns = ColumnMap.of(cells, format);
                    if (columns.hasPrices()
                            && !NUMBER.matcher(columns.text(CandleField.OPEN, cells))
                                    .matches()) {
                        return Optional.of(new Table(i + 1, delimiter, cells, columns));
                    }
                }
            }
            return Optional.empty();
        }

        /** The table from the first line on, when it is told by numbers which column is which. */
        private Optional<Table> told() {
            if (format.columns().isEmpty()
                    || !format.columns().values().stream().flatMap(List::stream).allMatch(name -> ColumnMap.number(name)
                            .isPresent())) {
                return Optional.empty();
            }
            for (char delimiter : delimiters) {
                List<String> cells =
                        start < lines.size() ? lines.get(start).cells(delimiter).orElse(List.of()) : List.of();
                ColumnMap columns = ColumnMap.of(cells.stream().map(_ -> "?").toList(), format);
                if (columns.hasPrices()) {
                    return Optional.of(new Table(start, delimiter, cells, columns));
                }
            }
            return Optional.empty();
        }

        /** The table whose columns are known by what stands in them. */
        private Optional<Table> unnamed() {
            for (int i = start; i < Math.min(lines.size(), start + (format.noHeader() ? 1 : TITLE_LINES)); i++) {
                for (char delimiter : delimiters) {
                    Optional<ColumnMap> columns = UnnamedColumns.of(rows(i, delimiter, PROBED_ROWS), format, catalog);
                    if (columns.isPresent()) {
                        return Optional.of(new Table(i, delimiter, List.of(), columns.get()));
                    }
                }
            }
            return Optional.empty();
        }

        /** The refusal: what is missing in the line that looks most like a header, or how to do without one. */
        private UnreadableSourceException noTable() {
            ColumnMap best = ColumnMap.at(Map.of(), 0);
            List<String> headers = List.of();
            for (int i = start; i < Math.min(lines.size(), start + TITLE_LINES); i++) {
                for (char delimiter : delimiters) {
                    List<String> cells = lines.get(i).cells(delimiter).orElse(List.of());
                    ColumnMap columns = ColumnMap.of(cells, format);
                    if (columns.size() > best.size()) {
                        best = columns;
                        headers = cells;
                    }
                }
            }
            if (best.size() > 0 && !format.noHeader()) {
                best.complete(headers, format);
            }
            return UnreadableSourceException.misfit(
                    "no line of the file names its columns",
                    List.of(new Fault(
                            "columns",
                            "say that there is no header and which column is which, as in"
                                    + " no_header=true and columns=1=time,2=open,3=high,4=low,5=close,6=volume;"
                                    + " 1+2=time joins two")));
        }

        /** The column whose cells are times: the named one that can be read, else a first one without a use. */
        private ColumnMap withTime(Table table, List<List<String>> rows) {
            if (format.columns().containsKey(CandleField.TIME)
                    || table.headers().isEmpty()) {
                return table.columns();
            }
            List<int[]> candidates = new ArrayList<>();
            table.columns().positions(CandleField.TIME).ifPresent(candidates::add);
            for (int i = 0; i < table.headers().size(); i++) {
                if (CandleField.TIME
                        .headers()
                        .contains(ColumnMap.normalised(table.headers().get(i)))) {
                    candidates.add(new int[] {i});
                }
            }
            if (!table.columns().uses(0)) {
                candidates.add(new int[] {0});
            }
            for (int[] candidate : candidates) {
                if (rows.stream().limit(PROBED_ROWS).anyMatch(row -> isTime(ColumnMap.text(candidate, row)))) {
                    return table.columns().with(CandleField.TIME, candidate);
                }
            }
            return table.columns();
        }

        private boolean isTime(String label) {
            try {
                if (format.timeFormat() != null) {
                    format.timeFormat().read(label);
                } else {
                    UnnamedColumns.readInAnyOrder(label);
                }
                return true;
            } catch (DateTimeException | ArithmeticException _) {
                return false;
            }
        }

        /** {@code Volume BTC} beside {@code Volume USDT}: the volume of a market is counted in what is traded. */
        private ColumnMap withVolume(ColumnMap columns, List<String> headers, List<List<String>> rows) {
            if (columns.has(CandleField.VOLUME) || format.columns().containsKey(CandleField.VOLUME)) {
                return columns;
            }
            String symbol = Stream.ofNullable(format.symbol())
                    .findFirst()
                    .or(() -> rows.stream().findFirst().map(row -> columns.text(CandleField.SYMBOL, row)))
                    .orElse("")
                    .toUpperCase(Locale.ROOT);
            for (int i = 0; i < headers.size(); i++) {
                String header = ColumnMap.normalised(headers.get(i)).toUpperCase(Locale.ROOT);
                if (header.startsWith("VOLUME_") && symbol.startsWith(header.substring("VOLUME_".length()))) {
                    return columns.with(CandleField.VOLUME, i);
                }
            }
            return columns;
        }

        /** Commas without quotes that both part the cells and mark decimals tear every number in two. */
        private void refuseUnquotedDecimals(Table table, ColumnMap columns, List<List<String>> rows) {
            if (table.delimiter() == ','
                    && !rows.isEmpty()
                    && rows.stream().allMatch(row -> row.size() >= columns.width() + 4 && !columns.fits(row))) {
                throw UnreadableSourceException.misfit(
                        "the rows have more cells than the header",
                        List.of(new Fault(
                                "decimal_comma",
                                "a comma both parts the cells and marks decimals; export the file with semicolons or"
                                        + " quotes, and say decimal_comma=true")));
            }
        }

        private NumberStyle numbers(ColumnMap columns, List<List<String>> rows) {
            if (format.decimalComma() != null) {
                return format.decimalComma() ? NumberStyle.DECIMAL_COMMA : NumberStyle.DECIMAL_POINT;
            }
            return NumberStyle.of(
                    rows.stream()
                            .flatMap(row -> ColumnMap.PRICES.stream().map(field -> columns.text(field, row)))
                            .toList(),
                    rows.stream()
                            .map(row -> RowReader.withoutUnit(columns.text(CandleField.VOLUME, row)))
                            .toList());
        }

        private TimeFormat times(ColumnMap columns, List<List<String>> rows) {
            if (format.timeFormat() != null) {
                return format.timeFormat();
            }
            return TimeFormat.auto(DateOrder.of(rows.stream()
                            .map(row -> columns.text(CandleField.TIME, row))
                            .toList())
                    .orElse(null));
        }

        private List<List<String>> rows(Table table) {
            return rows(table.firstRow(), table.delimiter(), lines.size());
        }

        private List<List<String>> rows(int from, char delimiter, int most) {
            return lines.subList(from, Math.min(lines.size(), from + most)).stream()
                    .flatMap(line -> line.cells(delimiter).stream())
                    .toList();
        }
    }
}
