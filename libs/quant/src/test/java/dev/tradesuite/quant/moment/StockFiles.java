package dev.tradesuite.quant.moment;

import dev.tradesuite.test.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Recorded prices of stocks and funds; a test that asks for them is skipped where they are not. */
public final class StockFiles {

    private StockFiles() {}

    /** 20 US stocks 1989 to 2018, those not listed yet blank: what the published optima rest on. */
    public static PriceTable reference() {
        return read("stock_prices.csv");
    }

    /** 20 US stocks 1990 to 2022, complete. */
    public static PriceTable twentyStocks() {
        return read("stocks/skfolio_sp500_dataset.csv.gz");
    }

    /** 100 US stocks 2013 to 2021, some listed later. */
    public static PriceTable hundredStocks() {
        return read("stocks/us_adjclose_2013_2021.csv.gz");
    }

    /** Five factor funds 2014 to 2022. */
    public static PriceTable factorFunds() {
        return read("stocks/skfolio_factors_dataset.csv.gz");
    }

    private static PriceTable read(String name) {
        Path file = SharedData.require(name);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            List<String[]> lines =
                    reader.lines().map(line -> line.split(",", -1)).toList();
            String[] header = lines.getFirst();
            return table(Arrays.asList(header).subList(1, header.length), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PriceTable table(List<String> codes, List<String[]> rows) {
        double[][] series = new double[codes.size()][rows.size()];
        for (int t = 0; t < rows.size(); t++) {
            for (int i = 0; i < series.length; i++) {
                String price = rows.get(t)[i + 1];
                series[i][t] = price.isEmpty() ? Double.NaN : Double.parseDouble(price);
            }
        }
        return PriceTable.of(
                codes,
                rows.stream()
                        .mapToLong(row -> LocalDate.parse(row[0]).toEpochDay())
                        .toArray(),
                series);
    }
}
