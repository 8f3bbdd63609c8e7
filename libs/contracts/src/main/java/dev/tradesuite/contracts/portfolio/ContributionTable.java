package dev.tradesuite.contracts.portfolio;

import java.util.Map;

/**
 * Who is to blame for a measure of risk.
 *
 * @param total the measure
 * @param component part of each asset by code, which sum to the total
 * @param marginal change of the measure with the weight, by code
 */
public record ContributionTable(double total, Map<String, Double> component, Map<String, Double> marginal) {}
