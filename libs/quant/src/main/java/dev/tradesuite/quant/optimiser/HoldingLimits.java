package dev.tradesuite.quant.optimiser;

/**
 * How many assets are held.
 *
 * @param least fewest assets with a weight, 0 for no limit
 * @param most most assets with a weight
 * @param minWeight an asset has at least this weight or none
 */
public record HoldingLimits(int least, int most, double minWeight) {}
