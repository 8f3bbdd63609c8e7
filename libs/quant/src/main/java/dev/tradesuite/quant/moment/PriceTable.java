package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.Arrays;
import java.util.List;

/** Prices of several assets at common times, oldest first; NaN where an asset has none. Immutable. */
public final class PriceTable {

    private final List<String> codes;
    private final long[] times;
    private final double[][] series;

    private PriceTable(List<String> codes, long[] times, double[][] series) {
        this.codes = codes;
        this.times = times;
        this.series = series;
    }

    /**
     * A table of these prices.
     *
     * @param codes of the assets, distinct
     * @param times strictly ascending, milliseconds since 1970 in UTC or days: any numbering the caller likes
     * @param series one for each code with a price for each time: above zero and finite, or NaN for none
     * @throws QuantException EMPTY, WRONG_SIZE, DUPLICATE_CODE, DATES_NOT_ALIGNED, NOT_FINITE, OUT_OF_RANGE
     */
    public static PriceTable of(List<String> codes, long[] times, double[][] series) {
        TableShape.require(codes, times, series);
        for (int i = 0; i < series.length; i++) {
            requirePrices(codes.get(i), series[i]);
        }
        return new PriceTable(List.copyOf(codes), times.clone(), TableShape.copy(series));
    }

    /** Codes of the assets in the order of the series. */
    public List<String> codes() {
        return codes;
    }

    /** Number of times. */
    public int size() {
        return times.length;
    }

    /** Newest price of each asset; NaN where it has none at the newest time. */
    public double[] latest() {
        double[] latest = new double[series.length];
        Arrays.setAll(latest, i -> times.length == 0 ? Double.NaN : series[i][times.length - 1]);
        return latest;
    }

    /** The assets of these indices, in their order. */
    public PriceTable select(int... assets) {
        return new PriceTable(
                Arrays.stream(assets).mapToObj(codes::get).toList(),
                times,
                Arrays.stream(assets).mapToObj(i -> series[i]).toArray(double[][]::new));
    }

    /**
     * Simple returns, price / previous price - 1. A return is missing where one of both prices is: what happens over a
     * gap inside a history belongs to no period and is left out. Periods without any return are left out.
     */
    public ReturnTable returns() {
        int periods = Math.max(0, times.length - 1);
        double[][] returns = new double[series.length][periods];
        for (int i = 0; i < series.length; i++) {
            for (int t = 0; t < periods; t++) {
                returns[i][t] = series[i][t + 1] / series[i][t] - 1;
            }
        }
        long[] ends = periods == 0 ? new long[0] : Arrays.copyOfRange(times, 1, times.length);
        return ReturnTable.of(codes, ends, returns).keep(row -> row.present() > 0);
    }

    private static void requirePrices(String code, double[] prices) {
        for (int t = 0; t < prices.length; t++) {
            if (Double.isInfinite(prices[t])) {
                throw new QuantException(QuantProblem.NOT_FINITE, "price %d of %s must be finite".formatted(t, code));
            }
            if (prices[t] <= 0) {
                throw new QuantException(
                        QuantProblem.OUT_OF_RANGE,
                        "price %d of %s must be above zero, was %s".formatted(t, code, prices[t]));
            }
        }
    }
}
