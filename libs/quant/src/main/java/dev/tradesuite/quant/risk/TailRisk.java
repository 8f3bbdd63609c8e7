package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;

/**
 * Value at risk and expected shortfall by one method.
 *
 * @param method how they were found
 * @param level confidence and horizon
 * @param observations returns they rest on
 * @param valueAtRisk loss that is exceeded with the probability 1 - confidence, a positive fraction of the capital;
 *     negative when even that outcome is a gain
 * @param expectedShortfall mean of the losses from there on, not below the value at risk
 */
public record TailRisk(
        TailMethod method, TailLevel level, int observations, Metric valueAtRisk, Metric expectedShortfall) {

    static TailRisk of(TailMethod method, TailLevel level, int observations, double[] figures) {
        return new TailRisk(method, level, observations, Metric.of(figures[0]), Metric.of(figures[1]));
    }

    static TailRisk absent(TailMethod method, TailLevel level, int observations, MetricReason why) {
        return new TailRisk(method, level, observations, Metric.absent(why), Metric.absent(why));
    }
}
