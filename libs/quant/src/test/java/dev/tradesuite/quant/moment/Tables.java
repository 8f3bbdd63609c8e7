package dev.tradesuite.quant.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small and seeded tables for tests. */
public final class Tables {

    public static final double NONE = Double.NaN;

    private Tables() {}

    /** Returns with the codes A0, A1 and so on. */
    public static ReturnTable returns(double[]... series) {
        return ReturnTable.of(codes(series.length), times(series[0].length), series);
    }

    /** Prices with the codes A0, A1 and so on. */
    public static PriceTable prices(double[]... series) {
        return PriceTable.of(codes(series.length), times(series[0].length), series);
    }

    /** Returns with one common factor and a part of their own, around 1 % a period. */
    public static ReturnTable random(int assets, int periods, long seed) {
        Random random = new Random(seed);
        double[][] series = new double[assets][periods];
        for (int t = 0; t < periods; t++) {
            double common = 0.006 * random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                series[i][t] = 0.0004 + (0.5 + i % 3 * 0.5) * common + (0.004 + 0.001 * i) * random.nextGaussian();
            }
        }
        return returns(series);
    }

    /** The same with some returns missing, at the start and inside. */
    public static ReturnTable withGaps(ReturnTable table, long seed) {
        Random random = new Random(seed);
        double[][] series = new double[table.assets()][];
        for (int i = 0; i < series.length; i++) {
            series[i] = table.series(i);
            for (int t = 0; t < series[i].length; t++) {
                if (t < 3 * i || random.nextInt(15) == 0) {
                    series[i][t] = NONE;
                }
            }
        }
        return returns(series);
    }

    public static void refuses(QuantProblem why, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.problem())
                .isEqualTo(why));
    }

    private static List<String> codes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "A" + i).toList();
    }

    private static long[] times(int count) {
        return LongStream.range(0, count).toArray();
    }
}
