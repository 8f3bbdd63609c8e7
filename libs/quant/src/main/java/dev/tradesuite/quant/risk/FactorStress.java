package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Cholesky;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.moment.SampleCovariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How assets answer to shocks of factors: slopes of a regression of their returns on those of the factors, B = S_F^-1
 * S_FA over the periods in which all have a return.
 */
public final class FactorStress {

    private final double[][] slopes;

    private FactorStress(double[][] slopes) {
        this.slopes = slopes;
    }

    /**
     * Learns the slopes.
     *
     * @param assets returns of the assets
     * @param factors returns of the factors over the same periods, other codes than the assets
     * @throws QuantException DATES_NOT_ALIGNED, DUPLICATE_CODE, TOO_FEW_OBSERVATIONS below factors + 2 common periods,
     *     CONSTANT_SERIES, NOT_POSITIVE_DEFINITE when a factor is a mix of the others
     */
    public static FactorStress of(ReturnTable assets, ReturnTable factors) {
        ReturnTable joined = joined(assets, factors).complete();
        int count = factors.assets();
        if (joined.periods() < count + 2) {
            throw new QuantException(
                    QuantProblem.TOO_FEW_OBSERVATIONS,
                    "%d factors need %d common periods, there are %d".formatted(count, count + 2, joined.periods()));
        }
        SymmetricMatrix covariance = SampleCovariance.of(joined, 1).matrix();
        Cholesky cholesky = Cholesky.require(covariance.part(range(0, count)));
        double[][] slopes = new double[assets.assets()][];
        Arrays.setAll(slopes, i -> cholesky.solve(Arrays.copyOf(covariance.row(count + i), count)));
        return new FactorStress(slopes);
    }

    /** Slopes of an asset, one for each factor: a shock of 1 % of a factor moves the asset by slope x 1 %. */
    public double[] slopes(int asset) {
        return slopes[asset].clone();
    }

    /**
     * Loss of a portfolio when the factors move at once, -sum(w_i slope_if shock_f).
     *
     * @param weights one for each asset, finite
     * @param shocks one for each factor, finite: -0.2 is a fall of 20 %
     * @throws QuantException WRONG_SIZE, NOT_FINITE
     */
    public FactorLoss loss(double[] weights, double[] shocks) {
        Vectors.requireFinite(Vectors.requireLength(weights, slopes.length), "weight");
        Vectors.requireFinite(Vectors.requireLength(shocks, slopes[0].length), "shock");
        double[] byAsset = new double[weights.length];
        double[] byFactor = new double[shocks.length];
        for (int i = 0; i < weights.length; i++) {
            for (int f = 0; f < shocks.length; f++) {
                double loss = -weights[i] * slopes[i][f] * shocks[f];
                byAsset[i] += loss;
                byFactor[f] += loss;
            }
        }
        return new FactorLoss(Vectors.sum(byAsset), byAsset, byFactor);
    }

    /**
     * What a shock costs.
     *
     * @param loss positive fraction of the capital
     * @param byAsset adds up to the loss
     * @param byFactor adds up to the loss
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    public record FactorLoss(double loss, double[] byAsset, double[] byFactor) {}

    /** Factors first, then assets. */
    private static ReturnTable joined(ReturnTable assets, ReturnTable factors) {
        long[] ends = new long[assets.periods()];
        Arrays.setAll(ends, assets::end);
        boolean isAligned = factors.periods() == ends.length;
        for (int t = 0; isAligned && t < ends.length; t++) {
            isAligned = factors.end(t) == ends[t];
        }
        if (!isAligned) {
            throw new QuantException(
                    QuantProblem.DATES_NOT_ALIGNED, "assets and factors must have returns of the same periods");
        }
        List<String> codes = new ArrayList<>(factors.codes());
        codes.addAll(assets.codes());
        double[][] series = new double[codes.size()][];
        Arrays.setAll(series, i -> i < factors.assets() ? factors.series(i) : assets.series(i - factors.assets()));
        return ReturnTable.of(codes, ends, series);
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, i -> from + i);
        return range;
    }
}
