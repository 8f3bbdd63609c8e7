package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import dev.tradesuite.quant.moment.ReturnTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The worst days and weeks of the data, as if the portfolio of now had been held through them. */
public final class HistoricalStress {

    /** Trading days of a week. */
    public static final int WEEK = 5;

    private HistoricalStress() {}

    /**
     * The worst stretches, the worst first. Units are held, not weights: the loss of an asset is -w (product(1 + r) -
     * 1) over the stretch. Two stretches never share a period; of those that would, the worst counts.
     *
     * @param returns complete
     * @param weights one for each asset
     * @param length periods of a stretch, at least 1: 1 for days, {@link #WEEK} for weeks
     * @param count most stretches to tell; fewer when the data has no more
     * @throws QuantException OUT_OF_RANGE, WRONG_SIZE, NOT_FINITE, TOO_FEW_OBSERVATIONS when no stretch fits
     */
    public static List<StressLoss> worst(ReturnTable returns, double[] weights, int length, int count) {
        require(returns, length, count);
        Vectors.requireFinite(returns.portfolio(weights), "portfolio return");
        List<StressLoss> all = IntStream.rangeClosed(0, returns.periods() - length)
                .mapToObj(from -> stretch(returns, weights, from, from + length))
                .sorted(Comparator.comparingDouble(StressLoss::loss).reversed())
                .toList();
        List<StressLoss> worst = new ArrayList<>();
        for (StressLoss candidate : all) {
            if (worst.size() < count && worst.stream().noneMatch(chosen -> isShared(chosen, candidate))) {
                worst.add(candidate);
            }
        }
        return List.copyOf(worst);
    }

    private static StressLoss stretch(ReturnTable returns, double[] weights, int from, int to) {
        double[] losses = new double[weights.length];
        Arrays.setAll(losses, i -> weights[i] == 0 ? 0 : -weights[i] * compounded(returns, i, from, to));
        return StressLoss.of(returns.end(from), returns.end(to - 1), losses);
    }

    private static double compounded(ReturnTable returns, int asset, int from, int to) {
        double value = 1;
        for (int t = from; t < to; t++) {
            value *= 1 + returns.value(asset, t);
        }
        return value - 1;
    }

    private static boolean isShared(StressLoss a, StressLoss b) {
        return a.from() <= b.to() && b.from() <= a.to();
    }

    private static void require(ReturnTable returns, int length, int count) {
        if (length < 1 || count < 1) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE,
                    "length and count must be at least 1, were %d and %d".formatted(length, count));
        }
        if (returns.periods() < length) {
            throw new QuantException(
                    QuantProblem.TOO_FEW_OBSERVATIONS,
                    "%d periods hold no stretch of %d".formatted(returns.periods(), length));
        }
    }
}
