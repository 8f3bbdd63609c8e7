package dev.tradesuite.benchmarks.risk;

import dev.tradesuite.quant.moment.ReturnTable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded daily returns with one common factor. */
final class MadeUpReturns {

    private MadeUpReturns() {}

    static ReturnTable of(int assets, int days) {
        Random random = new Random(7);
        double[][] series = new double[assets][days];
        for (int t = 0; t < days; t++) {
            double market = 0.008 * random.nextGaussian();
            for (double[] values : series) {
                values[t] = 0.0003 + market + 0.012 * random.nextGaussian();
            }
        }
        long[] ends = new long[days];
        Arrays.setAll(ends, t -> t);
        List<String> codes = IntStream.range(0, assets).mapToObj(i -> "S" + i).toList();
        return ReturnTable.of(codes, ends, series);
    }
}
