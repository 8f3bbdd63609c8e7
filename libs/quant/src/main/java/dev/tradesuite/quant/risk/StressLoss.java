package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.linear.Vectors;

/**
 * What a portfolio lost in a stretch of the past.
 *
 * @param from time its first period ends at, in the numbering of the returns
 * @param to time its last period ends at
 * @param loss positive fraction of the capital; negative for a gain
 * @param contributions loss of each asset, which add up to the loss
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record StressLoss(long from, long to, double loss, double[] contributions) {

    static StressLoss of(long from, long to, double[] contributions) {
        return new StressLoss(from, to, Vectors.sum(contributions), contributions);
    }
}
