package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.linear.Vectors;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.Moments;
import java.util.function.Function;

/**
 * Returns and what is asked of them.
 *
 * @param returns simple, of one period each, finite
 * @param level confidence and horizon
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record ReturnSample(double[] returns, TailLevel level) {

    /** 1 / (1 - 0.95) is a little above 20. */
    private static final double ROUNDING = 1e-9;

    ReturnSample {
        Vectors.requireFinite(returns, "return");
    }

    /** Figures that need the distribution only. */
    TailRisk describe(TailMethod method, Function<ReturnSample, double[]> figures) {
        return tell(method, ValueAtRisk.FEWEST, figures);
    }

    /** Figures that are read off the worst of the returns. */
    TailRisk readOff(TailMethod method, Function<ReturnSample, double[]> figures) {
        return tell(method, Math.max(ValueAtRisk.FEWEST, 1 / level.tail() - ROUNDING), figures);
    }

    Moments moments() {
        return Moments.of(returns);
    }

    private TailRisk tell(TailMethod method, double fewest, Function<ReturnSample, double[]> figures) {
        if (returns.length < fewest) {
            return TailRisk.absent(method, level, returns.length, MetricReason.TOO_FEW_RETURNS);
        }
        return moments().vary()
                ? TailRisk.of(method, level, returns.length, figures.apply(this))
                : TailRisk.absent(method, level, returns.length, MetricReason.NO_VARIATION);
    }
}
