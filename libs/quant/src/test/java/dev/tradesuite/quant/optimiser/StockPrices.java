package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.test.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Daily returns of recorded prices, NaN where a price is missing, with plain moments: the tests' own arithmetic. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StockPrices(List<String> codes, double[][] returns) {

    private static final int DAYS = 252;

    static StockPrices read(String path) {
        Path file = SharedData.require(path);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = path.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    reader.lines().map(line -> line.split(",", -1)).toList();
            List<String> header = List.of(rows.getFirst());
            double[][] returns = new double[rows.size() - 2][header.size() - 1];
            for (int t = 0; t < returns.length; t++) {
                for (int i = 0; i < returns[t].length; i++) {
                    returns[t][i] = price(rows.get(t + 2)[i + 1]) / price(rows.get(t + 1)[i + 1]) - 1;
                }
            }
            return new StockPrices(header.subList(1, header.size()), returns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Geometric mean of a year and pairwise sample covariance x 252. */
    Universe universe() {
        return Universe.of(codes, geometricMeans(), covariance());
    }

    double[] geometricMeans() {
        double[] means = new double[codes.size()];
        for (int i = 0; i < means.length; i++) {
            double growth = 1;
            int count = 0;
            for (double[] row : returns) {
                if (!Double.isNaN(row[i])) {
                    growth *= 1 + row[i];
                    count++;
                }
            }
            means[i] = Math.pow(growth, (double) DAYS / count) - 1;
        }
        return means;
    }

    double[] arithmeticMeans() {
        double[] means = new double[codes.size()];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            int count = 0;
            for (double[] row : returns) {
                if (!Double.isNaN(row[i])) {
                    sum += row[i];
                    count++;
                }
            }
            means[i] = sum / count * DAYS;
        }
        return means;
    }

    SymmetricMatrix covariance() {
        return SymmetricMatrix.of(codes.size(), this::covariance);
    }

    /** Correlation of each pair over the days that both have, with the deviations of those days. */
    SymmetricMatrix pairwiseCorrelation() {
        return SymmetricMatrix.of(codes.size(), (i, j) -> {
            double[][] pair = Arrays.stream(returns)
                    .filter(row -> !Double.isNaN(row[i] + row[j]))
                    .map(row -> new double[] {row[i], row[j]})
                    .toArray(double[][]::new);
            StockPrices both = new StockPrices(List.of("A", "B"), pair);
            return both.covariance().correlation().get(0, i == j ? 0 : 1);
        });
    }

    /** The last rows of some columns, all of which must be known. */
    StockPrices last(int rows, int columns) {
        double[][] part = new double[rows][columns];
        for (int t = 0; t < rows; t++) {
            System.arraycopy(returns[returns.length - rows + t], 0, part[t], 0, columns);
        }
        return new StockPrices(codes.subList(0, columns), part);
    }

    private double covariance(int i, int j) {
        double meanI = 0;
        double meanJ = 0;
        int count = 0;
        for (double[] row : returns) {
            if (!Double.isNaN(row[i] + row[j])) {
                meanI += row[i];
                meanJ += row[j];
                count++;
            }
        }
        meanI /= count;
        meanJ /= count;
        double products = 0;
        for (double[] row : returns) {
            if (!Double.isNaN(row[i] + row[j])) {
                products += (row[i] - meanI) * (row[j] - meanJ);
            }
        }
        return products / (count - 1) * DAYS;
    }

    private static double price(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
