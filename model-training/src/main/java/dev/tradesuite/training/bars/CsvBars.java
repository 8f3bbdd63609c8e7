package dev.tradesuite.training.bars;

import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.training.TrainingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Bars of a plain CSV file, also compressed: a head with the columns time (or {@code time_utc}, {@code open_time}),
 * open, high, low and close, prices with a point, times with an offset, oldest first. Further columns do not matter;
 * where there is a column symbol, other symbols are left out.
 *
 * <p>Files of any other form are imported into the suite, which knows many, and trained on from there.
 */
public final class CsvBars {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final List<String> TIMES = List.of("time", "time_utc", "open_time", "timestamp");
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private CsvBars() {}

    /** The bars of the range. The first line that cannot be read ends it: half a file is not trained on. */
    public static PriceBars read(Path file, BarRange range) {
        BarList bars = new BarList();
        try (Reader text = reader(file);
                CSVParser parser = FORMAT.parse(text)) {
            Map<String, Integer> columns = columns(parser.getHeaderNames());
            int time = timeColumn(file, columns);
            for (CSVRecord row : parser) {
                String where = "%s, line %d".formatted(file.getFileName(), parser.getCurrentLineNumber());
                Instant openTime = time(value(row, time, where), where);
                if (isOf(range.symbol(), row, columns) && range.has(openTime)) {
                    bars.add(
                            openTime,
                            price(file, row, columns, "open", where),
                            price(file, row, columns, "high", where),
                            price(file, row, columns, "low", where),
                            price(file, row, columns, "close", where),
                            where);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new TrainingException("the file %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        return bars.bars();
    }

    private static Map<String, Integer> columns(List<String> head) {
        Map<String, Integer> columns = new TreeMap<>();
        for (int i = 0; i < head.size(); i++) {
            columns.put(head.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    private static int timeColumn(Path file, Map<String, Integer> columns) {
        return TIMES.stream()
                .filter(columns::containsKey)
                .map(columns::get)
                .findFirst()
                .orElseThrow(() -> new TrainingException("%s has no column %s; its columns are %s"
                        .formatted(file, String.join(" or ", TIMES), String.join(", ", columns.keySet()))));
    }

    private static boolean isOf(String symbol, CSVRecord row, Map<String, Integer> columns) {
        Integer column = columns.get("symbol");
        return column == null || column >= row.size() || row.get(column).strip().equalsIgnoreCase(symbol);
    }

    private static double price(Path file, CSVRecord row, Map<String, Integer> columns, String name, String where) {
        Integer column = columns.get(name);
        if (column == null) {
            throw new TrainingException("%s has no column %s; its columns are %s"
                    .formatted(file, name, String.join(", ", columns.keySet())));
        }
        String text = value(row, column, where);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TrainingException("%s: %s is no price: '%s'".formatted(where, name, text), e);
        }
    }

    private static Instant time(String text, String where) {
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException e) {
            throw new TrainingException(
                    "%s: '%s' is no time with an offset, such as 2026-03-26T14:00:00Z; import the file into the suite"
                                    .formatted(where, text)
                            + " and train from there",
                    e);
        }
    }

    private static String value(CSVRecord row, int column, String where) {
        if (column >= row.size()) {
            throw new TrainingException("%s: the line has only %d values".formatted(where, row.size()));
        }
        return row.get(column).strip();
    }

    private static Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
