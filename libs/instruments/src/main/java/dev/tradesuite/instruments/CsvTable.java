package dev.tradesuite.instruments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Comma-separated lines under a header line; the columns may come in any order.
 *
 * <p>Empty lines and lines that begin with {@code #} are skipped. Every faulty line is reported, not just the first.
 */
public final class CsvTable {

    private final List<String> columns;
    private final List<String> faults = new ArrayList<>();
    private final RowReader reader;
    private List<String> header = List.of();

    private CsvTable(List<String> columns, RowReader reader) {
        this.columns = columns;
        this.reader = reader;
    }

    /** What is done with a row; an {@link IllegalArgumentException} says what is wrong with it, the field first. */
    public interface RowReader {

        void read(Row row);
    }

    /**
     * One line by column name.
     *
     * @param number of the line, from 1
     */
    public record Row(int number, Map<String, String> cells) {

        /** What stands in a column; empty for nothing. */
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * Reads every row.
     *
     * @param what what stands in it, for messages, such as {@code Instruments}
     * @param source name of the file for messages
     * @throws CatalogException when anything in the file is not as it should be
     */
    public static void read(String what, String source, Reader text, List<String> columns, RowReader reader)
            throws IOException {
        CsvTable table = new CsvTable(columns, reader);
        table.readLines(new BufferedReader(text));
        if (!table.faults.isEmpty()) {
            throw new CatalogException(what, source, table.faults);
        }
    }

    /**
     * Reads a file.
     *
     * @throws CatalogException when it cannot be read or has a fault
     */
    public static void read(String what, Path file, List<String> columns, RowReader reader) {
        try (Reader text = Files.newBufferedReader(file)) {
            read(what, file.toString(), text, columns, reader);
        } catch (NoSuchFileException cause) {
            throw new CatalogException(what, file.toString(), "there is no such file", cause);
        } catch (IOException cause) {
            throw new CatalogException(what, file.toString(), "it must be a readable text file in UTF-8", cause);
        }
    }

    /** Reads a file that comes with the suite, on the class path of a class. */
    public static void readShipped(
            String what, Class<?> owner, String resource, List<String> columns, RowReader reader) {
        try (InputStream bytes = owner.getClassLoader().getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            read(what, resource, new InputStreamReader(bytes, StandardCharsets.UTF_8), columns, reader);
        } catch (IOException cause) {
            throw new CatalogException(what, resource, "the resource cannot be read", cause);
        }
    }

    private void readLines(BufferedReader lines) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            // Spreadsheets put a byte order mark before the first character.
            String content = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            List<String> cells =
                    Arrays.stream(content.split(",", -1)).map(String::strip).toList();
            if (!header.isEmpty()) {
                readRow(number, cells);
            } else if (!readHeader(number, cells)) {
                return;
            }
        }
        if (header.isEmpty()) {
            faults.add("the file has no header line; expected " + String.join(",", columns));
        }
    }

    private boolean readHeader(int number, List<String> cells) {
        header = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        for (String column : columns) {
            if (!header.contains(column)) {
                faults.add("line " + number + ", header: the column " + column + " is missing");
            }
        }
        for (String column : header) {
            if (!columns.contains(column)) {
                faults.add("line " + number + ", header: the column '" + column + "' is not known");
            }
        }
        if (header.stream().distinct().count() < header.size()) {
            faults.add("line " + number + ", header: a column is there twice");
        }
        return faults.isEmpty();
    }

    private void readRow(int number, List<String> cells) {
        if (cells.size() != header.size()) {
            faults.add("line " + number + ": expected " + header.size() + " fields, found " + cells.size());
            return;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        try {
            reader.read(new Row(number, row));
        } catch (IllegalArgumentException rule) {
            faults.add("line " + number + ", " + rule.getMessage());
        }
    }
}
