package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.Moments;
import dev.tradesuite.quant.performance.NormalDistribution;

/**
 * The quantile of Cornish and Fisher.
 *
 * @param skewness S
 * @param excess kurtosis above that of the normal distribution, K
 */
record CornishFisherTail(double skewness, double excess) {

    static TailRisk of(ReturnSample sample) {
        TailRisk told = sample.describe(TailMethod.CORNISH_FISHER, _ -> new double[2]);
        if (told.valueAtRisk().value().isEmpty()) {
            return told;
        }
        Moments moments = sample.moments();
        TailLevel level = sample.level();
        CornishFisherTail shape =
                new CornishFisherTail(moments.skewness() / level.root(), (moments.kurtosis() - 3) / level.horizon());
        return shape.risesUpTo(level.normalQuantile())
                ? TailRisk.of(TailMethod.CORNISH_FISHER, level, moments.count(), shape.losses(moments, level))
                : TailRisk.absent(TailMethod.CORNISH_FISHER, level, moments.count(), MetricReason.TOO_SKEWED);
    }

    private double[] losses(Moments moments, TailLevel level) {
        double mean = moments.mean() * level.horizon();
        double deviation = moments.deviation() * level.root();
        double z = level.normalQuantile();
        double shortfall = NormalDistribution.density(z) / level.tail() * tailFactor(z);
        return new double[] {-(mean + quantile(z) * deviation), deviation * shortfall - mean};
    }

    double quantile(double z) {
        return z
                + (z * z - 1) * skewness / 6
                + (z * z - 3) * z * excess / 24
                - (2 * z * z - 5) * z * skewness * skewness / 36;
    }

    private double tailFactor(double z) {
        return 1 + z * skewness / 6 + (z * z - 1) * excess / 24 - (2 * z * z - 1) * skewness * skewness / 36;
    }

    /** Whether the slope a z^2 + b z + c of the quantile is above 0 everywhere below a value. */
    private boolean risesUpTo(double z) {
        double a = excess / 8 - skewness * skewness / 6;
        double b = skewness / 3;
        double c = 1 - excess / 8 + 5 * skewness * skewness / 36;
        double lowest = a > 0 ? Math.min(z, -b / (2 * a)) : z;
        boolean risesFarOut = a > 0 || (a == 0 && b <= 0);
        return risesFarOut && a * lowest * lowest + b * lowest + c > 0;
    }
}
