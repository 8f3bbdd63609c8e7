package dev.tradesuite.backtest;

import dev.tradesuite.market.MarketSourceException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV files whose first line names the columns; a quoted value may go on over several lines. */
final class Csv {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    /**
     * Hands out row by row.
     *
     * @param columns that must be there
     * @throws MarketSourceException the file cannot be read, or a column is missing
     */
    static void read(Path file, List<String> columns, Consumer<CSVRecord> row) {
        try (Reader text = reader(file);
                CSVParser parser = FORMAT.parse(text)) {
            List<String> missing = columns.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new MarketSourceException("The history %s has no column %s; its columns are %s"
                        .formatted(file, String.join(", ", missing), String.join(", ", parser.getHeaderNames())));
            }
            parser.forEach(row);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new MarketSourceException("The history %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Reader reader(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            return withoutMark(new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** A byte order mark is no part of the first column's name. */
    private static Reader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
