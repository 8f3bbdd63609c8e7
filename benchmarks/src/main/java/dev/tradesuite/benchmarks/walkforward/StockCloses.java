package dev.tradesuite.benchmarks.walkforward;

import dev.tradesuite.quant.moment.PriceTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A table of closes: a column for the day, then one for each stock; an empty cell is a day without a close. */
final class StockCloses {

    private StockCloses() {}

    /** Reads a file, compressed or not. */
    static PriceTable read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return table(
                    reader.lines().map(line -> List.of(line.split(",", -1))).toList());
        }
    }

    private static PriceTable table(List<List<String>> rows) {
        if (rows.size() < 2) {
            throw new IllegalArgumentException("there is no day in the file");
        }
        List<String> header = rows.getFirst();
        List<List<String>> days = rows.subList(1, rows.size());
        double[][] series = new double[header.size() - 1][days.size()];
        long[] times = new long[days.size()];
        for (int t = 0; t < times.length; t++) {
            times[t] = LocalDate.parse(days.get(t).getFirst().substring(0, 10)).toEpochDay();
            for (int i = 0; i < series.length; i++) {
                String cell = days.get(t).get(i + 1);
                series[i][t] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            }
        }
        return PriceTable.of(header.subList(1, header.size()), times, series);
    }
}
