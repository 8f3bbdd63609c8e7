package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.test.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Recorded prices as the JSON of a request. */
final class PriceJson {

    private PriceJson() {}

    /**
     * The member {@code prices} of a file's first columns.
     *
     * @param most at most so many assets
     */
    static String of(String path, int most) {
        List<List<String>> rows = rows(SharedData.require(path));
        List<String> header = rows.getFirst();
        List<List<String>> days = rows.subList(1, rows.size());
        String dates = days.stream()
                .map(row -> "\"" + row.getFirst().substring(0, 10) + "\"")
                .collect(Collectors.joining(","));
        String series = IntStream.range(1, Math.min(header.size(), most + 1))
                .mapToObj(i -> "\"%s\":[%s]"
                        .formatted(
                                header.get(i),
                                days.stream()
                                        .map(row -> row.get(i).isEmpty() ? "null" : row.get(i))
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        return "{\"dates\":[%s],\"series\":{%s}}".formatted(dates, series);
    }

    private static List<List<String>> rows(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
