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
import java.util.SortedMap;
import java.util.TreeMap;
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

    /**
     * A stock with its returns from each day that has a price to the next, by day.
     *
     * @param returns price / price of the day before - 1
     */
    record Column(String code, SortedMap<String, Double> returns) {}

    /** The same columns as stocks. */
    static List<Column> columns(String path, int most) {
        List<List<String>> rows = rows(SharedData.require(path));
        List<String> header = rows.getFirst();
        return IntStream.range(1, Math.min(header.size(), most + 1))
                .mapToObj(i -> new Column(header.get(i), returns(rows.subList(1, rows.size()), i)))
                .toList();
    }

    private static SortedMap<String, Double> returns(List<List<String>> days, int column) {
        SortedMap<String, Double> returns = new TreeMap<>();
        for (int t = 1; t < days.size(); t++) {
            String before = days.get(t - 1).get(column);
            String price = days.get(t).get(column);
            if (!before.isEmpty() && !price.isEmpty()) {
                returns.put(
                        days.get(t).getFirst().substring(0, 10),
                        Double.parseDouble(price) / Double.parseDouble(before) - 1);
            }
        }
        return returns;
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
