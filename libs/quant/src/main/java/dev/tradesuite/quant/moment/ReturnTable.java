package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Simple returns of several assets over common periods, oldest first; NaN where an asset has none. Immutable.
 *
 * <p>0.02 is a gain of 2 %; -1 loses everything, and a position that can lose more than its capital may be below it.
 */
public final class ReturnTable {

    private final List<String> codes;
    private final long[] ends;
    private final double[][] series;

    private ReturnTable(List<String> codes, long[] ends, double[][] series) {
        this.codes = codes;
        this.ends = ends;
        this.series = series;
    }

    /**
     * A table of these returns.
     *
     * @param codes of the assets, distinct
     * @param ends times the periods end at, strictly ascending, in any numbering
     * @param series one for each code with a return for each period: finite, or NaN for none
     * @throws QuantException EMPTY, WRONG_SIZE, DUPLICATE_CODE, DATES_NOT_ALIGNED, NOT_FINITE
     */
    public static ReturnTable of(List<String> codes, long[] ends, double[][] series) {
        TableShape.require(codes, ends, series);
        for (int i = 0; i < series.length; i++) {
            for (int t = 0; t < ends.length; t++) {
                if (Double.isInfinite(series[i][t])) {
                    throw new QuantException(
                            QuantProblem.NOT_FINITE, "return %d of %s must be finite".formatted(t, codes.get(i)));
                }
            }
        }
        return new ReturnTable(List.copyOf(codes), ends.clone(), TableShape.copy(series));
    }

    /** Codes of the assets in the order of the series. */
    public List<String> codes() {
        return codes;
    }

    /** Number of assets. */
    public int assets() {
        return series.length;
    }

    /** Number of periods. */
    public int periods() {
        return ends.length;
    }

    /** Time a period ends at, in the numbering of the table. */
    public long end(int period) {
        return ends[period];
    }

    /** A return; NaN when the asset has none. */
    public double value(int asset, int period) {
        return series[asset][period];
    }

    /** A copy of the returns of an asset, with NaN where it has none. */
    public double[] series(int asset) {
        return series[asset].clone();
    }

    /** The returns an asset has, without the missing ones. */
    public double[] present(int asset) {
        return Arrays.stream(series[asset])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** Whether no return is missing. */
    public boolean isComplete() {
        for (double[] values : series) {
            if (Double.isNaN(Vectors.sum(values))) {
                return false;
            }
        }
        return true;
    }

    /** The periods in which every asset has a return. */
    public ReturnTable complete() {
        return isComplete() ? this : keep(row -> row.present() == assets());
    }

    /** The assets of these indices, in their order. */
    public ReturnTable select(int... assets) {
        return new ReturnTable(
                Arrays.stream(assets).mapToObj(codes::get).toList(),
                ends,
                Arrays.stream(assets).mapToObj(i -> series[i]).toArray(double[][]::new));
    }

    /** The periods from one index up to another, that one left out. */
    public ReturnTable between(int from, int to) {
        return new ReturnTable(
                codes,
                Arrays.copyOfRange(ends, from, to),
                Arrays.stream(series)
                        .map(values -> Arrays.copyOfRange(values, from, to))
                        .toArray(double[][]::new));
    }

    /**
     * Returns of the portfolio that has these weights at the start of each period.
     *
     * @param weights one for each asset, finite
     * @return one for each period; NaN where an asset with a weight has none
     */
    public double[] portfolio(double[] weights) {
        Vectors.requireFinite(Vectors.requireLength(weights, assets()), "weight");
        double[] portfolio = new double[periods()];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                Vectors.addScaled(weights[i], series[i], portfolio);
            }
        }
        return portfolio;
    }

    /** One period of the table. */
    record Row(ReturnTable table, int period) {

        /** How many assets have a return in it. */
        int present() {
            int present = 0;
            for (double[] values : table.series) {
                present += Double.isNaN(values[period]) ? 0 : 1;
            }
            return present;
        }
    }

    ReturnTable keep(Predicate<Row> condition) {
        int[] kept = IntStream.range(0, periods())
                .filter(t -> condition.test(new Row(this, t)))
                .toArray();
        return kept.length == periods()
                ? this
                : new ReturnTable(
                        codes,
                        Arrays.stream(kept).mapToLong(t -> ends[t]).toArray(),
                        Arrays.stream(series)
                                .map(values -> Arrays.stream(kept)
                                        .mapToDouble(t -> values[t])
                                        .toArray())
                                .toArray(double[][]::new));
    }

    /** The series themselves, for loops that only read. */
    double[][] columns() {
        return series;
    }
}
