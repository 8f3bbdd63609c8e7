package dev.tradesuite.contracts.portfolio;

import java.util.Map;

/**
 * What a shock of factors would cost.
 *
 * @param loss positive fraction of the capital
 * @param byAsset parts by code
 * @param byFactor parts by factor
 */
public record ShockLoss(double loss, Map<String, Double> byAsset, Map<String, Double> byFactor) {}
